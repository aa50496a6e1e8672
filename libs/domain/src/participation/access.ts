import type { Grant, Principal } from '../kernel/principal.js';
import { delegatorOf, forCommand } from '../people/standing.js';
import { participationCommands } from './decide.js';
import type { ParticipationRole } from './definition.js';

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

/** Who may read a participation: the body itself, the committee's manager, the ISO desks, auditors. */
export const canSeeParticipation = (
  principal: Principal,
  member: number,
  committee: number,
): boolean =>
  principal.grants.some((grant) => {
    switch (grant.role) {
      case 'NSB_REP':
      case 'MBUA':
        return principal.member === member;
      case 'COMMITTEE_MANAGER':
      case 'TPM':
        return covers(grant, committee);
      case 'TMB_SEC':
      case 'ISO_CS':
      case 'AUDITOR':
        return true;
      case 'TMB_MEMBER':
      case 'REGISTRY':
      case 'SYSTEM':
        return false;
    }
  });
