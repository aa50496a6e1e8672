import { rolesOf } from '../kernel/access.js';
import { isForAll, type Grant, type Principal } from '../kernel/principal.js';
import type { Agreement } from '../kernel/state.js';
import type { Role } from '../kernel/vocabulary.js';
import { delegatorOf, ownGrants } from '../people/standing.js';

/** What a file is for; it is read by those who read that part of the agreement. */
export const FILE_PURPOSES = [
  'CV',
  'STATEMENT',
  'AUTHORITY',
  'MINUTES',
  'EVIDENCE',
  'OTHER',
] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

const ANY = FILE_PURPOSES;
const NOTHING: readonly FilePurpose[] = [];

/**
 * What each role files beside an agreement [D]: the partners and their desks anything, for the partners too (D22); named
 * persons what is about them; a committee what it met and decided on; who appeals what the appeal rests on. Who only
 * reads, votes or is invited files nothing.
 */
export const FILES: Readonly<Record<Role, readonly FilePurpose[]>> = {
  LEAD_REP: ANY,
  TWINNED_REP: ANY,
  INVITED_REP: NOTHING,
  NSB_REP: NOTHING,
  LEAD_MBUA: NOTHING,
  TWINNED_MBUA: NOTHING,
  NOMINEE: ['CV', 'STATEMENT'],
  SIGNATORY: ['AUTHORITY'],
  COMMITTEE_MANAGER: ['MINUTES', 'EVIDENCE'],
  TPM: ANY,
  TMB_SEC: ANY,
  TMB_MEMBER: NOTHING,
  MEMBER_REP: ['EVIDENCE'],
  ISO_CS: ANY,
  AUDITOR: NOTHING,
  REGISTRY: NOTHING,
  SYSTEM: NOTHING,
};

/** In whose files the agreement's whole place is free; any other body or person has a share of it. */
const UNLIMITED: readonly Role[] = ['LEAD_REP', 'TWINNED_REP', 'TPM', 'TMB_SEC', 'ISO_CS'];

export interface Filing {
  readonly purposes: readonly FilePurpose[];
  /** Only a share of the agreement's place. */
  readonly isLimited: boolean;
}

/** What a caller may file here: what is delegated for some kinds of command files nothing. `appeals`: they do not see the agreement and only appeal for their body (DIR 5.1.2). */
export function filingFor(principal: Principal, state: Agreement, appeals: boolean): Filing {
  const usable = { ...principal, grants: principal.grants.filter(isForAll) };
  const roles: readonly Role[] = appeals
    ? ['MEMBER_REP']
    : rolesOf(usable, state).filter((role) => role !== 'MEMBER_REP');
  return {
    purposes: FILE_PURPOSES.filter((purpose) =>
      roles.some((role) => FILES[role].includes(purpose)),
    ),
    isLimited: !roles.some((role) => UNLIMITED.includes(role)),
  };
}

/** For whom a caller files here: the person whose role alone lets them; null when their own does. */
export function filesFor(
  principal: Principal,
  state: Agreement,
  { purpose, appeals }: { readonly purpose: FilePurpose; readonly appeals: boolean },
): string | null {
  const usable = principal.grants.filter(isForAll);
  if (appeals) return delegatorOf(usable.filter(({ role }) => role === 'NSB_REP'));
  const own = ownGrants(principal);
  const files = (grants: readonly Grant[]) =>
    filingFor({ ...principal, grants }, state, false).purposes.includes(purpose);
  if (files(own)) return null;
  return delegatorOf(usable.filter((grant) => files([...own, grant])));
}
