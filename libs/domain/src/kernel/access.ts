import { ROLE_RULES, type Relation } from '../policy/relations.js';
import { SECTIONS, VIEWS, type Section } from '../policy/views.js';
import { delegatorOf, forCommand, ownGrants } from '../people/standing.js';
import type { AnyCommand } from './definition.js';
import { refuse, type Context, type Refusal } from './decision.js';
import { parentsInvolved } from './parent.js';
import type { Grant, Principal } from './principal.js';
import { statusOf, type Agreement } from './state.js';
import { ROLES, type Role } from './vocabulary.js';

const covers = (grant: Grant, committee: number | null): boolean =>
  grant.committees === undefined ||
  grant.committees === 'ALL' ||
  (committee !== null && grant.committees.includes(committee));

// Whoever is named for one side neither stands in for the other side nor for a body that decides (rules.md 5.1 [D]).
const isBarred = ({ by }: Grant, role: Role, { person }: Principal, state: Agreement): boolean => {
  if (by === undefined) return false;
  const named = [...state.proposal.nominees, ...state.negotiation.signatories].filter(
    (n) => n.person === person,
  );
  const { relation } = ROLE_RULES[role];
  const side =
    relation === 'OWN_BODY_LEADS' ? 'LEAD' : relation === 'OWN_BODY_IS_TWINNED' ? 'TWINNED' : null;
  return named.some((n) => n.side !== side);
};

const isNamed = (people: readonly { readonly person: string | null }[], person: string): boolean =>
  people.some((p) => p.person === person);

function holds(relation: Relation, principal: Principal, state: Agreement): boolean {
  const { member, person, former } = principal;
  switch (relation) {
    case 'OWN_BODY_LEADS':
      return member !== null && member === state.lead;
    case 'OWN_BODY_IS_TWINNED':
      return member !== null && member === state.twinned;
    case 'OWN_BODY_IS_INVITED':
      return state.proposal.invitations.some((i) => i.member === member && i.open);
    case 'NAMED_AS_NOMINEE':
      return former !== true && isNamed(state.proposal.nominees, person);
    case 'NAMED_AS_SIGNATORY':
      return former !== true && isNamed(state.negotiation.signatories, person);
    case 'OWN_BODY':
    case 'OWN_COMMITTEE':
    case 'EVERY_AGREEMENT':
      return true;
  }
}

// A committee's desk without a list of committees looks after none: a forgotten claim must not open everything.
const grantsFor = (
  role: Role,
  principal: Principal,
  state: Agreement,
  committee = state.committee,
): readonly Grant[] => {
  const { grant, relation } = ROLE_RULES[role];
  return principal.grants.filter(
    (g) =>
      g.role === grant &&
      covers(g, committee) &&
      (relation !== 'OWN_COMMITTEE' || g.committees !== undefined) &&
      !isBarred(g, role, principal, state),
  );
};

const grantedFor = (role: Role, principal: Principal, state: Agreement): boolean =>
  ROLE_RULES[role].grant === null || grantsFor(role, principal, state).length > 0;

const grantsAbove = (principal: Principal, state: Agreement): readonly Grant[] =>
  parentsInvolved(state).flatMap((parent) =>
    grantsFor('COMMITTEE_MANAGER', principal, state, parent),
  );

/** For whom the principal acts in this role; null when it is their own. */
export function actsForIn(role: Role, principal: Principal, state: Agreement): string | null {
  const own = grantsFor(role, principal, state);
  const above = role === 'COMMITTEE_MANAGER' && own.length === 0;
  return delegatorOf(above ? grantsAbove(principal, state) : own);
}

/**
 * The manager of this very committee acts: a parent's decision is not for the manager of the subcommittee it is about,
 * nor the reverse (lifecycle.md B4, B8, D21). Where no committee is known, whoever looks after every one.
 */
export function managerOf(
  committee: number | null,
  { command, clause }: { readonly command: string; readonly clause: string },
  state: Agreement,
  ctx: Context,
): Refusal | null {
  const usable = forCommand(ctx.principal, command);
  return grantsFor('COMMITTEE_MANAGER', usable, state, committee).length > 0
    ? null
    : refuse('FORBIDDEN_ROLE', clause, { role: 'COMMITTEE_MANAGER', committee });
}

/** The roles this principal has towards this agreement; the same body never gets both sides (lifecycle.md D21). */
export const rolesOf = (principal: Principal, state: Agreement): readonly Role[] =>
  ROLES.filter(
    (role) =>
      grantedFor(role, principal, state) && holds(ROLE_RULES[role].relation, principal, state),
  );

/** The same for a command that is also, or only, for the manager of the parent committee. */
export function rolesFor(
  { ofParent }: Pick<AnyCommand, 'ofParent'>,
  principal: Principal,
  state: Agreement,
  own: readonly Role[] = rolesOf(principal, state),
): readonly Role[] {
  return ofParent !== true ||
    own.includes('COMMITTEE_MANAGER') ||
    grantsAbove(principal, state).length === 0
    ? own
    : [...own, 'COMMITTEE_MANAGER'];
}

/** The parts of the agreement that this principal reads: those of any of its roles. */
export function sectionsFor(principal: Principal, state: Agreement): readonly Section[] {
  const views = rolesFor({ ofParent: true }, principal, state).map((role) => VIEWS[role]);
  return SECTIONS.filter((section) => views.some((view) => view.includes(section)));
}

/** For whom the principal reads: null when nothing that is delegated to them opens a further part to them. */
export function readsFor(principal: Principal, state: Agreement): string | null {
  const own = ownGrants(principal);
  const partsWith = (grants: readonly Grant[]) =>
    sectionsFor({ ...principal, grants }, state).length;
  const lent = principal.grants.filter(
    (grant) => grant.by !== undefined && partsWith([...own, grant]) > partsWith(own),
  );
  return delegatorOf(lent);
}

/** Who may see an agreement: its partners and invited bodies, its nominees, the ISO desks, auditors. */
export const canSee = (principal: Principal, state: Agreement): boolean =>
  sectionsFor(principal, state).length > 0;

/**
 * The role in which a command is issued: the first of the caller's that the policy lets through here; if none is, the
 * first that it lets through anywhere, so that the refusal can say what is wrong.
 */
export function roleFor(
  definition: Pick<AnyCommand, 'allowed' | 'ofParent'>,
  principal: Principal,
  state: Agreement,
): Role | null {
  return roleAmong(definition, rolesFor(definition, principal, state), state);
}

/** `roleFor` when the caller's roles are known: whoever asks about every command reads them once. */
export function roleAmong(
  { allowed }: Pick<AnyCommand, 'allowed'>,
  own: readonly Role[],
  state: Agreement,
): Role | null {
  if (own.length === 0) return null;
  const status = statusOf(state);
  let inStatus: Role | null = null;
  let anywhere: Role | null = null;
  for (const row of allowed) {
    const role = row.roles.find((r) => own.includes(r));
    if (role === undefined) continue;
    anywhere ??= role;
    if (!row.in.includes(status)) continue;
    if (row.types === undefined || row.types.includes(state.type)) return role;
    inStatus ??= role;
  }
  return inStatus ?? anywhere;
}
