import { asInForce, asItStands, documents, type Agreement } from '@twinning/domain';
import { hashOf } from '@twinning/engine';

type Documents = ReturnType<typeof documents>;
type Amending = NonNullable<Agreement['negotiation']['amending']>;

export type Negotiation = Omit<Agreement['negotiation'], 'amending'> & {
  readonly documents: Documents;
  /** The text with what amendments have put in the place of clauses; null while none is in force. */
  readonly inForce: Documents | null;
  /** The amendment that is being negotiated, with its text. */
  readonly amending: (Amending & { readonly documents: Documents }) | null;
};

/** The negotiation with its two documents as they stand: clauses, versions, acceptances, and the hashes they bind to. */
export function documentsOf(state: Agreement): Negotiation {
  const { amending } = state.negotiation;
  const amended = state.execution.amendments.some((a) => a.stage === 'IN_FORCE');
  return {
    ...state.negotiation,
    documents: documents(state, hashOf),
    inForce: amended ? documents(asInForce(state, hashOf), hashOf) : null,
    amending:
      amending === null || state.stage !== 'FORCE'
        ? null
        : { ...amending, documents: documents(asItStands(state, hashOf), hashOf) },
  };
}
