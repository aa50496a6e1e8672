import { isRefusal, refuse, type Refusal } from '../kernel/decision.js';
import type { Instant } from '../calendar/zurich.js';
import type { Principal } from '../kernel/principal.js';
import * as administration from './administration.js';
import type { AnyPeopleCommand, PeopleContext, PeopleRole } from './definition.js';
import * as delegation from './delegation.js';
import type { PeopleEvent } from './events.js';
import { evolveStaff } from './evolve.js';
import { ISO_DESKS, type Staff } from './state.js';

/** Every command on the people of a body by name. */
export const peopleCommands: Readonly<Record<string, AnyPeopleCommand>> = {
  InvitePerson: administration.InvitePerson,
  AcceptInvitation: administration.AcceptInvitation,
  ChangeRoles: administration.ChangeRoles,
  EndPerson: administration.EndPerson,
  HandOver: administration.HandOver,
  Delegate: delegation.Delegate,
  EndDelegation: delegation.EndDelegation,
};

/** As who the principal acts on the people of this body; null when the body is none of their business. */
export function peopleRoleFor(principal: Principal, staff: Staff): PeopleRole | null {
  const { member, grants, person } = principal;
  const has = (role: string) => grants.some((g) => g.role === role);
  const isOwn =
    staff.body === ISO_DESKS ? member === null && grants.length > 0 : member === staff.body;
  if (staff.body !== ISO_DESKS && isOwn && has('MBUA')) return 'ADMINISTRATOR';
  if (member === null && has('ISO_CS')) return 'CENTRAL';
  const invited = staff.people[person];
  return isOwn || (invited !== undefined && invited.state !== 'ENDED') ? 'SELF' : null;
}

/** Who reads the list of a body's people: those people themselves, the Central Secretariat, auditors. */
export const canSeeStaff = (principal: Principal, staff: Staff): boolean =>
  principal.grants.some((g) => g.role === 'AUDITOR') || peopleRoleFor(principal, staff) !== null;

/** Who reads all of it. Whoever is only invited reads their own entry: colleagues one has after saying yes. */
export const canSeeColleagues = (principal: Principal, staff: Staff): boolean =>
  canSeeStaff(principal, { ...staff, people: {} });

export interface PeopleOutcome {
  readonly events: readonly PeopleEvent[];
  readonly state: Staff;
}

/** Decides one command on the people of a body; bad input never throws. */
export function decidePeople(
  staff: Staff,
  command: { readonly type: string; readonly payload: unknown },
  ctx: PeopleContext,
  at: Instant,
): PeopleOutcome | Refusal {
  const definition = Object.hasOwn(peopleCommands, command.type)
    ? peopleCommands[command.type]
    : undefined;
  if (definition === undefined) {
    return refuse('INVALID_INPUT', 'rules 5.1', { command: command.type });
  }
  if (!definition.roles.includes(ctx.role)) return refuse('FORBIDDEN_ROLE', definition.clause);
  const faults = definition.shape.check(command.payload, '');
  if (faults.length > 0) {
    return refuse('INVALID_INPUT', definition.clause, { faults: faults.map((f) => ({ ...f })) });
  }
  const decided = definition.decide(staff, command.payload, ctx);
  if (isRefusal(decided)) return decided;
  return {
    events: decided,
    state: decided.reduce((s, e) => evolveStaff(s, { ...e, at, by: ctx.role }), staff),
  };
}
