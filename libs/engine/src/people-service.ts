import {
  dayAt,
  decidePeople,
  delegatorOf,
  forCommand,
  isRefusal,
  ISO_DESKS,
  ownGrants,
  peopleRoleFor,
  PERSONAL_FIELDS,
  refuse,
  standingOf,
  type Instant,
  type PeopleEvent,
  type PeopleOutcome,
  type PeopleRole,
  type Principal,
  type Refusal,
  type Staff,
} from '@twinning/domain';
import type { EventLog, JsonObject, NewEvent } from '@twinning/event-log';
import { loadStaff, loadStanding, projectStaff } from '@twinning/read-model';
import { memberFact } from '@twinning/registry';
import type { Clock } from './clock.js';
import { nullWhenIdTaken } from './command-ids.js';
import type { StoredOutcome } from './commands.js';
import { asRead, asRegistry, type Db, type Trx } from './database.js';
import {
  findDecidedPeople,
  peopleCommandId,
  storeDecidedPeople,
  type DecidedPeopleCommand,
  type NewPeopleCommand,
} from './people-store.js';
import { recordRefusal } from './refusal-leaf.js';

export const peopleStream = (body: number): string => `people/${String(body)}`;

const SCHEMA_VERSION = 1;

/** The caller as the records have them now. */
export async function principalNow(
  db: Db | Trx,
  clock: Clock,
  claimed: Principal,
): Promise<Principal> {
  const recorded = await loadStanding(asRead(db), claimed.person);
  if (recorded.entries.length === 0) return standingOf(claimed, recorded, '' as never);
  return standingOf(claimed, recorded, dayAt(await clock.now(db)));
}

/** Whether a body lists a person, so that what they are is said there; of all others their token says it. */
export async function isListed(db: Db, person: string): Promise<boolean> {
  const { entries } = await loadStanding(asRead(db), person);
  return entries.some(({ state }) => state === 'ACTIVE');
}

/**
 * The people of each body: one transaction takes the log's head lock, looks at who the caller is at that moment,
 * decides, appends to the stream `people/<body>`, projects it and stores the outcome.
 */
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly clock: Clock,
  ) {}

  /** What was decided when this request came before: undefined when it is new, null when its key is another's. */
  repeated(command: NewPeopleCommand): Promise<DecidedPeopleCommand | null | undefined> {
    return findDecidedPeople(this.db, command);
  }

  /** Decides a command once: a repeat gives the stored outcome, the same id with another request null. */
  async handle(command: NewPeopleCommand): Promise<DecidedPeopleCommand | null> {
    return nullWhenIdTaken(this.db.transaction().execute((trx) => this.handleIn(trx, command)));
  }

  private async handleIn(
    trx: Trx,
    command: NewPeopleCommand,
  ): Promise<DecidedPeopleCommand | null> {
    const head = await this.log.lockHead(trx);
    const stored = await findDecidedPeople(trx, command);
    if (stored !== undefined) return stored;
    const now = await this.clock.now(trx, head);
    const principal = await principalNow(trx, this.clock, command.principal);
    const staff = await loadStaff(asRead(trx), command.body);
    const usable = forCommand(principal, command.type);
    const role = peopleRoleFor(usable, staff);
    const decided = await this.decide(trx, staff, usable, role, command, now);
    const outcome = isRefusal(decided)
      ? await recordRefusal(trx, this.log, {
          subject: peopleStream(staff.body),
          version: staff.version,
          ruleset: null,
          command: { ...command, id: peopleCommandId(command) },
          by: principal,
          actsFor: actsFor(usable, role),
          refusal: decided,
          at: now,
        })
      : await this.recordEvents(trx, staff, decided, { usable, role, command, now });
    await storeDecidedPeople(trx, command, outcome);
    return { id: peopleCommandId(command), outcome, repeated: false };
  }

  private async decide(
    trx: Trx,
    staff: Staff,
    principal: Principal,
    role: PeopleRole | null,
    command: NewPeopleCommand,
    now: Instant,
  ): Promise<PeopleOutcome | Refusal> {
    const { body, type, payload } = command;
    const today = dayAt(now);
    const known = body === ISO_DESKS || (await memberFact(asRegistry(trx), body, today)) !== null;
    if (role === null || !known) return refuse('NOT_FOUND', 'rules 5.1');
    const recorded = await loadStanding(asRead(trx), principal.person);
    const own = ownGrants(principal);
    const named = principal.member ?? (own.length > 0 ? ISO_DESKS : null);
    return decidePeople(
      staff,
      { type, payload },
      {
        today,
        role,
        person: principal.person,
        ownGrants: own,
        ofBody: named === null || named === body,
        elsewhere: (person) =>
          person === principal.person &&
          recorded.entries.some((e) => e.body !== body && e.state === 'ACTIVE'),
      },
      now,
    );
  }

  private async recordEvents(
    trx: Trx,
    before: Staff,
    { events, state }: PeopleOutcome,
    by: { usable: Principal; role: PeopleRole | null; command: NewPeopleCommand; now: Instant },
  ): Promise<StoredOutcome> {
    const { usable, role, command, now } = by;
    const { person, member } = usable;
    const recorded = await this.log.append(trx, {
      stream: peopleStream(before.body),
      expectedVersion: before.version,
      events: events.map((event) => toLogged(event, now)),
      actor: { person, role: role ?? 'SELF', body: member },
      onBehalfOf: actsFor(usable, role) ?? member,
      ...byCommand(command),
    });
    if (events.length > 0) await projectStaff(asRead(trx), state);
    return {
      accepted: true,
      version: state.version,
      decidedAt: now,
      events: recorded.map((e) => ({ index: e.index, type: e.type })),
    };
  }
}

const byCommand = (command: NewPeopleCommand) => ({
  commandId: peopleCommandId(command),
  causationId: peopleCommandId(command),
  correlationId: command.correlation,
  ruleset: null,
});

/** Whose office the caller holds only for a while; null when it is their own. */
const actsFor = ({ grants }: Principal, role: PeopleRole | null): string | null => {
  if (role === 'SELF' || role === null) return null;
  const office = role === 'ADMINISTRATOR' ? 'MBUA' : 'ISO_CS';
  return delegatorOf(grants.filter((grant) => grant.role === office));
};

const toLogged = ({ type, payload }: PeopleEvent, at: Instant): NewEvent => {
  const fields = payload as unknown as JsonObject;
  const personal = PERSONAL_FIELDS.filter((field) => field in fields);
  return {
    type,
    schemaVersion: SCHEMA_VERSION,
    occurredAt: at,
    payload: JSON.parse(JSON.stringify(fields)) as JsonObject,
    ...(personal.length > 0 && {
      personal: Object.fromEntries(personal.map((field) => [field, fields.person as string])),
    }),
  };
};
