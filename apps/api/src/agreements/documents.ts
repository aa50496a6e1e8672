import {
  documents,
  laterTexts,
  type Agreement,
  type ClauseView,
  type LaterText,
} from '@twinning/domain';
import { hashOf } from '@twinning/engine';

export type Negotiation = Agreement['negotiation'] & {
  readonly documents: Omit<ReturnType<typeof documents>, 'clauses'> & {
    /** `later`: what has been put in the place of the signed text since, the text in force last. */
    readonly clauses: readonly (ClauseView & { readonly later: readonly LaterText[] })[];
  };
};

/** The negotiation with its two documents as they stand: clauses, versions, acceptances, and the hashes they bind to. */
export function documentsOf(state: Agreement): Negotiation {
  const { clauses, ...of } = documents(state, hashOf);
  // Amendments stand in another section: to those from whom the terms are withheld they say nothing here.
  const isShown = state.negotiation.openedAt !== null;
  return {
    ...state.negotiation,
    documents: {
      ...of,
      clauses: clauses.map((clause) => ({
        ...clause,
        later: isShown ? laterTexts(state, clause) : [],
      })),
    },
  };
}
