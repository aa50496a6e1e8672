import { event, type AgreementEvent } from '../../kernel/events.js';
import { inForce, rulesOf, type Agreement } from '../../kernel/state.js';
import {
  dueAfter,
  dueOn,
  lastDayAfter,
  RANK,
  repeating,
  type Deadline,
} from '../../kernel/timers.js';
import type { Desk, Side } from '../../kernel/vocabulary.js';
import { escalate, escalateToTmb } from './escalate.js';
import { plannedReviews } from './review-dates.js';
import { missingSides, type Escalation, type Review } from './state.js';

const opening = (state: Agreement): readonly Deadline[] =>
  plannedReviews(state)
    .filter((p) => !state.oversight.reviews.some((r) => r.year === p.year))
    .map((p) => ({
      timer: 'T27',
      step: 'open',
      subject: String(p.year),
      due: p.opens,
      lastDay: null,
      rank: RANK.OPENING,
      whose: 'NOBODY',
      clause: 'ST.5.6',
    }));

const grace = (state: Agreement, review: Review): Deadline[] => {
  const days = rulesOf(state).sla_defaults.annual_review_grace_days;
  const lastDay = lastDayAfter.days(review.dueOn, days);
  // Beyond the end date the review is overtaken: no escalation, the TMB secretariat is told (lifecycle.md D19).
  if (state.term === null || lastDay >= state.term.end) return [];
  const missing = missingSides(review);
  const whose: Desk = missing.length === 1 && missing[0] !== undefined ? missing[0] : 'BOTH';
  return [
    {
      timer: 'T28',
      step: 'missing',
      subject: String(review.year),
      ...dueAfter(lastDay),
      rank: RANK.BALLOT_CLOSE,
      whose,
      clause: 'ST.5.7',
    },
  ];
};

const reminder = (review: Review, side: Side): Deadline => ({
  timer: 'T28',
  step: 'reminder',
  subject: `${String(review.year)}:${side}`,
  ...dueOn(review.dueOn),
  rank: RANK.REMINDER,
  whose: side,
  clause: 'ST.5.6',
});

const ofReview = (state: Agreement, review: Review): readonly Deadline[] => {
  const sla = rulesOf(state).sla_defaults;
  const subject = String(review.year);
  const missing = missingSides(review);
  if (review.stage === 'OPEN' && missing.length > 0) {
    return [...missing.map((side) => reminder(review, side)), ...grace(state, review)];
  }
  const base = { subject, rank: RANK.DESK_ALERT, clause: 'ST.5.6' };
  if (review.tpmSection === null && review.partsFiledAt !== null) {
    const last = lastDayAfter.businessDays(
      review.partsFiledAt,
      sla.tpm_section_business_days,
      rulesOf(state),
    );
    const weekly = { ...base, timer: 'T29', step: 'escalate', whose: 'TPM' } as const;
    return [repeating(state.fired, weekly, last, sla.alert_every_days)];
  }
  if (review.stage === 'COMPLETE' && review.tpmSection !== null) {
    const last = lastDayAfter.businessDays(
      review.tpmSection.at,
      sla.tmb_sec_filing_business_days,
      rulesOf(state),
    );
    const weekly = { ...base, timer: 'T30', step: 'alert', whose: 'TMB_SEC' } as const;
    return [repeating(state.fired, weekly, last, sla.alert_every_days)];
  }
  return [];
};

const live = (review: Review): boolean =>
  review.stage === 'OPEN' || review.stage === 'MISSING' || review.stage === 'COMPLETE';

const ofActions = (state: Agreement): readonly Deadline[] =>
  state.oversight.actions
    .filter((a) => !a.confirmed)
    .flatMap((a) => {
      const more = rulesOf(state).lifecycle_defaults.reminder_task_business_days;
      const base = { timer: 'T31', subject: a.id, clause: 'ST.4(g)' } as const;
      const whose = a.reportedAt === null ? a.side : 'TPM';
      return [
        { ...base, step: 'reminder', ...dueAfter(a.dueOn), rank: RANK.REMINDER, whose },
        {
          ...base,
          step: 'escalate',
          ...dueAfter(lastDayAfter.businessDays(a.dueOn, more, rulesOf(state))),
          rank: RANK.DESK_ALERT,
          whose,
        },
      ];
    });

const ofSuspension = (state: Agreement): readonly Deadline[] => {
  const order = state.oversight.tmbSuspension;
  if (order === null) return [];
  return [
    {
      timer: 'T34',
      step: 'escalate',
      subject: 'TMB',
      ...dueAfter(order.until),
      rank: RANK.SILENT_ENDING,
      whose: 'TMB_SEC',
      clause: 'ST.5.7',
    },
  ];
};

