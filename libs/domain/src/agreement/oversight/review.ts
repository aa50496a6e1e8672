import { addDays, type Day } from '../../calendar/day.js';
import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import {
  choice,
  date,
  integer,
  list,
  nullable,
  object,
  optional,
  text,
} from '../../kernel/schema.js';
import { rulesOf, sideOf, type Agreement } from '../../kernel/state.js';
import { FORCE, PARTNERS } from '../../kernel/vocabulary.js';
import { escalateToTmb, resolveTriggered } from './escalate.js';
import { REVIEW_OUTCOMES, type ActionOrder } from './events.js';
import { missingSides, takesParts, type CorrectiveAction, type Review } from './state.js';

const year = () => integer(2000, 9999);

/** Orders as a caller gives them: the side in charge, what is to be done and by which day. */
export const orders = () =>
  list(object({ side: choice('LEAD', 'TWINNED', 'BOTH'), text: text(2000), dueOn: date() }), 1, 20);

const reviewOf = (state: Agreement, wanted: number): Review | undefined =>
  state.oversight.reviews.find((r) => r.year === wanted);

const openReview = (state: Agreement, wanted: number): Review | Refusal => {
  const review = reviewOf(state, wanted);
  return review !== undefined && takesParts(review)
    ? review
    : refuse('NO_OPEN_REVIEW', 'ST.5.6', { year: wanted, stage: review?.stage ?? null });
};

const someOpenReview = (state: Agreement): Refusal | null =>
  state.oversight.reviews.some(takesParts) ? null : refuse('NO_OPEN_REVIEW', 'ST.5.6');

/** What the TPM's section still waits for (rules.md 6.1: the partners' parts and the P-members' opinion). */
const incomplete = (review: Review): Refusal | null => {
  const missing = [...missingSides(review), ...(review.survey === null ? ['P_MEMBERS'] : [])];
  return missing.length === 0
    ? null
    : refuse('REVIEW_INCOMPLETE', 'ST.5.6', { year: review.year, missing });
};

/** Numbers the orders and checks their days: after today, at most ninety days ahead. */
export function numberedActions(
  state: Agreement,
  given: readonly Omit<ActionOrder, 'id'>[],
  ctx: Context,
): readonly ActionOrder[] | Refusal {
  const latest = addDays(ctx.today, rulesOf(state).lifecycle_defaults.corrective_action_max_days);
  const inTime = (day: Day): boolean => day > ctx.today && day <= latest;
  const faults = given.flatMap((order, index) =>
    inTime(order.dueOn)
      ? []
      : [{ pointer: `/actions/${String(index)}/dueOn`, expected: `a day up to ${latest}` }],
  );
  if (faults.length > 0) return refuse('INVALID_INPUT', 'ST.4(g)', { faults });
  const first = state.oversight.actions.length + 1;
  return given.map((order, index) => ({ ...order, id: `C${String(first + index)}` }));
}

/** Each partner's own part; it may be replaced until the TPM's section is complete. */
const SubmitAnnualAssessment = command({
  clause: 'ST.5.6',
  allowed: [{ roles: PARTNERS, in: FORCE }],
  shape: object({ year: year(), rating: integer(1, 5), text: text(20_000) }),
  open: someOpenReview,
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const review = openReview(state, payload.year);
    if (isRefusal(review)) return review;
    const before = review.parts[side];
    if (before?.rating === payload.rating && before.text === payload.text) return [];
    const late = review.stage === 'MISSING';
    const items = state.oversight.escalations.filter((e) => e.open && e.level === 'L4');
    const item = items.find((e) => e.trigger === 'T28') ?? items[0];
    const attachedTo = late ? (item?.id ?? null) : null;
    return [event('PartnerAssessmentSubmitted', { ...payload, side, late, attachedTo })];
  },
});

const RecordPMemberFeedback = command({
  clause: 'ST.5.6',
  allowed: [{ roles: ['TPM'], in: FORCE }],
  shape: object({
    year: year(),
    survey: nullable(
      object({ score: integer(1, 5), answers: integer(1, 10_000), reference: text(200) }),
    ),
  }),
  open: someOpenReview,
  decide(state, payload, ctx) {
    const review = openReview(state, payload.year);
    if (isRefusal(review)) return review;
    const survey = payload.survey ?? 'NO_SURVEY_DATA';
    const same =
      review.survey !== null && ctx.hash(given(review.survey)) === ctx.hash(given(survey));
    return same ? [] : [event('PMemberFeedbackRecorded', { year: payload.year, survey })];
  },
});

const given = (survey: NonNullable<Review['survey']>) =>
  survey === 'NO_SURVEY_DATA' ? survey : [survey.score, survey.answers, survey.reference];

