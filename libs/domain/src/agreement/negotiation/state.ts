import type { Day } from '../../calendar/day.js';
import type { Side } from '../../kernel/vocabulary.js';

export interface NegotiationState {
  readonly signatories: readonly Signatory[];
  /** Start and end of the frozen text; they become the term at activation. */
  readonly agreedDates: { readonly start: Day; readonly end: Day } | null;
}

export interface Signatory {
  readonly side: Side;
  readonly person: string;
  /** Hash of the evidence of authority. */
  readonly authority: string;
}

export const noNegotiation: NegotiationState = { signatories: [], agreedDates: null };
