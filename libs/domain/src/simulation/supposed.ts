import type { Day } from '../calendar/day.js';
import type { OutsideFact } from '../agreement/execution/reactions.js';
import type { Facts } from '../kernel/facts.js';
import type { Grant, Principal } from '../kernel/principal.js';
import { memberOn, type Agreement } from '../kernel/state.js';
import type { Role, Side } from '../kernel/vocabulary.js';
import { ROLE_RULES } from '../policy/relations.js';

/** What the registry is supposed to show from a day on. */
export type SupposedFact =
  | { readonly kind: 'MEMBERSHIP'; readonly side: Side; readonly status: 'P' | 'O' | null }
  | { readonly kind: 'SECRETARIAT'; readonly holder: number | null }
  | { readonly kind: 'COMMITTEE'; readonly dissolved: boolean }
  | { readonly kind: 'BODY'; readonly side: Side; readonly active: boolean };

/** What somebody is supposed to do on a day, in a role; `person` tells nominees and signatories apart. */
export interface SupposedCommand {
  readonly as: Role;
  readonly person?: string;
  readonly command: string;
  readonly payload: unknown;
}

/** One supposition; it counts from 00:00 of its day, or from now when the day has begun. */
export type Supposed = { readonly on: Day } & (
  | { readonly fact: SupposedFact }
  | { readonly does: SupposedCommand }
);

const firstOf = (people: readonly { readonly person: string | null }[]): string | undefined =>
  people.find((p) => p.person !== null)?.person ?? undefined;

/** Somebody who has this role towards the agreement. */
export function inRole({ as, person }: SupposedCommand, state: Agreement): Principal {
  const { grant, relation } = ROLE_RULES[as];
  const grants: readonly Grant[] = grant === null ? [] : [{ role: grant, committees: 'ALL' }];
  const somebody = { person: person ?? `supposed ${as}`, member: null, grants, stepUp: true };
  switch (relation) {
    case 'OWN_BODY_LEADS':
      return { ...somebody, member: state.lead };
    case 'OWN_BODY_IS_TWINNED':
      return { ...somebody, member: state.twinned };
    case 'OWN_BODY_IS_INVITED':
      return {
        ...somebody,
        member: state.proposal.invitations.find((i) => i.open)?.member ?? null,
      };
    case 'NAMED_AS_NOMINEE':
      return { ...somebody, person: person ?? firstOf(state.proposal.nominees) ?? 'nobody' };
    case 'NAMED_AS_SIGNATORY':
      return { ...somebody, person: person ?? firstOf(state.negotiation.signatories) ?? 'nobody' };
    case 'OWN_BODY':
    case 'OWN_COMMITTEE':
    case 'EVERY_AGREEMENT':
      return somebody;
  }
}

/** The facts as decisions read them once the supposed one holds. */
export function withFact(facts: Facts, state: Agreement, fact: SupposedFact): Facts {
  switch (fact.kind) {
    case 'MEMBERSHIP':
    case 'BODY': {
      const id = String(memberOn(state, fact.side));
      const known = facts.members[id];
      if (known === undefined) return facts;
      const now = fact.kind === 'BODY' ? { active: fact.active } : { status: fact.status };
      return { ...facts, members: { ...facts.members, [id]: { ...known, ...now } } };
    }
    case 'SECRETARIAT':
      return facts.committee === null
        ? facts
        : { ...facts, committee: { ...facts.committee, secretariat: fact.holder } };
    case 'COMMITTEE':
      return facts.committee === null
        ? facts
        : {
            ...facts,
            committee: { ...facts.committee, status: fact.dissolved ? 'DISSOLVED' : 'ACTIVE' },
          };
  }
}

/** The fact as the registry tells it to the agreement; null when it has no such partner yet. */
export function toldByRegistry(
  state: Agreement,
  fact: SupposedFact,
  since: Day,
): OutsideFact | null {
  const about = { since, reference: 'supposed' };
  if (fact.kind === 'SECRETARIAT' || fact.kind === 'COMMITTEE') return { ...about, ...fact };
  const member = memberOn(state, fact.side);
  if (member === null) return null;
  return fact.kind === 'BODY'
    ? { ...about, kind: 'BODY', member, active: fact.active }
    : { ...about, kind: 'MEMBERSHIP', source: 'REGISTRY', member, status: fact.status };
}
