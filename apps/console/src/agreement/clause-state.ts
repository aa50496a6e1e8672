import type { Clause } from './model.js';

export type ClauseState = 'UNWRITTEN' | 'OPEN' | 'AGREED' | 'LOCKED' | 'REJECTED';

/** Where a clause stands, in one word. */
export function clauseState(
  clause: Pick<Clause, 'kind' | 'value' | 'acceptedBy' | 'rejected'>,
): ClauseState {
  if (clause.kind === 'locked') return 'LOCKED';
  if (clause.value === null) return 'UNWRITTEN';
  if (clause.acceptedBy.length >= 2) return 'AGREED';
  return clause.rejected === null ? 'OPEN' : 'REJECTED';
}
