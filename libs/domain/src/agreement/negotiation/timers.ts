import { addDays } from '../../calendar/day.js';
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
import { otherSide } from '../../kernel/vocabulary.js';
import { escalate } from '../oversight/escalate.js';
import { awaitsAnswer, cureBy, documentsDueOn, whoseMove } from './openness.js';
import { plannedStart } from './activation.js';

/** T17: the three months, only while the partners have the documents; with the TPM nothing ends (lifecycle.md D5). */
function threeMonths(state: Agreement): readonly Deadline[] {
  const lastDay = documentsDueOn(state);
  if (state.stage !== 'AGREEMENT_PENDING' || lastDay === null) return [];
  return [
    {
      timer: 'T17',
      step: 'lapse',
      subject: 'documents',
      ...dueAfter(lastDay),
      rank: RANK.THREE_MONTHS,
      whose: whoseMove(state),
      clause: 'ST.5.5',
    },
  ];
}

/** T19: reminders to whose move it is, after the registration and some days before the exception ends. */
function reminders(state: Agreement): readonly Deadline[] {
  const { registration } = state.approval;
  const { exception } = state.negotiation;
  if (registration === null || whoseMove(state) === 'NOBODY') return [];
  const base = {
    timer: 'T19',
    step: 'reminder',
    rank: RANK.REMINDER,
    whose: whoseMove(state),
    clause: 'ST.5.5',
  } as const;
  const before = rulesOf(state).lifecycle_defaults.deadline_exception_reminder_days_before;
  const beforeException = exception === null ? null : addDays(exception.newDue, -before);
  return [
    ...rulesOf(state).sla_defaults.agreement_reminder_days.map((days) => ({
      ...base,
      subject: String(days),
      ...dueAfter(lastDayAfter.days(registration.registeredOn, days)),
    })),
    // An exception granted within those last days needs no reminder of itself.
    ...(exception !== null && beforeException !== null && beforeException > dayAt(exception.at)
      ? [{ ...base, subject: 'exception', ...dueOn(beforeException) }]
      : []),
  ];
}

/** T20: a proposal without an answer. */
const unanswered = (state: Agreement): readonly Deadline[] =>
  state.stage !== 'AGREEMENT_PENDING'
    ? []
    : state.negotiation.proposals
        .filter((p) => awaitsAnswer(state, p))
        .map((p) => ({
          timer: 'T20',
          step: 'reminder',
          subject: p.id,
          ...dueAfter(
            lastDayAfter.days(p.since, rulesOf(state).lifecycle_defaults.unanswered_proposal_days),
          ),
          rank: RANK.REMINDER,
          whose: otherSide(p.side),
          clause: 'ST.4(a)',
        }));

/** T21, T23, T24: the documents lie with the TPM. */
function inReview(state: Agreement): readonly Deadline[] {
  const { submission, acceptedAt, agreedDates } = state.negotiation;
  if (state.stage !== 'AGREEMENT_IN_REVIEW' || submission === null || acceptedAt !== null) {
    return [];
  }
  const check = repeating(
    state.fired,
    {
      timer: 'T21',
      step: 'escalate',
      subject: submission.at,
      rank: RANK.DESK_ALERT,
      whose: 'TPM',
      clause: 'ST.5.5',
    },
    lastDayAfter.businessDays(
      submission.at,
      rulesOf(state).sla_defaults.tpm_document_check_business_days,
      rulesOf(state),
    ),
    rulesOf(state).sla_defaults.alert_every_days,
  );
  const cure = cureBy(state);
  return [
    check,
    ...(cure === null
      ? []
      : [
          {
            timer: 'T23',
            step: 'lapse',
            subject: 'prerequisite',
            ...dueAfter(cure),
            rank: RANK.THREE_MONTHS,
            whose: 'BOTH',
            clause: 'ST.2',
          } as const,
        ]),
    ...(agreedDates === null
      ? []
      : [
          {
            timer: 'T24',
            step: 'lapse',
            subject: 'end',
            ...dueAfter(agreedDates.end),
            rank: RANK.START_OF_FORCE,
            whose: 'TPM',
            clause: 'ST.5.5',
          } as const,
        ]),
  ];
}

/** T22: accepted, the start date ahead. */
function start(state: Agreement): readonly Deadline[] {
  const { acceptedAt, agreedDates } = state.negotiation;
  if (state.stage !== 'AGREEMENT_IN_REVIEW' || acceptedAt === null || agreedDates === null) {
    return [];
  }
  return [
    {
      timer: 'T22',
      step: 'start',
      subject: 'start',
      ...dueOn(agreedDates.start),
      rank: RANK.START_OF_FORCE,
      whose: 'NOBODY',
      clause: 'ST.5.6',
    },
  ];
}

export const deadlines = (state: Agreement): readonly Deadline[] => [
  ...threeMonths(state),
  ...reminders(state),
  ...unanswered(state),
  ...inReview(state),
  ...start(state),
];

const lapsed = (
  reason: 'DOCUMENTS_MISSING' | 'PREREQUISITE_NOT_CURED' | 'END_DATE_REACHED',
  due: Deadline,
): readonly AgreementEvent[] => [
  event('ArrangementLapsed', { reason, deadline: due.lastDay ?? dayAt(due.due) }),
];

const reminded = (due: Deadline, to: Deadline['whose'] = due.whose): AgreementEvent =>
  event('ReminderRaised', { timer: due.timer, step: due.step, to, subject: due.subject });

export function fire(state: Agreement, due: Deadline, ctx: Context): readonly AgreementEvent[] {
  switch (due.timer) {
    case 'T17':
      return lapsed('DOCUMENTS_MISSING', due);
    case 'T19':
    case 'T20':
      return [reminded(due)];
    case 'T21': {
      const raised = escalate(state, 'L3', 'T21');
      return raised.length > 0 ? raised : [reminded(due, 'TMB_SEC')];
    }
    case 'T22':
      return plannedStart(state, ctx);
    case 'T23':
      return lapsed('PREREQUISITE_NOT_CURED', due);
    case 'T24':
      return lapsed('END_DATE_REACHED', due);
    default:
      return [];
  }
}
