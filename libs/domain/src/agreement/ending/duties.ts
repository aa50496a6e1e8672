import type { Duty } from '../../kernel/definition.js';
import { rulesOf, statusOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter } from '../../kernel/timers.js';
import { ENDED, isOneOf } from '../../kernel/vocabulary.js';
import { missingReports, reportDueOn, reportIsDone, rolesToRemoveSince } from './closure.js';
import { isOpen, type Appeal } from './state.js';
import { waitOf } from './timers.js';

const commandOf = {
  referral: 'ReferAppeal',
  admission: 'AdmitAppeal',
  hearing: 'RecordConciliation',
  report: 'RecordConciliation',
  decision: 'DecideAppeal',
} as const;

const ofAppeal = (state: Agreement, appeal: Appeal): Duty => {
  const { step, desk, days, clause } = waitOf(state, appeal);
  return {
    id: `appeal-${step}:${appeal.id}`,
    desk,
    ...(desk === 'COMMITTEE_MANAGER' && appeal.parent !== undefined
      ? { committee: appeal.parent }
      : {}),
    commands: [commandOf[step]],
    since: appeal.since,
    due: dueAfter(lastDayAfter.days(appeal.since, days)).due,
    clause,
  };
};

const ofRoles = (state: Agreement): readonly Duty[] => {
  const since = rolesToRemoveSince(state);
  if (since === null) return [];
  const days = rulesOf(state).sla_defaults.gd_removal_business_days;
  return [
    {
      id: 'gd-removal',
      desk: 'ISO_CS',
      commands: ['ConfirmGdRolesRemoved'],
      since,
      due: dueAfter(lastDayAfter.businessDays(since, days, rulesOf(state))).due,
      clause: 'ST.5.7',
    },
  ];
};

const ofReport = (state: Agreement): readonly Duty[] => {
  const { ended } = state.ending;
  const dueOn = reportDueOn(state);
  if (ended === null || dueOn === null || !isOneOf(ENDED, statusOf(state)) || reportIsDone(state)) {
    return [];
  }
  return missingReports(state).map((side) => ({
    id: `closure-report:${side}`,
    desk: side,
    commands: ['FileClosureReport'],
    since: ended.at,
    due: dueAfter(dueOn).due,
    clause: 'ST.5.7',
  }));
};

/** Who owes a move after the end and in appeals. */
export const duties = (state: Agreement): readonly Duty[] => [
  ...state.ending.appeals.filter(isOpen).map((a) => ofAppeal(state, a)),
  ...ofRoles(state),
  ...ofReport(state),
];
