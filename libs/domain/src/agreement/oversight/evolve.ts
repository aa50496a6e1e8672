import { changeWhere } from '../../kernel/records.js';
import type { Evolvers } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import type { Instant } from '../../calendar/zurich.js';
import { withDecision } from '../ending/state.js';
import { withCause, withExecution, withoutCause } from '../execution/state.js';
import type { ActionOrder, Level, OversightEvents, Raiser } from './events.js';
import { missingSides, type Escalation, type OversightState, type Review } from './state.js';

const withOversight = (state: Agreement, change: Partial<OversightState>): Agreement => ({
  ...state,
  oversight: { ...state.oversight, ...change },
});

const onReview = (state: Agreement, year: number, change: (review: Review) => Review): Agreement =>
  withOversight(state, {
    reviews: changeWhere(state.oversight.reviews, (r) => r.year === year, change),
  });

const onEscalation = (
  state: Agreement,
  id: string,
  change: (item: Escalation) => Escalation,
): Agreement =>
  withOversight(state, {
    escalations: changeWhere(state.oversight.escalations, (e) => e.id === id, change),
  });

const closed = (state: Agreement, id: string, stage: Escalation['stage']): Agreement =>
  onEscalation(state, id, (item) => ({ ...item, open: false, stage }));

const opened = (
  state: Agreement,
  item: { id: string; level: Level; trigger: string; text: string | null },
  owner: Escalation['owner'],
  raisedBy: Raiser | null,
  at: Instant,
): Agreement =>
  withOversight(state, {
    escalations: [
      ...state.oversight.escalations,
      {
        id: item.id,
        level: item.level,
        trigger: item.trigger,
        text: item.text,
        owner,
        raisedBy,
        open: true,
        since: at,
        levelSince: at,
        stage: 'OPEN',
      },
    ],
  });

const ordered = (state: Agreement, orders: readonly ActionOrder[], at: Instant): Agreement =>
  withOversight(state, {
    actions: [
      ...state.oversight.actions,
      ...orders.map((o) => ({ ...o, orderedAt: at, reportedAt: null, confirmed: false })),
    ],
  });

/** A waived rule is no cause of suspension while the waiver lasts. */
function waived(
  state: Agreement,
  { action, rule, until }: OversightEvents['TmbActionDecided'],
  at: Instant,
): Agreement {
  if (action !== 'CONTINUE_WITH_WAIVER' || rule === null || until === null) return state;
  const kept = state.oversight.waivers.filter((w) => w.rule !== rule);
  return state.execution.causes
    .filter(
      (c) => c.cause === 'PREREQUISITE' && (c.subject === rule || c.subject.endsWith(`:${rule}`)),
    )
    .reduce(
      (s, c) => withoutCause(s, c.cause, c.subject, at),
      withOversight(state, { waivers: [...kept, { rule, until, since: at }] }),
    );
}

// The suspension goes on when one order takes the place of another.
const withoutOrder = (state: Agreement): Agreement =>
  withExecution(state, {
    causes: state.execution.causes.filter((c) => c.cause !== 'TMB_ORDER'),
  });

/** Closes the items decided on. The TMB's own order ends with its next decision, which may give another. */
function decided(
  state: Agreement,
  payload: OversightEvents['TmbActionDecided'],
  at: Instant,
): Agreement {
  const { action, until, items, actions, byAppeal, reference, decidedOn } = payload;
  const told = items.reduce((s, id) => closed(s, id, 'DECIDED'), state);
  const acted =
    action === 'SUSPEND'
      ? withCause(withoutOrder(told), 'TMB_ORDER', 'TMB', at)
      : waived(withoutCause(told, 'TMB_ORDER', 'TMB', at), payload, at);
  const next = withOversight(ordered(acted, actions, at), {
    decidedAt: at,
    tmbSuspension: action === 'SUSPEND' && until !== null ? { since: at, until } : null,
  });
  // A cancellation and a decision on appeal enter as decisions of their own kind, by their own events.
  return byAppeal || action === 'CANCEL'
    ? next
    : withDecision(next, { kind: 'TMB_ACTION', body: 'TMB', reference, decidedOn });
}

export const oversightEvolvers: Evolvers<OversightEvents> = {
  AnnualReviewOpened: (state, { year, dueOn }, at) =>
    withOversight(state, {
      reviews: [
        ...state.oversight.reviews,
        {
          year,
          dueOn,
          openedAt: at,
          stage: 'OPEN',
          parts: {},
          partsFiledAt: null,
          survey: null,
          tpmSection: null,
        },
      ],
    }),
  PartnerAssessmentSubmitted: (state, { side, year, rating, text, late }, at) =>
    onReview(state, year, (review) => {
      const next = { ...review, parts: { ...review.parts, [side]: { rating, text, late } } };
      return missingSides(next).length === 0 && review.partsFiledAt === null
        ? { ...next, partsFiledAt: at }
        : next;
    }),
  PMemberFeedbackRecorded: (state, { year, survey }) =>
    onReview(state, year, (review) => ({ ...review, survey })),
  TpmAssessmentSectionCompleted: (state, { year, text }, at) =>
    onReview(state, year, (review) => ({
      ...review,
      stage: 'COMPLETE',
      tpmSection: { text, at },
    })),
  AnnualReviewFiled: (state, { year, actions }, at) =>
    ordered(
      onReview(state, year, (review) => ({ ...review, stage: 'FILED' })),
      actions,
      at,
    ),
  AnnualReviewEscalated: (state, { year }) =>
    onReview(state, year, (review) => ({ ...review, stage: 'ESCALATED' })),
  AnnualReviewMissing: (state, { year }) =>
    onReview(state, year, (review) => ({ ...review, stage: 'MISSING' })),
  AnnualReviewOvertaken: (state, { year }) =>
    onReview(state, year, (review) => ({ ...review, stage: 'OVERTAKEN' })),
  CorrectiveActionCompleted: (state, { id, confirmed }, at) =>
    withOversight(state, {
      actions: changeWhere(
        state.oversight.actions,
        (a) => a.id === id,
        (a) => ({ ...a, reportedAt: a.reportedAt ?? at, confirmed }),
      ),
    }),
  EscalationRaised: (state, payload, at) =>
    opened(state, payload, payload.owner, payload.raisedBy ?? null, at),
  EscalatedToTmb: (state, payload, at) =>
    opened(state, { ...payload, level: 'L4' }, 'TMB_SEC', null, at),
  EscalationAcknowledged: (state, { id }) =>
    onEscalation(state, id, (item) => ({ ...item, stage: 'ACKNOWLEDGED' })),
  EscalationHandedOver: (state, { id, to, level }, at) =>
    onEscalation(state, id, (item) => ({
      ...item,
      owner: to,
      level,
      since: at,
      levelSince: item.level === level ? item.levelSince : at,
      stage: 'OPEN',
    })),
  EscalationResolved: (state, { id }) => closed(state, id, 'RESOLVED'),
  EscalationWithdrawn: (state, { id }) => closed(state, id, 'WITHDRAWN'),
  EscalationMooted: (state, { id }) => closed(state, id, 'MOOT'),
  TmbActionDecided: decided,
  TmbActionNoted: (state) => state,
};
