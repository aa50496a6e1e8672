import type { Grant } from '../kernel/principal.js';
import { ISO_DESKS, type Giver, type StaffPerson } from './state.js';

type GrantRole = Grant['role'];

/**
 * The seats at the table of a twinning. Whoever sits on one may not come to sit on another, by role or by delegation:
 * a party does not judge, and nobody is two of the bodies that decide (rules.md 5.1 [D]).
 */
const SEATS: Readonly<Record<GrantRole, string | null>> = {
  NSB_REP: 'PARTY',
  MBUA: 'PARTY',
  COMMITTEE_MANAGER: 'COMMITTEE',
  TPM: 'TPM',
  TMB_SEC: 'TMB_SECRETARIAT',
  TMB_MEMBER: 'TMB',
  ISO_CS: 'CENTRAL_SECRETARIAT',
  AUDITOR: 'AUDIT',
  REGISTRY: null,
  SYSTEM: null,
};

/** Whether these roles together would put one person on two seats. */
export const onTwoSeats = (roles: readonly GrantRole[]): boolean =>
  new Set(roles.map((role) => SEATS[role])).size > 1;

/** Roles of a body's people with those who may give them; the TMB's seats are not a body's to give. */
const OF_BODY: Partial<Record<GrantRole, readonly Giver[]>> = {
  NSB_REP: ['ADMINISTRATOR'],
  MBUA: ['ADMINISTRATOR', 'CENTRAL'],
  TMB_MEMBER: ['CENTRAL'],
};
/** Roles of the ISO desks. */
const OF_DESKS: Partial<Record<GrantRole, readonly Giver[]>> = {
  TPM: ['CENTRAL'],
  COMMITTEE_MANAGER: ['CENTRAL'],
  TMB_SEC: ['CENTRAL'],
  ISO_CS: ['CENTRAL'],
  AUDITOR: ['CENTRAL'],
};

/** Who may give this role to people of the body; nobody when it is no role of such a body. */
export const giversOf = (body: number, role: GrantRole): readonly Giver[] =>
  (body === ISO_DESKS ? OF_DESKS : OF_BODY)[role] ?? [];

/** Who has taken away what the token of a person says whom this entry lists; without a word, who administers the body. */
export const takersOf = (body: number, { by }: Pick<StaffPerson, 'by'>): readonly Giver[] =>
  by ?? [body === ISO_DESKS ? 'CENTRAL' : 'ADMINISTRATOR'];

/** Whether a role that somebody has by their token alone is for these to take away: of the desks' people every one is. */
export const mayTake = (body: number, takers: readonly Giver[], role: GrantRole): boolean =>
  body === ISO_DESKS || giversOf(body, role).some((giver) => takers.includes(giver));

/** Roles whose holder may let another act: auditors read for themselves. */
export const isDelegable = (role: GrantRole): boolean => role !== 'AUDITOR';
