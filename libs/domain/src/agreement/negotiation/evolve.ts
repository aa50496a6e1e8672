import type { Evolvers } from '../../kernel/events.js';
import { amendmentBasis, basisOf } from './basis.js';
import type { NegotiationEvents } from './events.js';
import { reopened, termsEvolvers, withTerms } from './evolve-terms.js';
import { givenUp } from './finished.js';
import { agreedTerms } from './in-force.js';
import { ontoTable } from './table.js';

/** Folds the events of the negotiation; plain data in, plain data out. */
export const evolvers: Evolvers<NegotiationEvents> = {
  ...ontoTable(termsEvolvers),
  NegotiationOpened: (state, { templateVersion, templateHash = null, language }, at) =>
    withTerms(state, { templateVersion, templateHash, language, openedAt: at }),
  TermsFrozen: (state, { documentHash, planHash, start, end, persons }, at) =>
    withTerms(state, {
      ...(persons && { persons }),
      frozen: { AGREEMENT: documentHash, PLAN: planHash },
      frozenAt: at,
      basis: basisOf(state),
      agreedDates: { start, end },
      signatures: state.negotiation.signatures.filter((s) => s.documentHash === documentHash),
      clauses: Object.fromEntries(
        Object.entries(state.negotiation.clauses).map(([clause, v]) => [clause, v.slice(-1)]),
      ),
    }),
  AmendmentOpened: (state, { id, side, reason, hashes }, at) => ({
    ...state,
    negotiation: {
      ...state.negotiation,
      amending: {
        ...{ id, side, reason, at },
        terms: {
          ...agreedTerms(state, hashes),
          basis: amendmentBasis(state),
          openedAt: at,
          frozen: { AGREEMENT: null, PLAN: state.negotiation.frozen.PLAN ?? '' },
        },
      },
    },
  }),
  AmendmentWithdrawn: (state, { id }) => givenUp(state, id, 'WITHDRAWN'),
  SignatoryDesignated: (state, signatory) =>
    withTerms(state, {
      signatories: [
        ...state.negotiation.signatories.filter((s) => s.side !== signatory.side),
        signatory,
      ],
    }),
  AgreementSigned: (state, signature, at) =>
    withTerms(state, { signatures: [...state.negotiation.signatures, { ...signature, at }] }),
  SignatureWithdrawn: (state, { side }) =>
    withTerms(state, { signatures: state.negotiation.signatures.filter((s) => s.side !== side) }),
  SignedAgreementSubmitted: (state, { documentHash, planHash }, at) => ({
    ...withTerms(state, { submission: { at, documentHash, planHash } }),
    stage: 'AGREEMENT_IN_REVIEW',
  }),
  AgreementImprovementRequested: (state, { parts, inTime }, at) =>
    inTime
      ? {
          ...withTerms(reopened(state, parts, at), { submission: null }),
          stage: 'AGREEMENT_PENDING',
        }
      : state,
  AgreementDeadlineExtended: (state, { newDue }, at) =>
    withTerms(state, { exception: { newDue, at } }),
  AgreementAccepted: (state, _, at) => withTerms(state, { acceptedAt: at }),
  ArrangementActivated: (state, { start, end, meetingDates, parent }, at) => ({
    ...state,
    stage: 'FORCE',
    term: {
      ...{ start, end, activatedAt: at, windowOpened: false },
      ...(parent === undefined ? {} : { parent }),
    },
    execution: { ...state.execution, meetingDates },
  }),
};
