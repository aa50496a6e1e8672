import type { Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import { SIDES, type Side } from '../../kernel/vocabulary.js';
import type { TermsChange } from './events.js';
import { awaitsAnswer } from './openness.js';
import type { ClauseVersion, DocumentName, Terms } from './state.js';
import type { TermsEvents } from './table.js';

export const withTerms = (state: Agreement, change: Partial<Terms>): Agreement => ({
  ...state,
  negotiation: { ...state.negotiation, ...change },
});

/** Any change of the text voids what was accepted as a whole (lifecycle.md D12). */
const textChangedAt = (at: Instant): Partial<Terms> => ({
  acceptances: [],
  changedAt: at,
});

const onCurrent = (
  state: Agreement,
  clause: string,
  change: (version: ClauseVersion) => ClauseVersion,
): Agreement => {
  const versions = state.negotiation.clauses[clause] ?? [];
  const current = versions.at(-1);
  if (current === undefined) return state;
  return withTerms(state, {
    clauses: {
      ...state.negotiation.clauses,
      [clause]: [...versions.slice(0, -1), change(current)],
    },
  });
};

function proposed(
  state: Agreement,
  id: string,
  side: Side,
  changes: readonly TermsChange[],
  at: Instant,
): Agreement {
  const { clauses, proposals } = state.negotiation;
  const added = changes.map(({ clause, hash, language, value }) => {
    const version = {
      hash,
      language,
      value,
      side,
      proposal: id,
      acceptedBy: [side],
      rejected: null,
    };
    return [clause, [...(clauses[clause] ?? []), version]] as const;
  });
  const proposal = {
    id,
    side,
    clauses: changes.map((c) => c.clause),
    since: at,
    counteredBy: null,
    withdrawn: false,
  };
  return withTerms(state, {
    ...textChangedAt(at),
    clauses: { ...clauses, ...Object.fromEntries(added) },
    proposals: [...proposals, proposal],
  });
}

/** Clauses return to the version before; what thereby waits for an answer again waits from now on. */
function withdrawn(state: Agreement, id: string, at: Instant): Agreement {
  const { clauses, proposals } = state.negotiation;
  const waited = proposals.filter((p) => awaitsAnswer(state, p)).map((p) => p.id);
  const before = withTerms(state, {
    ...textChangedAt(at),
    clauses: Object.fromEntries(
      Object.entries(clauses)
        .map(([clause, versions]) => [clause, versions.filter((v) => v.proposal !== id)] as const)
        .filter(([, versions]) => versions.length > 0),
    ),
    proposals: proposals.map((p) => ({
      ...p,
      withdrawn: p.withdrawn || p.id === id,
      counteredBy: p.counteredBy === id ? null : p.counteredBy,
    })),
  });
  return withTerms(before, {
    proposals: changeWhere(
      before.negotiation.proposals,
      (p) => !waited.includes(p.id) && awaitsAnswer(before, p),
      (p) => ({ ...p, since: at }),
    ),
  });
}

/** The text that is still open speaks of others now, or under other rules: what was accepted as a whole was another one. */
export const openTextChanged = (state: Agreement, at: Instant): Agreement => {
  const { frozen, changedAt } = state.negotiation;
  return frozen.AGREEMENT === null && state.term === null
    ? withTerms(state, { acceptances: [], changedAt: changedAt && at })
    : state;
};

export const reopened = (
  state: Agreement,
  parts: readonly DocumentName[],
  at: Instant,
): Agreement => {
  const agreement = parts.includes('AGREEMENT');
  const { frozen, signatures, agreedDates } = state.negotiation;
  // An amendment does not change whom the agreement names; a text that was never in force names anew.
  const { persons: _, ...terms } = state.negotiation;
  const open = agreement && state.stage !== 'FORCE' ? { ...state, negotiation: terms } : state;
  return withTerms(open, {
    ...textChangedAt(at),
    frozen: {
      AGREEMENT: agreement ? null : frozen.AGREEMENT,
      PLAN: parts.includes('PLAN') ? null : frozen.PLAN,
    },
    signatures: agreement ? [] : signatures,
    agreedDates: agreement ? null : agreedDates,
  });
};

const acceptedBy = (version: ClauseVersion, side: Side): ClauseVersion => ({
  ...version,
  acceptedBy: SIDES.filter((s) => s === side || version.acceptedBy.includes(s)),
  rejected: null,
});

/** Folds what is done to the text, whether it is that of the agreement or of an amendment. */
export const termsEvolvers: Evolvers<TermsEvents> = {
  TermsProposed: (state, { proposal, side, changes }, at) =>
    proposed(state, proposal, side, changes, at),
  TermsCountered: (state, { proposal, side, answersTo, changes }, at) => {
    const next = proposed(state, proposal, side, changes, at);
    return withTerms(next, {
      proposals: changeWhere(
        next.negotiation.proposals,
        (p) => p.id === answersTo,
        (p) => ({ ...p, counteredBy: proposal }),
      ),
    });
  },
  TermsProposalWithdrawn: (state, { proposal }, at) => withdrawn(state, proposal, at),
  ClauseAccepted: (state, { clause, side }) =>
    onCurrent(state, clause, (version) => acceptedBy(version, side)),
  ClauseAgreed: (state, { clause }) =>
    withTerms(state, {
      clauses: {
        ...state.negotiation.clauses,
        [clause]: (state.negotiation.clauses[clause] ?? []).slice(-1),
      },
    }),
  ClauseRejected: (state, { clause, side, reason }) =>
    withTerms(
      onCurrent(state, clause, (version) => ({ ...version, rejected: reason })),
      { acceptances: state.negotiation.acceptances.filter((a) => a.side !== side) },
    ),
  ClauseCommented: (state) => state,
  ClauseTranslated: (state, { clause, ofHash, language, value, hash, side, waiverStays }, at) =>
    withTerms(state, {
      ...textChangedAt(at),
      waived: state.negotiation.waived.filter((l) => l !== language || waiverStays === true),
      // Those of other versions stay: a withdrawal brings back the text before, and with it what translates it.
      translations: [
        ...state.negotiation.translations.filter(
          (t) => t.clause !== clause || t.language !== language || t.ofHash !== ofHash,
        ),
        { clause, language, ofHash, hash, value, side },
      ],
    }),
  TranslationWaived: (state, { language }, at) =>
    withTerms(state, {
      ...textChangedAt(at),
      waived: [...state.negotiation.waived.filter((l) => l !== language), language],
      translations: state.negotiation.translations.filter((t) => t.language !== language),
    }),
  TermsAccepted: (state, { side, documentHash, planHash }) =>
    withTerms(state, {
      acceptances: [
        ...state.negotiation.acceptances.filter((a) => a.side !== side),
        { side, documentHash, planHash },
      ],
      clauses: Object.fromEntries(
        Object.entries(state.negotiation.clauses).map(([clause, versions]) => [
          clause,
          versions.map((v, index) => (index === versions.length - 1 ? acceptedBy(v, side) : v)),
        ]),
      ),
    }),
  TermsReopened: (state, { parts }, at) => reopened(state, parts, at),
};
