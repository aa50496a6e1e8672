import type { Day } from '../calendar/day.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { heldStill } from './scope.js';
import { mayTake, onTwoSeats, takersOf } from './seats.js';
import { ISO_DESKS, type Delegation, type StaffPerson } from './state.js';

/** Everything recorded of one person in any body. */
export interface Standing {
  readonly entries: readonly (Pick<StaffPerson, 'state' | 'grants' | 'by'> & {
    readonly body: number;
    /** They have once said yes to that body. */
    readonly accepted?: boolean;
  })[];
  readonly delegations: readonly (Delegation & {
    readonly body: number;
    /** What the giver holds there now; nothing unless the body lists them and they have accepted. */
    readonly held: readonly Grant[];
  })[];
}

export const NO_STANDING: Standing = { entries: [], delegations: [] };

/** What the person holds in their own right. */
export const ownGrants = (principal: Principal): readonly Grant[] =>
  principal.grants.filter((grant) => grant.by === undefined);

/**
 * The caller as the records of their body have them on this day. A token proves who somebody is; where the body lists
 * the person, the list says what they are. It counts for those only whose token names that body or nothing at all: no
 * body can take away or give what is another's. Whoever was ended keeps nothing: with a token that names no body, by a
 * body to which they had once said yes. What is delegated is never more than its giver holds on this day.
 */
export function standingOf(claimed: Principal, recorded: Standing, today: Day): Principal {
  const now = listedAs(claimed, recorded, today);
  // By their tokens, too, nobody is party and judge, or two of the bodies that decide.
  return onTwoSeats(now.grants.map(({ role }) => role))
    ? { ...now, grants: [], twoSeats: true }
    : now;
}

function listedAs(claimed: Principal, recorded: Standing, today: Day): Principal {
  // The registry and the clock are no persons: nobody lists them.
  if (claimed.grants.some((g) => g.role === 'REGISTRY' || g.role === 'SYSTEM')) return claimed;
  const own = ownGrants(claimed);
  const claims = { ...claimed, grants: own };
  const body = claimed.member ?? (own.length > 0 ? ISO_DESKS : null);
  const entry = recorded.entries.find((e) =>
    body === null ? e.state === 'ACTIVE' : e.body === body,
  );
  if (entry === undefined) {
    const left = (e: Standing['entries'][number]) => e.state === 'ENDED' && e.accepted === true;
    return body === null && recorded.entries.some(left) ? { ...claims, former: true } : claims;
  }
  // Who never said yes to the body keeps what their token says and what was not for its giver to take.
  const takers = takersOf(entry.body, entry);
  const kept =
    entry.accepted === true ? [] : own.filter((g) => !mayTake(entry.body, takers, g.role));
  if (entry.state === 'ENDED') {
    const isByOthers = entry.body !== ISO_DESKS && !takers.includes('ADMINISTRATOR');
    if (entry.accepted !== true && isByOthers) return { ...claims, grants: kept };
    const member = kept.length === 0 ? null : claims.member;
    return { ...claims, member, grants: kept, former: true };
  }
  // Nothing is given to anybody who has not said yes; what the body takes away is taken at once.
  if (entry.state === 'INVITED') {
    const held = own.map(({ role }) => role);
    const left = entry.grants.filter(({ role }) => held.includes(role));
    const beside = kept.filter(({ role }) => !left.some((g) => g.role === role));
    return { ...claims, grants: [...left, ...beside] };
  }
  const delegated = recorded.delegations
    .filter((d) => d.body === entry.body && d.start <= today && today <= d.end)
    .flatMap(({ id, from, grant, commands, held }): Grant[] => {
      const left = heldStill(grant, held);
      return left === null ? [] : [{ ...left, by: { delegation: id, person: from, commands } }];
    });
  return {
    ...claims,
    member: entry.body === ISO_DESKS ? null : entry.body,
    grants: [...entry.grants, ...delegated],
  };
}

/** The caller with what they may use for this kind of command: what is delegated for others is left out. */
export function forCommand(principal: Principal, command: string): Principal {
  const usable = (grant: Grant): boolean =>
    grant.by === undefined || grant.by.commands === 'ALL' || grant.by.commands.includes(command);
  return principal.grants.every(usable)
    ? principal
    : { ...principal, grants: principal.grants.filter(usable) };
}

/** The person for whom these grants let somebody act; null when one of them is the caller's own. */
export const delegatorOf = (grants: readonly Grant[]): string | null =>
  grants.length === 0 || grants.some((grant) => grant.by === undefined)
    ? null
    : (grants[0]?.by?.person ?? null);
