import type { Json } from '@twinning/event-log';
import { sql, type Selectable } from 'kysely';
import type { CommandTable, Db, Trx } from './database.js';
import { rowKeys } from './row-keys.js';

/** All of a command that decides what is done, and in whose name. */
export type SealedParts = Pick<
  Selectable<CommandTable>,
  | 'id'
  | 'body'
  | 'key'
  | 'request_hash'
  | 'agreement'
  | 'type'
  | 'payload'
  | 'principal'
  | 'expected_version'
  | 'correlation'
> & { readonly occurred_on: Date | string | null };

const KIND = 'command';
const SEALED = [
  ...(['id', 'body', 'key', 'request_hash', 'agreement', 'type', 'payload', 'principal'] as const),
  ...(['expected_version', 'correlation', 'occurred_on'] as const),
];
/** More than these are not told apart: each is read with its payload. */
const MOST = 200;

const partsOf = (row: SealedParts): Json =>
  // As the database gives it back: what JSON leaves out is not sealed.
  JSON.parse(
    JSON.stringify({
      ...Object.fromEntries(SEALED.map((name) => [name, row[name]])),
      occurred_on: row.occurred_on === null ? null : new Date(row.occurred_on).toISOString(),
    }),
  ) as Json;

/** The seal of a command that is about to be stored. */
export const sealOfCommand = (row: SealedParts): Buffer => rowKeys().seal(KIND, partsOf(row));

/** Whether a stored command is one that this service has stored, as it stored it. */
export const isSealedCommand = (row: SealedParts & { readonly mac: Buffer | null }): boolean =>
  rowKeys().isSealed(KIND, partsOf(row), row.mac);

/** A command that waits and was stored by somebody else, by an earlier release, or under a key that is no more. */
export interface UnsealedCommand {
  readonly id: string;
  readonly agreement: string;
  readonly type: string;
  readonly person: string;
  /** RFC 3339. */
  readonly receivedAt: string;
}

/** Commands without an outcome, older than `olderThanMs`, that are never carried out: the oldest 200. */
export async function unsealedCommands(
  db: Db | Trx,
  olderThanMs = 0,
): Promise<readonly UnsealedCommand[]> {
  const rows = await waiting(db)
    .where(
      sql<boolean>`received_at <= clock_timestamp() - make_interval(secs => ${olderThanMs / 1000})`,
    )
    .orderBy('received_at')
    .limit(MOST)
    .execute();
  return rows
    .filter((row) => !isSealedCommand(row))
    .map(({ id, agreement, type, principal, received_at }) => ({
      ...{ id, agreement, type },
      person: String((principal as { person?: unknown } | null)?.person),
      receivedAt: received_at.toISOString(),
    }));
}

/** Seals a command that waits, on the word of who operates the service; false when there is none without a seal. */
export async function acceptCommand(db: Db, id: string): Promise<boolean> {
  const row = await waiting(db).where('id', '=', id).executeTakeFirst();
  if (row === undefined || isSealedCommand(row)) return false;
  await db
    .updateTable('engine.command')
    .set({ mac: sealOfCommand(row) })
    .where('id', '=', id)
    .execute();
  return true;
}

const waiting = (db: Db | Trx) =>
  db
    .selectFrom('engine.command')
    .select([...SEALED, 'mac', 'received_at'])
    .where('outcome', 'is', null)
    .where('conflict', 'is', null);
