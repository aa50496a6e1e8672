import type { Principal } from '../kernel/principal.js';
import { ROLES, type Role } from '../kernel/vocabulary.js';
import { ROLE_RULES, type Relation } from './relations.js';
import { VIEWS, type Section } from './views.js';

/** Committees for which something holds: all, or these. */
export type Committees = 'ALL' | readonly number[];

/** What a principal may see, as a store can filter it: the same rule as `canSee`, without looking at an agreement. */
export interface Visibility {
  /** Agreements that name this person; null: none, whoever they name. */
  readonly person: string | null;
  readonly member: number | null;
  /** Agreements of these committees, whoever the partners are. */
  readonly desk: Committees;
  /** Agreements in which one of these committees has a say as the parent (`parentsInvolved`). */
  readonly above: readonly number[];
  /** Agreements of these committees that the member leads or is twinned in … */
  readonly party: Committees;
  /** … or has an open invitation to. */
  readonly invited: Committees;
}

/** A store's row as far as visibility goes. */
export interface VisibleRow {
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly committee: number | null;
  /** Bodies with an open invitation. */
  readonly invited: readonly number[];
  /** Parent committees that have a say in it now. */
  readonly parents: readonly number[];
  /** Nominees and signatories. */
  readonly people: readonly string[];
}

type Reads = (role: Role) => boolean;
const readsSome: Reads = (role) => VIEWS[role].length > 0;

const rolesIn = (reads: Reads, relations: readonly Relation[]): readonly Role[] =>
  ROLES.filter((r) => reads(r) && relations.includes(ROLE_RULES[r].relation));

function committeesOf(principal: Principal, roles: readonly Role[]): Committees {
  const found = roles.flatMap((role) =>
    principal.grants
      .filter((g) => g.role === ROLE_RULES[role].grant)
      .map((g) => g.committees ?? (ROLE_RULES[role].relation === 'OWN_COMMITTEE' ? [] : 'ALL')),
  );
  return found.includes('ALL')
    ? 'ALL'
    : [...new Set(found.flatMap((c) => (c === 'ALL' ? [] : [...c])))].sort((a, b) => a - b);
}

// Whoever manages all committees sees every agreement at the desk already.
const parentsManagedBy = (principal: Principal): readonly number[] => {
  const managed = committeesOf(principal, ['COMMITTEE_MANAGER']);
  return managed === 'ALL' ? [] : managed;
};

const visibilityFor = (principal: Principal, reads: Reads): Visibility => ({
  person: principal.former === true ? null : principal.person,
  member: principal.member,
  desk: committeesOf(principal, rolesIn(reads, ['OWN_COMMITTEE', 'EVERY_AGREEMENT'])),
  above: reads('COMMITTEE_MANAGER') ? parentsManagedBy(principal) : [],
  party: committeesOf(principal, rolesIn(reads, ['OWN_BODY_LEADS', 'OWN_BODY_IS_TWINNED'])),
  invited: committeesOf(principal, rolesIn(reads, ['OWN_BODY_IS_INVITED'])),
});

export const visibilityOf = (principal: Principal): Visibility =>
  visibilityFor(principal, readsSome);

/** Of which agreements a principal reads a section, as a store can filter it. */
export interface SectionVisibility {
  /** Whom the agreement names, and as what it has to name them, to read the section; null: naming opens nothing. */
  readonly person: string | null;
  readonly namedAs: 'ANY' | 'NOMINEE';
  /** What the principal's own grants open; its `person` is always null. */
  readonly own: Visibility;
  /** What delegated ones open, but not where the principal is named: there they may be barred (`rolesOf`). */
  readonly delegated: Visibility;
}

export function sectionVisibilityOf(principal: Principal, section: Section): SectionVisibility {
  const reads: Reads = (role) => VIEWS[role].includes(section);
  const by = (isDelegated: boolean): Visibility => {
    const grants = principal.grants.filter((g) => (g.by !== undefined) === isDelegated);
    return { ...visibilityFor({ ...principal, grants }, reads), person: null };
  };
  const opens = principal.former !== true && (reads('NOMINEE') || reads('SIGNATORY'));
  return {
    person: opens ? principal.person : null,
    namedAs: reads('SIGNATORY') ? 'ANY' : 'NOMINEE',
    own: by(false),
    delegated: by(true),
  };
}

const covers = (of: Committees, committee: number | null): boolean =>
  of === 'ALL' || (committee !== null && of.includes(committee));

/** Whether the row is visible: what filters and row-level security compute. */
export const isVisible = (to: Visibility, row: VisibleRow): boolean =>
  covers(to.desk, row.committee) ||
  row.parents.some((parent) => to.above.includes(parent)) ||
  (to.member !== null &&
    ((covers(to.party, row.committee) && (row.lead === to.member || row.twinned === to.member)) ||
      (covers(to.invited, row.committee) && row.invited.includes(to.member)))) ||
  (to.person !== null && row.people.includes(to.person));
