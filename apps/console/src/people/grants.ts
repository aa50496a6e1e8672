import type { Me } from '../console.js';

/** The number under which the desks of ISO administer their people. */
export const ISO_DESKS = 0;

const OF_BODY = ['NSB_REP', 'MBUA', 'TMB_MEMBER'] as const;
const OF_DESKS = ['TPM', 'COMMITTEE_MANAGER', 'TMB_SEC', 'ISO_CS', 'AUDITOR'] as const;
export type RoleName = (typeof OF_BODY)[number] | (typeof OF_DESKS)[number];

/** A role as it is given; without committees it counts for all of a body's, and for none of a desk's. */
export interface GivenGrant {
  readonly role: RoleName;
  readonly committees?: readonly number[];
}

/** The roles that people of a body, or of the desks, can have. */
export const rolesOf = (body: number): readonly RoleName[] =>
  body === ISO_DESKS ? OF_DESKS : OF_BODY;

/** Desks that look after the committees that they are given. */
export const hasCommittees = (role: string): boolean =>
  role === 'TPM' || role === 'COMMITTEE_MANAGER';

const has = (me: Me, role: string): boolean => me.roles.some((each) => each.role === role);

export type Standing = 'ADMINISTRATOR' | 'CENTRAL' | 'SELF' | 'READER';

/** As who the person stands to the people of a body; the service decides, this only chooses what is offered. */
export function standingIn(me: Me, body: number): Standing {
  if (body !== ISO_DESKS && me.member === body && has(me, 'MBUA')) return 'ADMINISTRATOR';
  if (me.member === null && has(me, 'ISO_CS')) return 'CENTRAL';
  return (body === ISO_DESKS ? me.member === null : me.member === body) ? 'SELF' : 'READER';
}

/** The roles that the person may give or take there. */
export function givable(standing: Standing, body: number): readonly RoleName[] {
  if (standing === 'CENTRAL') return body === ISO_DESKS ? OF_DESKS : ['MBUA', 'TMB_MEMBER'];
  return standing === 'ADMINISTRATOR' ? ['NSB_REP', 'MBUA'] : [];
}

/** Whether the person arranges who stands in for a colleague: by an office of their own, not one that is lent. */
export const arrangesForOthers = (me: Me, standing: Standing, body: number): boolean =>
  (standing === 'ADMINISTRATOR' && ownRoles(me).includes('MBUA')) ||
  (standing === 'CENTRAL' && body === ISO_DESKS && ownRoles(me).includes('ISO_CS'));

/** What the person holds in their own right and may let another exercise. */
export const ownRoles = (me: Me): readonly string[] => [
  ...new Set(
    me.roles.filter((each) => each.by === undefined && each.role !== 'AUDITOR').map((r) => r.role),
  ),
];
