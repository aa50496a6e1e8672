import type { Grant } from '../kernel/principal.js';
import { ROLE_RULES } from '../policy/relations.js';

type Scope = 'ALL' | readonly number[];

const OF_COMMITTEES = Object.values(ROLE_RULES).filter((r) => r.relation === 'OWN_COMMITTEE');

// A desk that names no committee looks after none; everybody else's role is then for every committee.
const scopeOf = ({ role, committees }: Grant): Scope =>
  committees ?? (OF_COMMITTEES.some((r) => r.grant === role) ? [] : 'ALL');

/** The part of a grant that these grants cover; null when nothing of it is left. */
export function heldStill(grant: Grant, held: readonly Grant[]): Grant | null {
  const same = held.filter((g) => g.role === grant.role).map(scopeOf);
  if (same.length === 0) return null;
  const wanted = scopeOf(grant);
  if (same.includes('ALL')) return wanted.length === 0 ? null : grant;
  const now = [...new Set(same.flatMap((scope) => (scope === 'ALL' ? [] : scope)))];
  const committees = wanted === 'ALL' ? now : wanted.filter((id) => now.includes(id));
  return committees.length === 0 ? null : { ...grant, committees };
}

/** Whether these grants cover all of a grant. */
export function isHeldWhole(grant: Grant, held: readonly Grant[]): boolean {
  const left = heldStill(grant, held);
  if (left === null) return false;
  const [wanted, now] = [scopeOf(grant), scopeOf(left)];
  return wanted === 'ALL' ? now === 'ALL' : now === 'ALL' || now.length === wanted.length;
}
