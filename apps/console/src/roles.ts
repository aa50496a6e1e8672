import type { Me } from './console.js';

const has = (me: Me | null, ...roles: readonly string[]): boolean =>
  me?.roles.some(({ role }) => roles.includes(role)) === true;

export const isDesk = (me: Me | null): boolean =>
  has(me, 'TPM', 'TMB_SEC', 'ISO_CS', 'AUDITOR', 'COMMITTEE_MANAGER');

export const isTmbSecretariat = (me: Me | null): boolean => has(me, 'TMB_SEC');

/** Where a complete annual review is filed, by those who may file it; null for everybody else. */
export const filingOf = (me: Me | null, agreement: string, year: number): string | null =>
  isTmbSecretariat(me)
    ? `/agreements/${agreement}/do/ConcludeAnnualReview?year=${String(year)}`
    : null;

/** Who may start a request: the representative of a member body. */
export const mayPropose = (me: Me | null): boolean => has(me, 'NSB_REP');

/** Bodies that have invited the person; an answer that was kept of an earlier release names none. */
export const invitationsOf = (me: Partial<Pick<Me, 'invitations'>>): Me['invitations'] =>
  me.invitations ?? [];

/** Who acts for no body and at no desk: not yet, or no more. */
export const isNobodys = (me: Me): boolean => me.member === null && me.roles.length === 0;

/** Whom the first page tells where they stand. */
export const isNewcomer = (me: Me): boolean => isNobodys(me) || invitationsOf(me).length > 0;

/** Who has colleagues here: to stand in for them, to look after them, or to join them. */
export const hasPeople = (me: Me | null): boolean =>
  me !== null && (!isNobodys(me) || invitationsOf(me).length > 0);

/** Who may read the record of agreements that are not their own. */
export const mayAudit = (me: Me | null): boolean => me !== null;

/** Who takes ISO's data of members and committees into the registry. */
export const keepsRegistry = (me: Me | null): boolean => has(me, 'ISO_CS');

/** Who reads who has read what is confidential. */
export const readsAccesses = (me: Me): boolean => has(me, 'AUDITOR', 'ISO_CS');
