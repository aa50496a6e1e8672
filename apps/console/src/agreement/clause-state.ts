import type { Clause, Side } from './model.js';

export type ClauseState = 'UNWRITTEN' | 'OPEN' | 'AGREED' | 'LOCKED';

/** Where a clause stands, in one word; rejected words are to be written again. */
export function clauseState(
  clause: Pick<Clause, 'kind' | 'value' | 'acceptedBy' | 'rejected'>,
): ClauseState {
  if (clause.kind === 'locked') return 'LOCKED';
  if (clause.value === null) return 'UNWRITTEN';
  if (clause.acceptedBy.length >= 2) return 'AGREED';
  return clause.rejected === null ? 'OPEN' : 'UNWRITTEN';
}

/** Whose word an open clause waits for; null where it waits for both. */
export function waitsFor({ acceptedBy }: Pick<Clause, 'acceptedBy'>): Side | null {
  const [by] = acceptedBy;
  if (by === undefined) return null;
  return by === 'LEAD' ? 'TWINNED' : 'LEAD';
}

/** Words that wait for this side to take or refuse them: not its own, and not taken already. */
export const mayAnswer = (
  clause: Pick<Clause, 'kind' | 'value' | 'hash' | 'acceptedBy' | 'rejected'>,
  own: Side | null,
): boolean =>
  clause.hash !== null &&
  own !== null &&
  !clause.acceptedBy.includes(own) &&
  ['OPEN', 'UNWRITTEN'].includes(clauseState(clause));

/** Clauses for which there is a suggestion, as long as nobody has written them. */
export const mayBegin = ({
  kind,
  clause,
  value,
}: Pick<Clause, 'kind' | 'clause' | 'value'>): boolean =>
  value === null && (kind === 'open' || clause === 'responsibilities');
