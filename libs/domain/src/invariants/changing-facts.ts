import { addDays, addMonths, type Day } from '../calendar/day.js';
import { claimKeysOf, claimsHeld } from '../agreement/guards/claims.js';
import type { Claims, CommitteeFacts, Facts, MemberFacts, PreviousRun } from '../kernel/facts.js';
import type { Agreement } from '../kernel/state.js';
import { ASI, GSA, IES } from '../testing/people.js';
import type { Entropy } from './entropy.js';

const withMember = (facts: Facts, member: number, over: Partial<MemberFacts>): Facts => {
  const known = facts.members[member];
  return known === undefined
    ? facts
    : { ...facts, members: { ...facts.members, [member]: { ...known, ...over } } };
};

const withCommittee = (facts: Facts, over: Partial<CommitteeFacts>): Facts =>
  facts.committee === null ? facts : { ...facts, committee: { ...facts.committee, ...over } };

/** Runs of the pair that are over end before today; while terms are negotiated no other run can end beside them. */
function run(today: Day, e: Entropy): PreviousRun {
  const end = addDays(today, -1 - e.below(900));
  return {
    agreement: 'an earlier one',
    type: 'P_MEMBER',
    ending: e.pick(['TERMINATED', 'TERMINATED', 'EXPIRED', 'CANCELLED'] as const),
    start: addDays(end, -e.below(900)),
    end,
  };
}

const chairOf = (member: number, today: Day) => ({
  ...{ person: `chair-${String(member)}`, member },
  termEnd: addMonths(today, 20),
});

/** The registry or another agreement shows something else: mostly a status, and what else a decision reads. */
export function changedFacts(facts: Facts, state: Agreement, today: Day, e: Entropy): Facts {
  const member = e.pick([ASI, IES]);
  switch (e.below(12)) {
    case 0:
      return withMember(facts, member, { active: e.oneIn(2) });
    case 1: {
      const category = e.pick(['FULL', 'FULL', 'CORRESPONDENT', 'UNKNOWN'] as const);
      return withMember(facts, member, { category, newRights: e.oneIn(2) });
    }
    case 2:
      return withMember(facts, member, {
        barredUntil: e.oneIn(2) ? null : addDays(today, e.pick([-1, 0, 1, 200])),
      });
    case 3:
      return withCommittee(facts, {
        status: e.pick(['ACTIVE', 'ACTIVE', 'SUSPENDED', 'STANDBY', 'DISSOLVED'] as const),
      });
    case 4:
      return withCommittee(facts, { secretariat: e.pick([ASI, ASI, IES, GSA, null]) });
    case 5:
      return withCommittee(facts, {
        chairs: e.pick([[], [], [ASI], [IES], [GSA]]).map((body) => chairOf(body, today)),
      });
    case 6: {
      const from = addDays(today, e.below(400));
      return withCommittee(facts, {
        plenaries: e.oneIn(3) ? [] : [{ from, to: addDays(from, 2) }],
      });
    }
    case 7:
      return {
        ...facts,
        workingGroup: e.oneIn(2)
          ? null
          : {
              ...{ ref: 'WG 3', disbanded: e.oneIn(3), joint: false },
              convenor: e.oneIn(2) ? null : { person: 'a convenor', member },
            },
      };
    case 8:
      return state.approval.registration === null
        ? { ...facts, previousRuns: e.oneIn(3) ? [run(today, e)] : [] }
        : facts;
    default:
      return withMember(facts, member, { status: e.pick(['P', 'P', 'O', null] as const) });
  }
}

/** Another agreement takes or leaves a place that this one would take; what this one holds nobody else takes (G6). */
export function changedClaims(claims: Claims, state: Agreement, e: Entropy): Claims {
  if (!e.oneIn(4)) return claims;
  const free = claimKeysOf(state).filter(
    (key) => !claimsHeld(state).some((held) => held.key === key),
  );
  if (free.length === 0 || e.oneIn(2)) return {};
  return { [e.pick(free)]: { agreement: 'another', member: GSA, end: null } };
}
