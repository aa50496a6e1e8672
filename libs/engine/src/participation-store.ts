import type { Json } from '@twinning/event-log';
import type { Principal } from '@twinning/domain';
import type { ColumnType } from 'kysely';
import { bodyOf, commandIdFor, hashOf, isSameRequest, type StoredOutcome } from './commands.js';
import type { Db, Trx } from './database.js';

type Jsonb = ColumnType<unknown, string, never>;

/** A command to one member's participation in one committee: stored with its outcome, never changed. */
export interface ParticipationCommandTable {
  id: string;
  body: number;
  key: string;
  request_hash: string;
  member: number;
  committee: number;
  type: string;
  payload: Jsonb;
  principal: Jsonb;
  correlation: string;
  outcome: Jsonb;
  decided_at: ColumnType<Date, string, never>;
}

/** Run by `migrateAll`. The application may add and read commands and do nothing else to them. */
export const participationStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.participation_command (
     id uuid PRIMARY KEY,
     body integer NOT NULL,
     key text NOT NULL,
     request_hash text NOT NULL,
     member integer NOT NULL,
     committee integer NOT NULL,
     type text NOT NULL,
     payload jsonb NOT NULL,
     principal jsonb NOT NULL,
     correlation text NOT NULL,
     outcome jsonb NOT NULL,
     decided_at timestamptz NOT NULL,
     UNIQUE (body, key))`,
  `GRANT SELECT, INSERT ON engine.participation_command TO twinning_app`,
];

export interface NewParticipationCommand {
  /** Idempotency-Key: unique in the caller's body. */
  readonly key: string;
  readonly member: number;
  readonly committee: number;
  readonly type: string;
  readonly payload: Json;
  readonly principal: Principal;
  readonly correlation: string;
}

export interface DecidedParticipationCommand {
  readonly id: string;
  readonly outcome: StoredOutcome;
  /** It had been decided before: nothing was recorded now. */
  readonly repeated: boolean;
}

export const participationRequestHash = ({
  member,
  committee,
  type,
  payload,
  principal,
}: Pick<
  NewParticipationCommand,
  'member' | 'committee' | 'type' | 'payload' | 'principal'
>): string => hashOf({ member, committee, type, payload, person: principal.person });

export const participationCommandId = (
  command: Pick<NewParticipationCommand, 'key' | 'principal'>,
): string => commandIdFor(bodyOf(command.principal), command.key);

/** The command decided under this id: undefined when there is none, null when another request has the id. */
export async function findDecided(
  db: Db | Trx,
  command: NewParticipationCommand,
): Promise<DecidedParticipationCommand | null | undefined> {
  const row = await db
    .selectFrom('engine.participation_command')
    .select(['id', 'request_hash', 'outcome'])
    .where('id', '=', participationCommandId(command))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return isSameRequest(row.request_hash, () => participationRequestHash(command))
    ? { id: row.id, outcome: row.outcome as StoredOutcome, repeated: true }
    : null;
}

export async function storeDecided(
  trx: Trx,
  command: NewParticipationCommand,
  outcome: StoredOutcome,
): Promise<void> {
  await trx
    .insertInto('engine.participation_command')
    .values({
      id: participationCommandId(command),
      body: bodyOf(command.principal),
      key: command.key,
      request_hash: participationRequestHash(command),
      member: command.member,
      committee: command.committee,
      type: command.type,
      payload: JSON.stringify(command.payload),
      principal: JSON.stringify(command.principal),
      correlation: command.correlation,
      outcome: JSON.stringify(outcome),
      decided_at: outcome.decidedAt,
    })
    .execute();
}
