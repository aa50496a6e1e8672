import type { Me } from './console.js';

const has = (me: Me | null, ...roles: readonly string[]): boolean =>
  me?.roles.some(({ role }) => roles.includes(role)) === true;

export const isDesk = (me: Me | null): boolean =>
  has(me, 'TPM', 'TMB_SEC', 'ISO_CS', 'AUDITOR', 'COMMITTEE_MANAGER');

/** Who may start a request: the representative of a member body. */
export const mayPropose = (me: Me | null): boolean => has(me, 'NSB_REP');

/** Who looks after the people of a body, or of the ISO desks. */
export const staffs = (me: Me | null): boolean => has(me, 'MBUA', 'ISO_CS');

/** Who may read the record of agreements that are not their own. */
export const mayAudit = (me: Me | null): boolean => me !== null;

/** Who takes ISO's data of members and committees into the registry. */
export const keepsRegistry = (me: Me | null): boolean => has(me, 'ISO_CS');
