import type { Grant, Principal } from '../kernel/principal.js';
import { ISO_DESKS } from '../people/state.js';
import { passes } from './reads.js';
import type { Committees } from './visibility.js';

/**
 * What a principal may see of the record beside agreements, as a store can filter it: the same rules as `READ_RULES.AUDIT`,
 * `canSeeParticipation` and `canSeeStaff`, without looking at an entry.
 */
export interface RecordVisibility {
  /** Who read what, and who was refused what, everywhere. */
  readonly audit: boolean;
  /** The people of all bodies, or of one (0: the desks of ISO); null: only of a body that has invited the person. */
  readonly staff: 'ALL' | number | null;
  /** The own body's participation in committees. */
  readonly own: boolean;
  /** Every body's participation in these committees. */
  readonly participation: Committees;
}

const OF_BODY: readonly Grant['role'][] = ['NSB_REP', 'MBUA'];
const OF_ALL: readonly Grant['role'][] = ['TMB_SEC', 'ISO_CS', 'AUDITOR'];
const OF_COMMITTEE: readonly Grant['role'][] = ['COMMITTEE_MANAGER', 'TPM'];

export const recordVisibilityOf = (principal: Principal): RecordVisibility => ({
  audit: passes('AUDIT', principal),
  staff: staffOf(principal),
  own: principal.grants.some(({ role }) => OF_BODY.includes(role)),
  participation: participationOf(principal.grants),
});

function staffOf({ member, grants }: Principal): RecordVisibility['staff'] {
  const has = (role: Grant['role']) => grants.some((grant) => grant.role === role);
  if (has('AUDITOR') || (member === null && has('ISO_CS'))) return 'ALL';
  return member ?? (grants.length > 0 ? ISO_DESKS : null);
}

function participationOf(grants: readonly Grant[]): Committees {
  const lists = grants.flatMap(({ role, committees }): readonly Committees[] => {
    if (OF_ALL.includes(role)) return ['ALL'];
    return OF_COMMITTEE.includes(role) ? [committees ?? 'ALL'] : [];
  });
  return lists.includes('ALL')
    ? 'ALL'
    : [...new Set(lists.flatMap((list) => (list === 'ALL' ? [] : list)))];
}
