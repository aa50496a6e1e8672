import { canSee } from '../kernel/access.js';
import type { Principal } from '../kernel/principal.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import type { Committees } from './visibility.js';
import { shownWith } from './withheld.js';

/**
 * Whether the other P-members of the committee may appeal here: a decision is not final yet, or the committee itself
 * decides on the request. Otherwise the agreement is known to its parties and their desks only [D] (DIR 5.1.2).
 */
export const isOpenToAppeal = (state: Agreement): boolean =>
  state.committee !== null &&
  (state.ending.decisions.some((decision) => !decision.final) ||
    statusOf(state) === 'IN_COMMITTEE_DECISION');

/** Bodies that have appealed here: they follow their appeal to its end, whatever became of their P-status. */
export const appellantsIn = ({ ending: { appeals } }: Agreement): readonly number[] =>
  [...new Set(appeals.map((appeal) => appeal.member))].sort((a, b) => a - b);

/** Committees in which the principal appeals for its body, as far as its grants go. */
export function actsInAppeals({ member, grants }: Principal): Committees {
  if (member === null) return [];
  const found = grants
    .filter(({ role }) => role === 'NSB_REP')
    .map(({ committees }) => committees ?? 'ALL');
  return found.includes('ALL') ? 'ALL' : found.flatMap((c) => (c === 'ALL' ? [] : [...c]));
}

/** Of these the committees of which its body is P-member. */
export function appealsIn(principal: Principal, pMemberOf: readonly number[]): readonly number[] {
  const acts = actsInAppeals(principal);
  return acts === 'ALL' ? pMemberOf : pMemberOf.filter((committee) => acts.includes(committee));
}

/** Whether the agreement, which the principal does not see, is shown to it as far as an appeal needs. */
export function isAppellant(
  principal: Principal,
  pMemberOf: readonly number[],
  state: Agreement,
): boolean {
  const { committee } = state;
  if (committee === null || canSee(principal, state)) return false;
  const acts = actsInAppeals(principal);
  const appealed =
    (acts === 'ALL' || acts.includes(committee)) &&
    appellantsIn(state).some((member) => member === principal.member);
  return appealed || (isOpenToAppeal(state) && appealsIn(principal, pMemberOf).includes(committee));
}

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
