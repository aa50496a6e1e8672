import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@twinning/event-log';
import type { Principal } from '@twinning/domain';
import { sql, type Selectable, type SqlBool } from 'kysely';
import { v5 as uuidV5 } from 'uuid';
import { nullWhenIdTaken } from './command-ids.js';
import { isSealedCommand, sealOfCommand } from './command-seal.js';
import type { CommandTable, Db } from './database.js';

/** SHA-256 in hexadecimal over canonical JSON (RFC 8785). */
export const hashOf = (value: Json): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

// Namespaces of the derived ids (UUIDv5); fixed for ever, because a repeated first command must give the same agreement.
const COMMAND_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a01';
const AGREEMENT_NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a02';

/** The body in which a command id is unique: the member's, or 0 for the ISO desks. */
export const bodyOf = (principal: Pick<Principal, 'member'>): number => principal.member ?? 0;

/** The internal id of a command: derived from the body and its Idempotency-Key, so a repeat finds the same row. */
export const commandIdFor = (body: number, key: string): string =>
  uuidV5(`${String(body)}/${key}`, COMMAND_NAMESPACE);

/** The id of the agreement that a first command opens: a repeated proposal cannot start two. */
export const agreementIdFor = (commandId: string): string => uuidV5(commandId, AGREEMENT_NAMESPACE);

export interface NewCommand {
  readonly key: string;
  /** Null when the command opens a new agreement. */
  readonly agreement: string | null;
  readonly type: string;
  readonly payload: Json;
  readonly principal: Principal;
  readonly expectedVersion: number | null;
  /** RFC 3339; only for the entry of the past. */
  readonly occurredOn?: string;
  readonly correlation: string;
}

/** The decided result of a command as it is stored and answered for ever. */
export type StoredOutcome =
  | {
      readonly accepted: true;
      readonly version: number;
      readonly decidedAt: string;
      readonly events: readonly { readonly index: number; readonly type: string }[];
    }
  | {
      readonly accepted: false;
      readonly version: number;
      readonly decidedAt: string;
      readonly code: string;
      readonly clause: string;
      readonly details: Json;
      /** Index of the leaf that records the refusal; null in outcomes of earlier releases that left none. */
      readonly index: number | null;
    };

/** The version a command was made for, and the one it met. */
export interface VersionConflict {
  readonly expected: number;
  readonly current: number;
}

export interface StoredCommand {
  readonly id: string;
  readonly agreement: string;
  readonly type: string;
  /** Who sent it. */
  readonly person: string;
  readonly outcome: StoredOutcome | null;
  /** It came too late for its version: nothing was recorded, and its key may be sent again. */
  readonly conflict: VersionConflict | null;
}

const STORED = ['id', 'agreement', 'type', 'principal', 'outcome', 'conflict'] as const;

const toStored = (row: Pick<Selectable<CommandTable>, (typeof STORED)[number]>): StoredCommand => ({
  id: row.id,
  agreement: row.agreement,
  type: row.type,
  person: (row.principal as Principal).person,
  outcome: row.outcome as StoredOutcome | null,
  conflict: row.conflict as VersionConflict | null,
});

/** The version is left out: a repeat that has read the agreement anew still asks for the same. */
const requestHashes = ({ agreement, type, payload, principal, occurredOn }: NewCommand) => {
  const asked = { agreement, type, payload, person: principal.person };
  const undated = hashOf(asked);
  return {
    hash: occurredOn === undefined ? undated : hashOf({ ...asked, occurredOn }),
    /** As commands were hashed before the day was part of it. */
    undated,
  };
};