const CompleteTpmSection = command({
  clause: 'ST.5.6',
  allowed: [{ roles: ['TPM'], in: FORCE }],
  shape: object({ year: year(), text: text(20_000) }),
  open: (state) =>
    someOpenReview(state) ??
    someOf(state.oversight.reviews.filter(takesParts), 'ST.5.6', (review) => incomplete(review)),
  decide(state, payload) {
    if (reviewOf(state, payload.year)?.tpmSection?.text === payload.text) return [];
    const review = openReview(state, payload.year);
    if (isRefusal(review)) return review;
    return (
      incomplete(review) ?? [
        event('TpmAssessmentSectionCompleted', payload),
        ...resolveTriggered(state, 'T29'),
      ]
    );
  },
});

/** The TMB secretariat files the review, with dated actions where needed, or brings it to the TMB. */
const ConcludeAnnualReview = command({
  clause: 'ST.5.6',
  allowed: [{ roles: ['TMB_SEC'], in: FORCE }],
  shape: object({
    year: year(),
    outcome: choice(...REVIEW_OUTCOMES),
    comment: optional(text()),
    actions: optional(orders()),
  }),
  open: (state) =>
    state.oversight.reviews.some((r) => r.stage === 'COMPLETE')
      ? null
      : refuse('REVIEW_INCOMPLETE', 'ST.5.6'),
  decide(state, { year: wanted, outcome, comment = null, actions = [] }, ctx) {
    if (reviewOf(state, wanted)?.stage !== 'COMPLETE') {
      return refuse('REVIEW_INCOMPLETE', 'ST.5.6', { year: wanted });
    }
    if (outcome === 'UNSATISFACTORY') {
      return [
        event('AnnualReviewEscalated', { year: wanted, comment }),
        ...escalateToTmb(state, 'NEGATIVE_REVIEW', comment),
      ];
    }
    const wrong = actionsFit(outcome === 'SATISFACTORY_WITH_ACTIONS', actions.length);
    const numbered = numberedActions(state, actions, ctx);
    if (wrong) return wrong;
    if (isRefusal(numbered)) return numbered;
    return [event('AnnualReviewFiled', { year: wanted, outcome, comment, actions: numbered })];
  },
});

/** Actions are named exactly when the outcome asks for them. */
export const actionsFit = (asked: boolean, count: number): Refusal | null =>
  asked === count > 0
    ? null
    : refuse('INVALID_INPUT', 'ST.4(g)', {
        faults: [
          { pointer: '/actions', expected: asked ? 'at least one action' : 'no action here' },
        ],
      });

/** Done is said once by the side in charge; the TPM confirms it whenever it is open. */
function mayReport(state: Agreement, action: CorrectiveAction, ctx: Context): Refusal | null {
  if (ctx.actor.role === 'TPM') return null;
  const { id, side, reportedAt } = action;
  if (side !== 'BOTH' && side !== sideOf(state, ctx.actor.member)) {
    return refuse('NOT_OWNER', 'ST.4(g)', { action: id, side });
  }
  return reportedAt === null ? null : nothingToDo({ clause: 'ST.4(g)' });
}

/** The partner in charge reports the action done, the TPM confirms it. */
const CompleteCorrectiveAction = command({
  clause: 'ST.4(g)',
  allowed: [
    { roles: PARTNERS, in: FORCE },
    { roles: ['TPM'], in: FORCE },
  ],
  shape: object({ action: text(20), text: optional(text(2000)) }),
  open(state, ctx) {
    const waiting = state.oversight.actions.filter((a) => !a.confirmed);
    return waiting.length === 0
      ? refuse('UNKNOWN_ACTION', 'ST.4(g)')
      : someOf(waiting, 'ST.4(g)', (a) => mayReport(state, a, ctx));
  },
  decide(state, payload, ctx) {
    const action = state.oversight.actions.find((a) => a.id === payload.action && !a.confirmed);
    if (action === undefined) {
      return refuse('UNKNOWN_ACTION', 'ST.4(g)', { action: payload.action });
    }
    const side = sideOf(state, ctx.actor.member);
    const confirmed = ctx.actor.role === 'TPM';
    const wrong = mayReport(state, action, ctx);
    if (wrong?.refused === 'NOT_OWNER') return wrong;
    if (wrong) return [];
    return [
      event('CorrectiveActionCompleted', {
        id: action.id,
        side,
        confirmed,
        text: payload.text ?? null,
      }),
      ...(confirmed ? resolveTriggered(state, `T31:${action.id}`) : []),
    ];
  },
});

export const reviewCommands = {
  SubmitAnnualAssessment,
  RecordPMemberFeedback,
  CompleteTpmSection,
  ConcludeAnnualReview,
  CompleteCorrectiveAction,
};
