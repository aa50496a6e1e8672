import { addMonths } from '../../calendar/day.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, statusOf, type Agreement } from '../../kernel/state.js';
import {
  dueAfter,
  lastDayAfter,
  later,
  RANK,
  repeating,
  type Deadline,
} from '../../kernel/timers.js';
import { ENDED, isOneOf, type Desk } from '../../kernel/vocabulary.js';
import { escalate } from '../oversight/escalate.js';
import { missingReports, reportDueOn, reportIsDone, rolesToRemoveSince } from './closure.js';
import { appealableUntil, hasOpenAppeal } from './decisions.js';
import { isOpen, type Appeal, type AppealableDecision } from './state.js';

const DAYS_PER_WEEK = 7;

const finality = (state: Agreement, decision: AppealableDecision): Deadline => {
  const { due, lastDay } = dueAfter(appealableUntil(state, decision));
  const released = decision.releasedAt;
  return {
    timer: 'T60',
    step: 'final',
    subject: decision.id,
    // Withdrawn after the window, an appeal leaves the decision final at once, not in the past.
    due: released === undefined ? due : later(due, released),
    lastDay,
    rank: RANK.OPENING,
    whose: 'NOBODY',
    clause: 'DIR 5.1.1',
  };
};

/** What an open appeal waits for now, on which desk, and the days it may take (DIR 5.3, 5.4). */
export function waitOf(
  state: Agreement,
  appeal: Appeal,
): {
  readonly timer: 'T61' | 'T62' | 'T63';
  readonly step: 'referral' | 'admission' | 'hearing' | 'report' | 'decision';
  readonly desk: Desk;
  readonly days: number;
  readonly clause: string;
} {
  const { appeals } = rulesOf(state);
  const weeks = (n: { readonly value: number }): number => n.value * DAYS_PER_WEEK;
  const committee = appeal.level === 'TC';
  const tmb = appeal.level === 'TMB';
  if (appeal.stage === 'LODGED') {
    return {
      timer: 'T61',
      step: 'referral',
      desk: committee ? 'COMMITTEE_MANAGER' : 'ISO_CS',
      days: weeks(appeals.sg_referral_weeks),
      clause: 'DIR 5.3.3',
    };
  }
  if (appeal.stage === 'ADMITTED' || appeal.stage === 'HEARD') {
    const heard = appeal.stage === 'HEARD';
    return {
      timer: 'T62',
      step: heard ? 'report' : 'hearing',
      desk: 'ISO_CS',
      days: weeks(heard ? appeals.conciliation_report_weeks : appeals.conciliation_hearing_weeks),
      clause: 'DIR 5.3.4',
    };
  }
  if (tmb) {
    const admission = appeal.stage === 'REFERRED';
    return {
      timer: 'T63',
      step: admission ? 'admission' : 'decision',
      desk: 'TMB_SEC',
      days: (admission ? appeals.tmb_admission_days : appeals.tmb_decision_days).value,
      clause: 'DIR 5.3.5',
    };
  }
  return {
    timer: 'T63',
    step: 'decision',
    desk: committee ? 'COMMITTEE_MANAGER' : 'ISO_CS',
    days: weeks(committee ? appeals.tc_decision_weeks : appeals.council_decision_weeks),
    clause: 'DIR 5.4',
  };
}

const ofAppeal = (state: Agreement, appeal: Appeal): Deadline => {
  const { timer, step, desk: whose, days, clause } = waitOf(state, appeal);
  const base = { timer, step, subject: appeal.id, rank: RANK.DESK_ALERT, whose, clause };
  return repeating(
    state.fired,
    base,
    lastDayAfter.days(appeal.since, days),
    rulesOf(state).sla_defaults.alert_every_days,
  );
};

const ofRoles = (state: Agreement): readonly Deadline[] => {
  const since = rolesToRemoveSince(state);
  if (since === null) return [];
  const sla = rulesOf(state).sla_defaults;
  const base = {
    timer: 'T67',
    subject: 'GD',
    rank: RANK.DESK_ALERT,
    whose: 'ISO_CS',
    clause: 'ST.5.7',
  } as const;
  return [
    repeating(
      state.fired,
      { ...base, step: 'alert' },
      lastDayAfter.businessDays(since, sla.gd_removal_business_days, rulesOf(state)),
      sla.gd_removal_alert_every_days,
    ),
    {
      ...base,
      step: 'escalate',
      ...dueAfter(
        lastDayAfter.businessDays(since, sla.gd_removal_escalate_business_days, rulesOf(state)),
      ),
    },
  ];
};

const ofReport = (state: Agreement): readonly Deadline[] => {
  const { ended } = state.ending;
  const first = reportDueOn(state);
  if (ended === null || first === null || !isOneOf(ENDED, statusOf(state)) || reportIsDone(state)) {
    return [];
  }
  const { sla_defaults, lifecycle_defaults } = rulesOf(state);
  const last = lastDayAfter.days(ended.at, lifecycle_defaults.closure_waive_days);
  const missing = missingReports(state);
  const whose: Desk = missing.length === 1 && missing[0] !== undefined ? missing[0] : 'BOTH';
  const base = { timer: 'T68', subject: 'report', whose, clause: 'ST.5.7' } as const;
  const reminder = repeating(
    state.fired,
    { ...base, step: 'reminder', rank: RANK.REMINDER },
    first,
    sla_defaults.closure_report_reminder_every_days,
  );
  const waiver = { ...base, step: 'waive', ...dueAfter(last), rank: RANK.SILENT_ENDING };
  return reminder.due < waiver.due ? [reminder, waiver] : [waiver];
};

// One invitation (T70), whichever day it was counted from.
const isInvitation = (key: string): boolean => key.startsWith('T70/invite/');

const ofFollowUp = (state: Agreement): readonly Deadline[] => {
  const { ended, followUp } = state.ending;
  if (ended === null || ended.how === 'WITHDRAWN' || ended.how === 'LAPSED') return [];
  if (Object.keys(followUp).length > 0 || Object.keys(state.fired).some(isInvitation)) return [];
  return [
    {
      timer: 'T70',
      step: 'invite',
      subject: 'follow-up',
      ...dueAfter(addMonths(ended.on, rulesOf(state).sla_defaults.follow_up_months)),
      rank: RANK.REMINDER,
      whose: 'BOTH',
      clause: 'ST.4(h)',
    },
  ];
};

/** Timers T60–T63, T67, T68 and T70 of lifecycle.md C. */
export const deadlines = (state: Agreement): readonly Deadline[] => [
  ...state.ending.decisions
    .filter((d) => !d.final && !hasOpenAppeal(state, d.id))
    .map((d) => finality(state, d)),
  ...state.ending.appeals.filter(isOpen).map((a) => ofAppeal(state, a)),
  ...ofRoles(state),
  ...ofReport(state),
  ...ofFollowUp(state),
];

const raised = ({ timer, step, subject }: Deadline, to: Desk): AgreementEvent =>
  event('ReminderRaised', { timer, step, to, subject });

/** What a due timer of this phase appends. */
export function fire(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  switch (`${due.timer}.${due.step}`) {
    case 'T60.final':
      return [event('DecisionFinal', { decision: due.subject })];
    case 'T67.escalate': {
      const escalated = escalate(state, 'L3', 'T67');
      return escalated.length > 0 ? escalated : [raised(due, 'TMB_SEC')];
    }
    case 'T68.waive':
      return [
        event('ClosureReportWaived', { reason: 'NOT_FILED_IN_TIME' }),
        raised(due, 'TMB_SEC'),
      ];
    default:
      return [raised(due, due.whose)];
  }
}
