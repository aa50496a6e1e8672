import type { Instant } from '../../calendar/zurich.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import type { Amendment } from '../execution/state.js';

/** Both have agreed on the text of the amendment: it stays on the table, closed to changes, until both have signed. */
export function onTable(state: Agreement, id: string, hash: string, at: Instant): Agreement {
  const { amending } = state.negotiation;
  if (amending?.id !== id) return state;
  const { terms } = amending;
  const frozen = { ...terms.frozen, AGREEMENT: hash };
  return {
    ...state,
    negotiation: {
      ...state.negotiation,
      amending: { ...amending, terms: { ...terms, frozen, frozenAt: at } },
    },
  };
}

/** The agreed amendment that waits for its signatures: not one whose text was opened again. */
export function amendmentToSign({ negotiation, execution }: Agreement): Amendment | undefined {
  const { amending } = negotiation;
  const reopened = amending?.terms.frozen.AGREEMENT === null ? amending.id : null;
  return execution.amendments.find((a) => a.stage === 'OPEN' && a.id !== reopened);
}

/** The amendment no longer lies on the table. */
export const offTable = (state: Agreement, id: string): Agreement =>
  state.negotiation.amending?.id === id
    ? { ...state, negotiation: { ...state.negotiation, amending: null } }
    : state;

/** Withdrawn or expired: what was in force stays in force. */
export function givenUp(state: Agreement, id: string, stage: 'WITHDRAWN' | 'EXPIRED'): Agreement {
  const { amendments } = state.execution;
  const before = offTable(state, id);
  const agreed = amendments.some((a) => a.id === id);
  const { negotiation } = before;
  return {
    ...before,
    // The number of one that was never agreed is used up all the same.
    negotiation: agreed ? negotiation : { ...negotiation, abandoned: negotiation.abandoned + 1 },
    execution: {
      ...before.execution,
      amendments: changeWhere(
        amendments,
        (a) => a.id === id,
        (a) => ({ ...a, stage }),
      ),
    },
  };
}