/** Whether a request has this hash; what no JSON can say has none, and was never stored. */
export function isSameRequest(stored: string, hash: () => string): boolean {
  try {
    return stored === hash();
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

const msOf = (at: Date | string | null | undefined): number | null =>
  at === null || at === undefined ? null : new Date(at).getTime();

/**
 * Stores a command before anything is decided. The same id and request gives the row stored first; the same id with
 * another request, of whatever kind, gives `null` (`COMMAND_ID_REUSED`). One that only came too late is replaced.
 */
export async function storeCommand(db: Db, command: NewCommand): Promise<StoredCommand | null> {
  const body = bodyOf(command.principal);
  const id = commandIdFor(body, command.key);
  const agreement = command.agreement ?? agreementIdFor(id);
  const { hash } = requestHashes(command);
  const { key, payload, principal } = command;
  const said = {
    request_hash: hash,
    agreement,
    type: command.type,
    expected_version: command.expectedVersion,
    occurred_on: command.occurredOn ?? null,
    correlation: command.correlation,
  };
  const asked = {
    ...said,
    payload: JSON.stringify(payload),
    principal: JSON.stringify(principal),
    mac: sealOfCommand({ ...said, id, body, key, payload, principal }),
  };
  const fresh = await nullWhenIdTaken(
    db
      .insertInto('engine.command')
      .values({ id, body, key, ...asked })
      .onConflict((c) =>
        c
          .column('id')
          .doUpdateSet({
            ...asked,
            conflict: null,
            told_at: null,
            received_at: sql<string>`clock_timestamp()`,
          })
          .where('engine.command.conflict', 'is not', null),
      )
      .returning('id')
      .execute(),
  );
  if (fresh === null) return null;
  if (fresh.length > 0) {
    const { type, principal } = command;
    return { id, agreement, type, person: principal.person, outcome: null, conflict: null };
  }
  const row = await rowAsked(db, id).executeTakeFirstOrThrow();
  return isSame(row, command) ? toStored(row) : null;
}

/**
 * The command that this request is a repeat of: undefined when its key is free or may be sent again, null when the key
 * is another request's. Tells of the caller's own requests alone: the key is their body's, the hash has their person.
 */
export async function findRepeat(
  db: Db,
  command: NewCommand,
): Promise<StoredCommand | null | undefined> {
  const id = commandIdFor(bodyOf(command.principal), command.key);
  const row = await rowAsked(db, id).executeTakeFirst();
  if (row === undefined || row.conflict !== null) return undefined;
  return isSame(row, command) ? toStored(row) : null;
}

const rowAsked = (db: Db, id: string) =>
  db
    .selectFrom('engine.command')
    .select([...STORED, 'request_hash', 'occurred_on'])
    .where('id', '=', id);

type Asked = Pick<Selectable<CommandTable>, 'request_hash' | 'occurred_on'>;

function isSame({ request_hash: stored, occurred_on: day }: Asked, command: NewCommand): boolean {
  const sameDay = msOf(day) === msOf(command.occurredOn);
  return (
    isSameRequest(stored, () => requestHashes(command).hash) ||
    (sameDay && isSameRequest(stored, () => requestHashes(command).undated))
  );
}

/** A stored command with its outcome, for the body that sent it; null for everybody else. */
export async function findCommand(
  db: Db,
  id: string,
  principal: Principal,
): Promise<StoredCommand | null> {
  const row = await db
    .selectFrom('engine.command')
    .select([...STORED, 'body'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined || row.body !== bodyOf(principal) ? null : toStored(row);
}

/** Notes that the workflow has heard of these outcomes; the sweep leaves them alone from then on. */
export async function markTold(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('engine.command')
    .set({ told_at: sql<string>`clock_timestamp()` })
    .where(sql<SqlBool>`id = ANY(${[...ids]}::uuid[])`)
    .where('outcome', 'is not', null)
    .execute();
}

/**
 * Commands that were stored `olderThanMs` ago and are undecided, or whose workflow has not been told. Those that wait
 * without this service's seal are left out, and keep no others back.
 */
export async function unfinishedCommands(
  db: Db,
  olderThanMs: number,
  limit: number,
  except: readonly string[] = [],
): Promise<readonly { id: string; agreement: string }[]> {
  const left: { id: string; agreement: string }[] = [];
  for (const passed = [...except]; ; ) {
    const page = await unfinishedPage(db, olderThanMs, limit, passed);
    const ours = page.filter((row) => row.outcome !== null || isSealedCommand(row));
    left.push(...ours.map(({ id, agreement }) => ({ id, agreement })));
    if (page.length < limit || left.length >= limit) return left.slice(0, limit);
    passed.push(...page.map(({ id }) => id));
  }
}

const unfinishedPage = (db: Db, olderThanMs: number, limit: number, except: readonly string[]) =>
  db
    .selectFrom('engine.command')
    .selectAll()
    .where('told_at', 'is', null)
    .where(sql<SqlBool>`id <> ALL(${[...except]}::uuid[])`)
    .where(
      sql<SqlBool>`received_at < clock_timestamp() - make_interval(secs => ${olderThanMs / 1000})`,
    )
    .orderBy('received_at')
    .limit(limit)
    .execute();

/**
 * Agreements in which something waits that their workflow should have carried out `olderThanMs` ago: a command, or a
 * deadline. The clock of a demonstration is moved by hand: what it passes over is not late.
 */
export async function neglectedAgreements(db: Db, olderThanMs: number): Promise<readonly string[]> {
  const { rows } = await sql<{ agreement: string }>`
    WITH late AS (SELECT clock_timestamp() - make_interval(secs => ${olderThanMs / 1000}) AS than)
    SELECT agreement FROM engine.command, late
     WHERE outcome IS NULL AND told_at IS NULL AND received_at < late.than
     UNION
    SELECT agreement FROM read.agreement, late
     WHERE next_deadline < late.than AND NOT EXISTS (SELECT FROM engine.clock)`.execute(db);
  return rows.map((row) => row.agreement);
}

/** Agreements that still have a deadline or a duty: each has a workflow. */
export async function openAgreements(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('read.agreement')
    .select('agreement')
    .where('next_deadline', 'is not', null)
    .orderBy('agreement')
    .execute();
  return rows.map((row) => row.agreement);
}
