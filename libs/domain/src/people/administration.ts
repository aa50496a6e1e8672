import { refuse, type Refusal } from '../kernel/decision.js';
import type { Grant } from '../kernel/principal.js';
import { choice, id, list, object, optional, person, text } from '../kernel/schema.js';
import { peopleCommand, type PeopleContext } from './definition.js';
import { peopleEvent } from './events.js';
import { isHeldWhole } from './scope.js';
import { giversOf, onTwoSeats, takersOf } from './seats.js';
import type { Giver, Staff } from './state.js';

const CLAUSE = 'rules 5.1';

const grants = () =>
  list(
    object({
      role: choice(
        'NSB_REP',
        'MBUA',
        'TMB_MEMBER',
        'TPM',
        'COMMITTEE_MANAGER',
        'TMB_SEC',
        'ISO_CS',
        'AUDITOR',
      ),
      /** Absent: every committee of a body's representative; a desk that names none looks after none. */
      committees: optional(list(id(), 0, 500)),
    }),
    0,
    6,
  );

type Given = readonly { readonly role: Grant['role']; readonly committees?: readonly number[] }[];

const asGrants = (given: Given): readonly Grant[] =>
  given.map(({ role, committees }) => (committees === undefined ? { role } : { role, committees }));

const written = (of: readonly Grant[]): readonly string[] =>
  of.map((g) => JSON.stringify(g)).sort();

const giverOf = ({ role }: PeopleContext): Giver =>
  role === 'CENTRAL' ? 'CENTRAL' : 'ADMINISTRATOR';

/** Only what the giver may give or take may differ between `before` and `after`. */
function unfit(
  staff: Staff,
  before: readonly Grant[],
  after: readonly Grant[],
  ctx: PeopleContext,
): Refusal | null {
  const was = written(before);
  const is = written(after);
  const changed = [
    ...after.filter((g) => !was.includes(JSON.stringify(g))),
    ...before.filter((g) => !is.includes(JSON.stringify(g))),
  ];
  const giver = giverOf(ctx);
  const barred = changed.find((g) => !giversOf(staff.body, g.role).includes(giver));
  if (barred) return refuse('ROLE_NOT_YOURS_TO_GIVE', CLAUSE, { role: barred.role });
  return onTwoSeats(after.map((g) => g.role))
    ? refuse('TWO_SEATS', CLAUSE, { roles: after.map((g) => g.role) })
    : null;
}

/** Delegations of more than these grants still hold, or that would now seat somebody twice. */
export function fallen(staff: Staff, person: string, now: readonly Grant[]) {
  return staff.delegations
    .filter(
      (d) =>
        (d.from === person && !isHeldWhole(d.grant, now)) ||
        (d.to === person && onTwoSeats([...now.map((g) => g.role), d.grant.role])),
    )
    .map(({ id: delegation, from, to }) =>
      peopleEvent('DelegationEnded', { delegation, from, to, reason: 'ROLE_GONE' }),
    );
}

const own = (ctx: PeopleContext, who: string): Refusal | null =>
  who === ctx.person ? refuse('NOT_FOR_ONESELF', CLAUSE) : null;

export const InvitePerson = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL'],
  shape: object({
    person: person(),
    grants: grants(),
    name: optional(text(200)),
    email: optional(text(200)),
  }),
  decide(staff, payload, ctx) {
    const known = staff.people[payload.person];
    if (known !== undefined && known.state !== 'ENDED') {
      return refuse('PERSON_KNOWN', CLAUSE, { person: payload.person });
    }
    const given = asGrants(payload.grants);
    const wrong = own(ctx, payload.person) ?? unfit(staff, [], given, ctx);
    if (wrong) return wrong;
    const { name, email } = payload;
    return [
      peopleEvent('PersonInvited', {
        person: payload.person,
        grants: given,
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
      }),
    ];
  },
});

/** Nobody is drawn into a body without wanting it: an invitation counts when its person has said yes. */
export const AcceptInvitation = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL', 'SELF'],
  shape: object({}),
  decide(staff, _, ctx) {
    const invited = staff.people[ctx.person];
    if (invited?.state === 'ACTIVE') return [];
    if (invited?.state !== 'INVITED' || !ctx.ofBody || ctx.elsewhere(ctx.person)) {
      return refuse('NOT_INVITED', CLAUSE);
    }
    return [peopleEvent('InvitationAccepted', { person: ctx.person })];
  },
});

export const ChangeRoles = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL'],
  shape: object({ person: person(), grants: grants() }),
  decide(staff, { person: who, grants: given }, ctx) {
    const known = staff.people[who];
    if (known === undefined || known.state === 'ENDED') {
      return refuse('PERSON_UNKNOWN', CLAUSE, { person: who });
    }
    const after = asGrants(given);
    const wrong = own(ctx, who) ?? unfit(staff, known.grants, after, ctx);
    if (wrong) return wrong;
    if (JSON.stringify(written(known.grants)) === JSON.stringify(written(after))) return [];
    return [
      peopleEvent('RolesChanged', { person: who, grants: after }),
      ...fallen(staff, who, after),
    ];
  },
});

/** Also for a person who is not in the list: the identity provider may still vouch for one whom the body has let go. */
export const EndPerson = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL'],
  shape: object({ person: person() }),
  decide(staff, { person: who }, ctx) {
    const entry = staff.people[who];
    // What one of the two has taken is only what is theirs to take: the other may still take the rest.
    const isTaken =
      entry?.accepted === true || takersOf(staff.body, entry ?? {}).includes(giverOf(ctx));
    if (entry?.state === 'ENDED' && isTaken) return [];
    const kept = staff.people[who]?.grants ?? [];
    const wrong = own(ctx, who) ?? unfit(staff, kept, [], ctx);
    if (wrong) return wrong;
    const gone = staff.delegations
      .filter((d) => d.from === who || d.to === who)
      .map(({ id: delegation, from, to }) =>
        peopleEvent('DelegationEnded', { delegation, from, to, reason: 'ROLE_GONE' }),
      );
    return [peopleEvent('PersonEnded', { person: who }), ...gone];
  },
});

/** The administrator leaves the office to a colleague; who holds it only by delegation cannot. */
export const HandOver = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR'],
  shape: object({ to: person() }),
  decide(staff, { to }, ctx) {
    if (!ctx.ownGrants.some((g) => g.role === 'MBUA')) return refuse('ROLE_NOT_HELD', CLAUSE);
    const heir = staff.people[to];
    if (heir === undefined || heir.state === 'ENDED') {
      return refuse('PERSON_UNKNOWN', CLAUSE, { person: to });
    }
    // An invitation may never be accepted, and then nobody would be left in the office.
    if (heir.state === 'INVITED') return refuse('INVITATION_WAITS', CLAUSE, { person: to });
    const toGrants: readonly Grant[] = heir.grants.some((g) => g.role === 'MBUA')
      ? heir.grants
      : [...heir.grants, { role: 'MBUA' }];
    const wrong = own(ctx, to);
    if (wrong) return wrong;
    if (onTwoSeats(toGrants.map((g) => g.role))) {
      return refuse('TWO_SEATS', CLAUSE, { roles: toGrants.map((g) => g.role) });
    }
    const fromGrants = ctx.ownGrants.filter((g) => g.role !== 'MBUA');
    return [
      peopleEvent('AdministrationHandedOver', { from: ctx.person, to, fromGrants, toGrants }),
      ...fallen(staff, ctx.person, fromGrants),
      ...fallen(staff, to, toGrants),
    ];
  },
});