const ofItem = (state: Agreement, item: Escalation): readonly Deadline[] => {
  const days = rulesOf(state).lifecycle_defaults;
  const base = { subject: item.id, rank: RANK.DESK_ALERT, whose: item.owner, clause: 'ST.5.8' };
  const acknowledged = item.stage === 'ACKNOWLEDGED';
  const last = (n: number, from = item.levelSince) =>
    lastDayAfter.businessDays(from, n, rulesOf(state));
  return [
    ...(acknowledged
      ? []
      : [
          {
            ...base,
            timer: 'T42',
            step: 'reminder',
            ...dueAfter(last(days.ack_business_days, item.since)),
          } as const,
        ]),
    ...(item.level === 'L2'
      ? [
          {
            ...base,
            timer: 'T43',
            step: 'hand-over',
            ...dueAfter(last(days.l2_business_days)),
          } as const,
        ]
      : []),
    ...(item.level === 'L3'
      ? [
          repeating(
            state.fired,
            { ...base, timer: 'T44', step: 'alert' },
            last(days.l3_business_days),
            rulesOf(state).sla_defaults.alert_every_days,
          ),
        ]
      : []),
  ];
};

/** All open L4 items are one review of the TMB: one clock, from the first (lifecycle.md D14). */
const ofTmb = (state: Agreement): readonly Deadline[] => {
  const first = state.oversight.escalations.find((e) => e.open && e.level === 'L4');
  if (first === undefined) return [];
  const { tmb_escalation_days, alert_every_days } = rulesOf(state).sla_defaults;
  const lastDay = lastDayAfter.days(first.since, tmb_escalation_days);
  const base = {
    timer: 'T45',
    step: 'alert',
    subject: first.id,
    rank: RANK.DESK_ALERT,
    whose: 'TMB_SEC',
    clause: 'ST.5.7',
  } as const;
  return [repeating(state.fired, base, lastDay, alert_every_days)];
};

/** Timers T27–T31, T34 and T42–T45 of lifecycle.md C. */
export const deadlines = (state: Agreement): readonly Deadline[] => [
  ...(inForce(state)
    ? [
        ...opening(state),
        ...state.oversight.reviews.filter(live).flatMap((r) => ofReview(state, r)),
        ...ofActions(state),
        ...ofSuspension(state),
        ...ofTmb(state),
      ]
    : []),
  ...state.oversight.escalations.filter((e) => e.open).flatMap((e) => ofItem(state, e)),
];

const raised = ({ timer, step, subject }: Deadline, to: Desk): AgreementEvent =>
  event('ReminderRaised', { timer, step, to, subject });

const atLeast = (events: readonly AgreementEvent[], due: Deadline, to: Desk) =>
  events.length > 0 ? events : [raised(due, to)];

const nextLevel: Readonly<Record<Escalation['level'], Desk>> = {
  L1: 'TPM',
  L2: 'TMB_SEC',
  L3: 'TMB_SEC',
  L4: 'TMB_SEC',
};

/** What a due timer of this phase appends. */
export function fire(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const item = state.oversight.escalations.find((e) => e.id === due.subject);
  const review = state.oversight.reviews.find((r) => String(r.year) === due.subject);
  switch (due.timer) {
    case 'T27':
      return plannedReviews(state)
        .filter((p) => String(p.year) === due.subject)
        .map(({ year, dueOn: day }) => event('AnnualReviewOpened', { year, dueOn: day }));
    case 'T28':
      return due.step === 'reminder' || review === undefined
        ? [raised(due, due.whose)]
        : [
            ...missingSides(review).map((side) =>
              event('AnnualReviewMissing', { year: review.year, side }),
            ),
            ...escalateToTmb(state, 'T28', null),
          ];
    case 'T29':
      return atLeast(escalate(state, 'L3', 'T29'), due, 'TMB_SEC');
    case 'T31':
      return due.step === 'reminder'
        ? [raised(due, due.whose)]
        : atLeast(escalate(state, 'L2', `T31:${due.subject}`), due, 'TPM');
    case 'T34':
      return escalateToTmb(state, 'T34', null);
    case 'T42':
      return item === undefined
        ? []
        : [
            raised(due, item.owner),
            ...(item.owner === nextLevel[item.level] ? [] : [raised(due, nextLevel[item.level])]),
          ];
    case 'T43':
      return [
        event('EscalationHandedOver', {
          id: due.subject,
          to: 'TMB_SEC',
          level: 'L3',
          reason: 'NOT_RESOLVED_IN_TIME',
        }),
      ];
    default:
      return [raised(due, due.whose)];
  }
}
