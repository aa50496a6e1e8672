import { differenceOfValues, type UnitDifference } from '@twinning/documents';
import {
  amendmentsInForce,
  asInForce,
  asItStands,
  documents,
  laterTexts,
  type Agreement,
  type ClauseView,
  type LaterText,
} from '@twinning/domain';
import { hashOf } from '@twinning/engine';

/** With what it changed in the text before it, word by word; a sentence that stands elsewhere now has moved. */
type Later = LaterText & { readonly difference: readonly UnitDifference[] };
type Documents = Omit<ReturnType<typeof documents>, 'clauses'> & {
  /** `later`: what has been put in the place of the signed text since, the text in force last. */
  readonly clauses: readonly (ClauseView & { readonly later: readonly Later[] })[];
};
type Amending = NonNullable<Agreement['negotiation']['amending']>;

export type Negotiation = Omit<Agreement['negotiation'], 'amending'> & {
  readonly documents: Documents;
  /** The text with what amendments have put in the place of clauses; null while none is in force. */
  readonly inForce: Documents | null;
  /** The amendment that is being negotiated, with its text. */
  readonly amending: (Amending & { readonly documents: Documents }) | null;
};

const laterOf = (state: Agreement, clause: ClauseView): readonly Later[] =>
  laterTexts(state, clause).map((text, i, all) => ({
    ...text,
    difference: differenceOfValues(
      i === 0 ? clause.value : (all[i - 1]?.value ?? null),
      text.value,
    ),
  }));

/** The negotiation with its two documents as they stand: clauses, versions, acceptances, and the hashes they bind to. */
export function documentsOf(state: Agreement): Negotiation {
  const { amending } = state.negotiation;
  // Amendments stand in another section: to those from whom the terms are withheld they say nothing here.
  const isShown = state.negotiation.openedAt !== null;
  const amended = isShown && amendmentsInForce(state).length > 0;
  const signed = documents(state, hashOf);
  const later = new Map(signed.clauses.map((c) => [c.clause, isShown ? laterOf(state, c) : []]));
  const withLater = ({ clauses, ...of }: ReturnType<typeof documents>): Documents => ({
    ...of,
    clauses: clauses.map((clause) => ({ ...clause, later: later.get(clause.clause) ?? [] })),
  });
  return {
    ...state.negotiation,
    documents: withLater(signed),
    inForce: amended ? withLater(documents(asInForce(state, hashOf), hashOf)) : null,
    amending:
      amending === null || state.stage !== 'FORCE'
        ? null
        : { ...amending, documents: withLater(documents(asItStands(state, hashOf), hashOf)) },
  };
}
