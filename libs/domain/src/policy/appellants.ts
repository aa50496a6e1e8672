import { canSee } from '../kernel/access.js';
import type { Principal } from '../kernel/principal.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { shownWith } from './withheld.js';

/**
 * Whether the agreement concerns the committee's other P-members: it has been decided on, an appeal has come, or the
 * committee itself decides. Before that, a request is known to its partners and their desks only [D] (DIR 5.1.2).
 */
export const concernsCommittee = (state: Agreement): boolean =>
  state.committee !== null &&
  (state.ending.decisions.length > 0 ||
    state.ending.appeals.length > 0 ||
    statusOf(state) === 'IN_COMMITTEE_DECISION');

/** Of the committees of which the body is P-member, those in which this principal may appeal for it. */
export const appealsIn = (
  { member, grants }: Principal,
  pMemberOf: readonly number[],
): readonly number[] =>
  member === null
    ? []
    : pMemberOf.filter((committee) =>
        grants.some(
          (grant) =>
            grant.role === 'NSB_REP' &&
            (grant.committees === undefined ||
              grant.committees === 'ALL' ||
              grant.committees.includes(committee)),
        ),
      );

/** Whether the agreement, which the principal does not see, is shown to it as far as an appeal needs. */
export const isAppellant = (
  principal: Principal,
  pMemberOf: readonly number[],
  state: Agreement,
): boolean =>
  !canSee(principal, state) &&
  concernsCommittee(state) &&
  appealsIn(principal, pMemberOf).some((committee) => committee === state.committee);

/** The agreement with nothing but its decisions and the appeals of this body. */
export function shownToAppellant(member: number, state: Agreement): Agreement {
  const bare = shownWith([], state);
  return {
    ...bare,
    term: null,
    fired: {},
    jointActs: {},
    catchUp: null,
    ending: {
      ...bare.ending,
      decisions: state.ending.decisions,
      appeals: state.ending.appeals.filter((appeal) => appeal.member === member),
    },
  };
}
