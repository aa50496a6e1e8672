import { addDays, type Day } from '../../calendar/day.js';
import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { choice, date, list, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, statusOf, type Agreement } from '../../kernel/state.js';
import { NEG } from '../../kernel/vocabulary.js';
import { nomineesInPlace, nomineesReady } from '../guards/nominees.js';
import { prerequisites, recordedBreaks } from '../guards/prerequisites.js';
import { activated } from './activation.js';
import { documentsDueOn } from './openness.js';
import { DOCUMENTS } from './state.js';
import { datesFit } from './term.js';

const notAccepted = (state: Agreement): Refusal | null =>
  state.negotiation.acceptedAt === null
    ? null
    : refuse('WRONG_STATUS', 'ST.5.5', { status: statusOf(state), accepted: true });

export const RequestImprovement = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TPM'], in: ['AGREEMENT_IN_REVIEW'] }],
  shape: object({ points: list(text(), 0, 50), parts: list(choice(...DOCUMENTS), 1, 2) }),
  open: notAccepted,
  decide(state, payload, ctx) {
    const wrong = firstRefusal(
      notAccepted(state),
      payload.points.length === 0 ? refuse('REASON_REQUIRED', 'ST.5.5') : null,
    );
    if (wrong) return wrong;
    const parts = DOCUMENTS.filter((d) => payload.parts.includes(d));
    const deadline = documentsDueOn(state);
    const inTime = deadline === null || ctx.today <= deadline;
    const requested = event('AgreementImprovementRequested', {
      points: payload.points,
      parts,
      inTime,
    });
    return inTime
      ? [requested]
      : [requested, event('ArrangementLapsed', { reason: 'NOT_SATISFACTORY_IN_TIME', deadline })];
  },
});

const exceptionFree = (state: Agreement): Refusal | null =>
  state.negotiation.exception === null
    ? null
    : refuse('EXCEPTION_ALREADY_GRANTED', 'OQ-5', { newDue: state.negotiation.exception.newDue });

export const GrantDeadlineException = command({
  clause: 'OQ-5',
  allowed: [{ roles: ['TMB_SEC'], in: NEG }],
  shape: object({ newDue: date(), reason: optional(text()) }),
  open: (state, ctx) =>
    firstRefusal(notAccepted(state), exceptionFree(state), tooLateForException(state, ctx)),
  decide(state, { newDue, reason }, ctx) {
    const wrong = firstRefusal(
      notAccepted(state),
      exceptionFree(state),
      reason === undefined ? refuse('REASON_REQUIRED', 'OQ-5') : null,
      exceptionInRange(state, newDue, ctx),
    );
    return wrong ?? [event('AgreementDeadlineExtended', { newDue, reason: reason ?? '' })];
  },
});

const latestException = (state: Agreement, due: Day): Day =>
  addDays(due, rulesOf(state).lifecycle_defaults.deadline_exception_max_days);

// When the last possible day is over, no day is left to grant.
function tooLateForException(state: Agreement, ctx: Context): Refusal | null {
  const due = state.approval.registration?.agreementDueOn;
  return due === undefined ? null : exceptionInRange(state, latestException(state, due), ctx);
}

function exceptionInRange(state: Agreement, newDue: Day, ctx: Context): Refusal | null {
  const due = state.approval.registration?.agreementDueOn;
  if (due === undefined) return null;
  const latest = latestException(state, due);
  return newDue > due && newDue <= latest && newDue >= ctx.today
    ? null
    : refuse('INVALID_INPUT', 'OQ-5', {
        faults: [{ pointer: '/newDue', expected: `a day after ${due}, at most ${latest}` }],
      });
}

/** Why the documents cannot be accepted now: G3, recorded breaks (T23), G10 and the seats, G9, the end date. */
export function acceptanceRefusal(state: Agreement, ctx: Context): Refusal | null {
  const dates = state.negotiation.agreedDates;
  if (dates === null) return refuse('END_DATE_MISSING', 'ST.5.5');
  return firstRefusal(
    ...prerequisites(state, ctx.facts, 'ACCEPTANCE'),
    ...recordedBreaks(state),
    nomineesInPlace(state),
    nomineesReady(state),
    dates.end < ctx.today ? refuse('END_DATE_PAST', 'ST.5.5', { end: dates.end }) : null,
    datesFit(state, dates, ctx.facts),
  );
}

export const AcceptDocuments = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TPM'], in: ['AGREEMENT_IN_REVIEW'] }],
  shape: object({}),
  open: (state, ctx) => firstRefusal(notAccepted(state), acceptanceRefusal(state, ctx)),
  decide(state, _, ctx) {
    const { acceptedAt, submission, agreedDates } = state.negotiation;
    if (acceptedAt !== null) return [];
    const wrong = acceptanceRefusal(state, ctx);
    if (wrong) return wrong;
    if (submission === null || agreedDates === null) return refuse('SIGNATURE_MISSING', 'ST.5.5');
    const accepted = event('AgreementAccepted', {
      documentHash: submission.documentHash,
      planHash: submission.planHash,
      ...agreedDates,
    });
    return agreedDates.start <= ctx.today
      ? [accepted, ...activated(state, agreedDates, ctx)]
      : [accepted];
  },
});
