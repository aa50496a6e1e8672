import type { Grant, Principal } from '../kernel/principal.js';
import { ENDED, FORCE, NEG, type Status } from '../kernel/vocabulary.js';
import { delegatorOf, forCommand } from '../people/standing.js';
import type { Committees } from '../policy/visibility.js';
import { participationCommands } from './decide.js';
import type { ParticipationRole } from './definition.js';

// A committee's desk without a list of committees looks after none: a forgotten claim must not open everything.
const named = (grant: Grant): boolean => grant.committees !== undefined;

const covers = (grant: Grant, committee: number): boolean =>
  grant.committees === undefined ||
  grant.committees === 'ALL' ||
  grant.committees.includes(committee);

/** The roles of a person towards participation in a committee; the decider checks for whose body an own role acts. */
export const participationRoles = (
  principal: Principal,
  committee: number,
): readonly ParticipationRole[] =>
  principal.grants
    .filter((grant) => covers(grant, committee))
    .flatMap((grant): readonly ParticipationRole[] => {
      switch (grant.role) {
        case 'NSB_REP':
          return ['OWN_REP'];
        case 'MBUA':
          return ['OWN_MBUA'];
        case 'COMMITTEE_MANAGER':
          return named(grant) ? [grant.role] : [];
        case 'ISO_CS':
        case 'REGISTRY':
        case 'SYSTEM':
          return [grant.role];
        case 'TPM':
        case 'TMB_SEC':
        case 'TMB_MEMBER':
        case 'AUDITOR':
          return [];
      }
    });

/** The role in which a command is issued: the first of its definition that the person has; null when there is none. */
export function participationRoleFor(
  principal: Principal,
  committee: number,
  command: string,
): ParticipationRole | null {
  const own = participationRoles(forCommand(principal, command), committee);
  const definition = Object.hasOwn(participationCommands, command)
    ? participationCommands[command]
    : undefined;
  return definition?.roles.find((role) => own.includes(role)) ?? own[0] ?? null;
}

/** For whom the principal issues this command in this role; null when the role is their own. */
export const participationActsFor = (
  principal: Principal,
  committee: number,
  command: string,
  role: ParticipationRole,
): string | null =>
  delegatorOf(
    forCommand(principal, command).grants.filter((grant) =>
      participationRoles({ ...principal, grants: [grant] }, committee).includes(role),
    ),
  );

/** While the twinning stands in the Global Directory each partner reads how the other takes part in its committee [D]. */
export const PARTNERS_READ_IN: readonly Status[] = [...NEG, ...FORCE, ...ENDED];

/** What of a participation is its body's own affair: its persons, and what it and the Secretary-General write. */
export const WITHHELD_FROM_PARTNER = ['experts', 'cases', 'deadlines', 'timeline'] as const;

/** Which participations a principal may read, as a store can filter it. */
export interface ParticipationVisibility {
  readonly member: number | null;
  /** Those of every body in these committees. */
  readonly desk: Committees;
  /** Those of its own body. */
  readonly own: boolean;
  /** Those of its partners in these committees. */
  readonly partner: Committees;
}

const inCommittees = (grants: readonly Grant[]): Committees => {
  const listed = new Set<number>();
  for (const { committees = 'ALL' } of grants) {
    if (committees === 'ALL') return 'ALL';
    for (const committee of committees) listed.add(committee);
  }
  return [...listed].sort((a, b) => a - b);
};

export function participationVisibility({ member, grants }: Principal): ParticipationVisibility {
  const holding = (...roles: readonly Grant['role'][]) =>
    grants.filter((g) => roles.includes(g.role));
  const everywhere = holding('TMB_SEC', 'ISO_CS', 'AUDITOR').length > 0;
  return {
    member,
    desk: everywhere ? 'ALL' : inCommittees(holding('COMMITTEE_MANAGER', 'TPM').filter(named)),
    own: holding('NSB_REP', 'MBUA').length > 0,
    partner: member === null ? [] : inCommittees(holding('NSB_REP')),
  };
}

const within = (of: Committees, committee: number): boolean =>
  of === 'ALL' || of.includes(committee);

/**
 * How much of a participation the principal reads: the body itself, the committee's manager and TPM, the other ISO desks
 * and auditors all of it; a partner what `WITHHELD_FROM_PARTNER` leaves. `partners`: the bodies with which the principal's
 * has a twinning in this committee in `PARTNERS_READ_IN`.
 */
export function readsParticipation(
  principal: Principal,
  { member, committee }: { readonly member: number; readonly committee: number },
  partners: readonly number[],
): 'ALL' | 'PARTNER' | null {
  const to = participationVisibility(principal);
  if (within(to.desk, committee) || (to.own && to.member === member)) return 'ALL';
  return within(to.partner, committee) && partners.includes(member) ? 'PARTNER' : null;
}
