import type { Grant, Principal } from '../kernel/principal.js';
import { ISO_DESKS } from '../people/state.js';
import { passes } from './reads.js';

/**
 * What a principal may see of the record beside agreements, as a store can filter it: the same rules as `READ_RULES.AUDIT` and
 * `canSeeStaff`, without looking at an entry.
 */
export interface RecordVisibility {
  /** Who read what, and who was refused what, everywhere. */
  readonly audit: boolean;
  /** The people of all bodies, or of one (0: the desks of ISO); null: only of a body that has invited the person. */
  readonly staff: 'ALL' | number | null;
}

export const recordVisibilityOf = (principal: Principal): RecordVisibility => ({
  audit: passes('AUDIT', principal),
  staff: staffOf(principal),
});

function staffOf({ member, grants }: Principal): RecordVisibility['staff'] {
  const has = (role: Grant['role']) => grants.some((grant) => grant.role === role);
  if (has('AUDITOR') || (member === null && has('ISO_CS'))) return 'ALL';
  return member ?? (grants.length > 0 ? ISO_DESKS : null);
}
