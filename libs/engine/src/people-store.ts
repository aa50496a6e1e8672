import { PERSONAL_FIELDS, type Principal } from '@twinning/domain';
import type { Json, JsonObject } from '@twinning/event-log';
import type { ColumnType } from 'kysely';
import { bodyOf, commandIdFor, hashOf, isSameRequest, type StoredOutcome } from './commands.js';
import type { Db, Trx } from './database.js';

type Jsonb = ColumnType<unknown, string, never>;

/** A command on the people of a body: its outcome, and nothing of what it said, which may name a person. */
export interface PeopleCommandTable {
  id: string;
  request_hash: string;
  person: string;
  staff: number;
  type: string;
  outcome: Jsonb;
  decided_at: ColumnType<Date, string, never>;
}

/** Run by `migrateAll`. The application may add and read commands and do nothing else to them. */
export const peopleStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.people_command (
     id uuid PRIMARY KEY,
     request_hash text NOT NULL,
     person text NOT NULL,
     staff integer NOT NULL,
     type text NOT NULL,
     outcome jsonb NOT NULL,
     decided_at timestamptz NOT NULL)`,
  `GRANT SELECT, INSERT ON engine.people_command TO twinning_app`,
];

export interface NewPeopleCommand {
  /** Idempotency-Key: unique in the caller's body. */
  readonly key: string;
  /** Whose people: a member id, or 0 for the ISO desks. */
  readonly body: number;
  readonly type: string;
  readonly payload: Json;
  readonly principal: Principal;
  readonly correlation: string;
}

export interface DecidedPeopleCommand {
  readonly id: string;
  readonly outcome: StoredOutcome;
  /** It had been decided before: nothing was recorded now. */
  readonly repeated: boolean;
}

// A hash over a name could be guessed; a repeat that differs in the name alone gets the first outcome.
const requestHashOf = ({ body, type, payload, principal }: NewPeopleCommand): string =>
  hashOf({
    body,
    type,
    person: principal.person,
    payload: Object.fromEntries(
      Object.entries(payload as JsonObject).filter(
        ([field]) => !(PERSONAL_FIELDS as readonly string[]).includes(field),
      ),
    ),
  });

export const peopleCommandId = ({ principal, key }: NewPeopleCommand): string =>
  commandIdFor(bodyOf(principal), key);

/** The command decided under this id: undefined when there is none, null when another request has the id. */
export async function findDecidedPeople(
  db: Db | Trx,
  command: NewPeopleCommand,
): Promise<DecidedPeopleCommand | null | undefined> {
  const row = await db
    .selectFrom('engine.people_command')
    .select(['id', 'request_hash', 'outcome'])
    .where('id', '=', peopleCommandId(command))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return isSameRequest(row.request_hash, () => requestHashOf(command))
    ? { id: row.id, outcome: row.outcome as StoredOutcome, repeated: true }
    : null;
}

export async function storeDecidedPeople(
  trx: Trx,
  command: NewPeopleCommand,
  outcome: StoredOutcome,
): Promise<void> {
  await trx
    .insertInto('engine.people_command')
    .values({
      id: peopleCommandId(command),
      request_hash: requestHashOf(command),
      person: command.principal.person,
      staff: command.body,
      type: command.type,
      outcome: JSON.stringify(outcome),
      decided_at: outcome.decidedAt,
    })
    .execute();
}
