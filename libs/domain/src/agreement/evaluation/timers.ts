import { addDays, type Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import {
  dueAfter,
  dueOn,
  lastDayAfter,
  RANK,
  repeating,
  type Deadline,
} from '../../kernel/timers.js';
import { escalate } from '../oversight/escalate.js';
import { reviewed } from './evidence.js';
import { recorderOf } from './kinds.js';
import { evaluationById, openEvaluations, type Evaluation } from './state.js';

type Base = Pick<Deadline, 'timer' | 'subject' | 'whose' | 'clause'>;

const reminder = (base: Base, lastDay: Day): Deadline => ({
  ...base,
  step: 'remind',
  rank: RANK.REMINDER,
  ...dueAfter(lastDay),
});

const withdrawal = (base: Base, lastDay: Day): Deadline => ({
  ...base,
  step: 'withdraw',
  rank: RANK.SILENT_ENDING,
  ...dueAfter(lastDay),
});

const weekly = (state: Agreement, base: Base, step: string, first: Day): Deadline =>
  repeating(
    state.fired,
    { ...base, step, rank: RANK.DESK_ALERT },
    first,
    rulesOf(state).sla_defaults.alert_every_days,
  );

/** T53: evidence is collected for 30 days. */
function evidence(state: Agreement, e: Evaluation): readonly Deadline[] {
  const lastDay = evidenceUntil(state, e);
  const before = rulesOf(state).readiness.evidence_reminder_days_before;
  const base = { timer: 'T53', subject: e.id, whose: 'BOTH', clause: 'rules 6.3' } as const;
  return [
    { ...base, step: 'remind', rank: RANK.REMINDER, ...dueOn(addDays(lastDay, -before)) },
    { ...base, step: 'review', rank: RANK.OPENING, ...dueAfter(lastDay) },
  ];
}

export const evidenceUntil = (state: Agreement, e: Evaluation): Day =>
  lastDayAfter.days(e.openedAt, rulesOf(state).lifecycle_defaults.evidence_days);

/** T54: reminders, the last of the periods ends the evaluation. */
function silent(periods: readonly number[], base: Base, e: Evaluation): readonly Deadline[] {
  return periods.map((days, index) => {
    const lastDay = lastDayAfter.days(e.since, days);
    return index === periods.length - 1 ? withdrawal(base, lastDay) : reminder(base, lastDay);
  });
}

/** T55: reminders, from the last of the periods on weekly to the TMB secretariat; T56: ISO/CS on New Rights. */
function body(state: Agreement, e: Evaluation): readonly Deadline[] {
  const { lifecycle_defaults } = rulesOf(state);
  const whose = recorderOf[e.body];
  if (e.body === 'ISO_CS') {
    const base = { timer: 'T56', subject: e.id, whose, clause: 'HD328' } as const;
    const days = lifecycle_defaults.new_rights_business_days;
    return [
      weekly(state, base, 'escalate', lastDayAfter.businessDays(e.since, days, rulesOf(state))),
    ];
  }
  const base = { timer: 'T55', subject: e.id, whose, clause: 'rules 6.5' } as const;
  const after = (days: number): Day => lastDayAfter.days(e.since, days);
  const { tmb_transition_days, committee_transition_days } = lifecycle_defaults;
  const periods = e.body === 'TMB' ? [tmb_transition_days] : committee_transition_days;
  return periods.map((days, index) =>
    index === periods.length - 1
      ? weekly(state, base, 'escalate', after(days))
      : reminder(base, after(days)),
  );
}

export const officeChangeBy = (state: Agreement, e: Evaluation): Day => {
  const recorded = dayAt(e.since);
  const effective = e.approval?.effectiveOn ?? recorded;
  const from = effective > recorded ? effective : recorded;
  return lastDayAfter.businessDays(
    from,
    rulesOf(state).readiness.office_change_business_days,
    rulesOf(state),
  );
};

/** T57 for the status, T59 for an office; the exit waits for the end date. */
function effect(state: Agreement, e: Evaluation): readonly Deadline[] {
  if (e.kind === 'EXIT') return [];
  if (e.kind === 'O_TO_P') {
    const base = { timer: 'T57', subject: e.id, whose: 'TWINNED', clause: 'DIR 1.7.3' } as const;
    return silent(rulesOf(state).lifecycle_defaults.p_confirmation_days, base, e);
  }
  const base = { timer: 'T59', subject: e.id, whose: 'ISO_CS', clause: 'ST.5.7' } as const;
  return [weekly(state, base, 'alert', officeChangeBy(state, e))];
}

function ofEvaluation(state: Agreement, e: Evaluation): readonly Deadline[] {
  switch (e.stage) {
    case 'EVIDENCE_COLLECTION':
      return evidence(state, e);
    case 'READINESS_REVIEWED': {
      const base = { timer: 'T54', subject: e.id, whose: 'TWINNED', clause: 'rules 6.3' } as const;
      return silent(rulesOf(state).lifecycle_defaults.own_decision_days, base, e);
    }
    case 'BODY_DECISION':
      return body(state, e);
    case 'APPROVED':
      return effect(state, e);
    case 'EFFECTIVE':
    case 'REFUSED':
    case 'WITHDRAWN':
      return [];
  }
}

/** T58: from this day on the secretariat may change hands. */
function relinquished(state: Agreement): readonly Deadline[] {
  const { relinquish } = state.evaluation;
  const live = state.stage === 'FORCE' || openEvaluations(state).length > 0;
  return relinquish === null || !live
    ? []
    : [
        {
          timer: 'T58',
          step: 'reached',
          subject: relinquish.earliest,
          ...dueOn(relinquish.earliest),
          rank: RANK.OPENING,
          whose: 'ISO_CS',
          clause: 'DIR 1.9.3, 1.9.4',
        },
      ];
}

export const evaluationDeadlines = (state: Agreement): readonly Deadline[] => [
  ...openEvaluations(state).flatMap((e) => ofEvaluation(state, e)),
  ...relinquished(state),
];

export function fireEvaluation(
  state: Agreement,
  due: Deadline,
  ctx: Context,
): readonly AgreementEvent[] {
  const { timer, step, subject } = due;
  const told = event('ReminderRaised', { timer, step, to: due.whose, subject });
  switch (step) {
    case 'review': {
      const evaluation = evaluationById(state, subject);
      return evaluation === undefined ? [] : [reviewed(state, evaluation, ctx)];
    }
    case 'withdraw': {
      const reason = timer === 'T54' ? 'NO_DECISION' : 'NOT_CONFIRMED';
      return [event('TransitionWithdrawn', { evaluation: subject, reason })];
    }
    case 'escalate': {
      const raised = escalate(state, 'L3', timer);
      return raised.length > 0 ? raised : [told];
    }
    default:
      return [told];
  }
}
