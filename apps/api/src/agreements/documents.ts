import { documents, type Agreement } from '@twinning/domain';
import { hashOf } from '@twinning/engine';

export type Negotiation = Agreement['negotiation'] & {
  readonly documents: ReturnType<typeof documents>;
};

/** The negotiation with its two documents as they stand: clauses, versions, acceptances, and the hashes they bind to. */
export const documentsOf = (state: Agreement): Negotiation => ({
  ...state.negotiation,
  documents: documents(state, hashOf),
});
