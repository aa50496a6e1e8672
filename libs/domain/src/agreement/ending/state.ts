import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import type { Agreement } from '../../kernel/state.js';

export interface EndingState {
  /** Decisions that can be appealed; final after the window (T60) or by their appeal. */
  readonly decisions: readonly AppealableDecision[];
  /** When and on which day the arrangement ended, lapsed or was withdrawn. */
  readonly ended: { readonly at: Instant; readonly on: Day } | null;
}

export interface AppealableDecision {
  readonly id: string;
  readonly kind: 'APPROVAL' | 'REJECTION' | 'CANCELLATION' | 'TMB_ACTION' | 'APPEAL';
  readonly body: 'TPM' | 'COMMITTEE' | 'TMB' | 'COUNCIL';
  readonly reference: string | null;
  readonly decidedOn: Day;
  readonly final: boolean;
}

export const noEnding: EndingState = { decisions: [], ended: null };

/** Adds a decision to those that can be appealed; used by the evolvers of the deciding events. */
export const withDecision = (
  state: Agreement,
  decision: Omit<AppealableDecision, 'id' | 'final'>,
): Agreement => ({
  ...state,
  ending: {
    ...state.ending,
    decisions: [
      ...state.ending.decisions,
      { ...decision, id: `D${String(state.ending.decisions.length + 1)}`, final: false },
    ],
  },
});
