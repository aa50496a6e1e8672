import { dayAt } from '../../calendar/zurich.js';
import type { Day } from '../../calendar/day.js';
import { lastDayAfter } from '../../kernel/timers.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { NEG, isOneOf, otherSide, type Desk, type Side } from '../../kernel/vocabulary.js';
import { currentVersion } from './documents.js';
import type { Proposal } from './state.js';

/**
 * True while there is a clause in it that the other side has neither accepted, rejected nor replaced (T20). A counter to
 * some of its clauses answers those: the others still wait.
 */
export const awaitsAnswer = (state: Agreement, proposal: Proposal): boolean =>
  !proposal.withdrawn && unansweredIn(state, proposal).length > 0;

/** The clauses of a proposal that stand as it has them, without a word from the other side. */
export const unansweredIn = (state: Agreement, { id, side, clauses }: Proposal) =>
  clauses.filter((clause) => {
    const version = currentVersion(state, clause);
    return (
      version?.proposal === id &&
      version.rejected === null &&
      !version.acceptedBy.includes(otherSide(side))
    );
  });

/** Proposals that wait for an answer of the side. */
export const owedBy = (state: Agreement, side: Side): readonly Proposal[] =>
  state.negotiation.proposals.filter((p) => p.side !== side && awaitsAnswer(state, p));

export const bothFrozen = (state: Agreement): boolean =>
  state.negotiation.frozen.AGREEMENT !== null && state.negotiation.frozen.PLAN !== null;

export const signatureOf = (state: Agreement, side: Side) =>
  state.negotiation.signatures.find((s) => s.side === side);

export const bothSigned = (state: Agreement): boolean => state.negotiation.signatures.length === 2;

/** The last inclusive day for satisfactory documents: three months, or the exception (T17, T18); null before registration. */
export const documentsDueOn = (state: Agreement): Day | null =>
  state.negotiation.exception?.newDue ?? state.approval.registration?.agreementDueOn ?? null;

/**
 * The last day to cure a prerequisite broken before the start: 60 days after the later of the break and T17 (T23); the
 * earliest when several are broken, null when none is. A break that becomes known late counts from its recording: an
 * arrangement never lapses at an instant before anybody knew.
 */
export function cureBy(state: Agreement): Day | null {
  const due = documentsDueOn(state);
  const days = rulesOf(state).sla_defaults.prerequisite_cure_days;
  if (due === null) return null;
  return state.execution.broken
    .map(({ since, at }) => latestOf(since, dayAt(at), due))
    .map((from) => lastDayAfter.days(from, days))
    .reduce<Day | null>((first, d) => (first === null || d < first ? d : first), null);
}

const latestOf = (...days: readonly [Day, ...Day[]]): Day =>
  days.reduce((last, d) => (d > last ? d : last));

/** Whose move the negotiation waits for. */
export function whoseMove(state: Agreement): Desk {
  const { negotiation, stage } = state;
  if (stage === 'NONE' || stage === 'FORCE' || !isOneOf(NEG, stage)) return 'NOBODY';
  if (stage === 'AGREEMENT_IN_REVIEW') return negotiation.acceptedAt === null ? 'TPM' : 'NOBODY';
  const owing = (['LEAD', 'TWINNED'] as const).filter((side) => owesMove(state, side));
  return owing.length === 1 ? (owing[0] ?? 'BOTH') : 'BOTH';
}

function owesMove(state: Agreement, side: Side): boolean {
  const { acceptances } = state.negotiation;
  if (!bothFrozen(state)) {
    const owing = owedBy(state, side).length > 0;
    const nobodyOwes = owedBy(state, otherSide(side)).length === 0;
    return owing || (nobodyOwes && !acceptances.some((a) => a.side === side));
  }
  if (bothSigned(state)) return side === 'LEAD';
  return signatureOf(state, side) === undefined;
}
