import { daysBetween, type Day } from '../calendar/day.js';
import { refuse, type Refusal } from '../kernel/decision.js';
import { definitions } from '../kernel/slices.js';
import { participationCommands } from '../participation/decide.js';
import type { Grant } from '../kernel/principal.js';
import { choice, date, list, object, optional, person, text } from '../kernel/schema.js';
import { peopleCommand, type PeopleContext } from './definition.js';
import { peopleEvent } from './events.js';
import { giversOf, isDelegable, onTwoSeats } from './seats.js';
import { ISO_DESKS, type Staff } from './state.js';

const CLAUSE = 'rules 5.1';

/** Days that a delegation may last [D]: who is away for longer hands the role over. */
export const LONGEST_DELEGATION_DAYS = 366;

const badPeriod = (start: Day, end: Day, today: Day): Refusal | null =>
  start < today || end < start || daysBetween(start, end) >= LONGEST_DELEGATION_DAYS
    ? refuse('PERIOD_INVALID', CLAUSE, { days: LONGEST_DELEGATION_DAYS })
    : null;

const isCommand = (name: string): boolean =>
  Object.hasOwn(definitions, name) || Object.hasOwn(participationCommands, name);

/** Only who is on the list of the body and has accepted lets somebody act: a token alone is not heard of when it ends. */
function unlisted(staff: Staff, from: string): Refusal | null {
  const holder = staff.people[from];
  if (holder?.state === 'INVITED') return refuse('INVITATION_WAITS', CLAUSE, { person: from });
  return holder?.state === 'ACTIVE' ? null : refuse('PERSON_UNKNOWN', CLAUSE, { person: from });
}

/** Whoever arranges it for another holds the office in their own right, gives what is theirs to give, and gains nothing. */
function notForAnother(
  staff: Staff,
  { to, role }: { readonly to: string; readonly role: Grant['role'] },
  ctx: PeopleContext,
): Refusal | null {
  // The ISO desks have no administrator of their own but the Central Secretariat, which looks after them alone.
  const forOthers = ctx.role === 'ADMINISTRATOR' || staff.body === ISO_DESKS;
  if (ctx.role === 'SELF' || !forOthers) return refuse('FORBIDDEN_ROLE', CLAUSE);
  const office = ctx.role === 'ADMINISTRATOR' ? 'MBUA' : 'ISO_CS';
  if (!ctx.ownGrants.some((g) => g.role === office)) {
    return refuse('ROLE_NOT_HELD', CLAUSE, { role: office });
  }
  if (to === ctx.person) return refuse('NOT_FOR_ONESELF', CLAUSE);
  return giversOf(staff.body, role).includes(ctx.role)
    ? null
    : refuse('ROLE_NOT_YOURS_TO_GIVE', CLAUSE, { role });
}

/**
 * For oneself, or by the administrator for somebody who is away. Within the body only, so never to the counter-party;
 * never so that one person sits on two seats; and what was delegated is not delegated on.
 */
export const Delegate = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL', 'SELF'],
  shape: object({
    from: optional(person()),
    to: person(),
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
    commands: optional(list(text(60), 1, 60)),
    start: date(),
    end: date(),
    reason: choice('DELEGATION', 'ABSENCE'),
  }),
  decide(staff, { to, role, commands, start, end, reason, ...rest }, ctx) {
    const unknown = (commands ?? []).filter((name) => !isCommand(name));
    if (unknown.length > 0) {
      const faults = unknown.map((name) => ({ pointer: '/commands', expected: `no ${name}` }));
      return refuse('INVALID_INPUT', CLAUSE, { faults });
    }
    const from = rest.from ?? ctx.person;
    if (to === from) return refuse('NOT_FOR_ONESELF', CLAUSE);
    const barred = from === ctx.person ? null : notForAnother(staff, { to, role }, ctx);
    if (barred) return barred;
    const deputy = staff.people[to];
    if (deputy === undefined || deputy.state === 'ENDED') {
      return refuse('DELEGATE_NOT_OF_BODY', CLAUSE, { person: to });
    }
    const absent = unlisted(staff, from);
    if (absent) return absent;
    const grant = staff.people[from]?.grants.find((g) => g.role === role);
    if (grant === undefined || !isDelegable(role)) return refuse('ROLE_NOT_HELD', CLAUSE, { role });
    const wrong = badPeriod(start, end, ctx.today);
    if (wrong) return wrong;
    const received = staff.delegations.filter((d) => d.to === to && d.end >= ctx.today);
    const seats = [...deputy.grants, ...received.map((d) => d.grant)].map((g) => g.role);
    if (onTwoSeats([...seats, role]))
      return refuse('TWO_SEATS', CLAUSE, { roles: [...seats, role] });
    return [
      peopleEvent('DelegationGiven', {
        id: `D${String(staff.numbered + 1)}`,
        from,
        to,
        grant,
        commands: commands ?? 'ALL',
        start,
        end,
        reason,
      }),
    ];
  },
});

export const EndDelegation = peopleCommand({
  clause: CLAUSE,
  roles: ['ADMINISTRATOR', 'CENTRAL', 'SELF'],
  shape: object({ delegation: text(20) }),
  decide(staff, { delegation }, ctx) {
    const found = staff.delegations.find((d) => d.id === delegation);
    if (found === undefined) return refuse('DELEGATION_UNKNOWN', CLAUSE, { delegation });
    const { from, to } = found;
    const concerned = [from, to].includes(ctx.person) || ctx.role !== 'SELF';
    if (!concerned) return refuse('FORBIDDEN_ROLE', CLAUSE);
    return [peopleEvent('DelegationEnded', { delegation, from, to, reason: 'WITHDRAWN' })];
  },
});
