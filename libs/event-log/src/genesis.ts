import { sql, type Kysely } from 'kysely';
import type { Connection } from './connection.js';
import type { Abandoned } from './continue-as.js';
import { claimedCheckpoint, openCheckpoint, type Checkpoint } from './checkpoint.js';
import { isKeyName, type Verifier } from './keys.js';
import { logSize, type EventLog } from './log.js';

/** What the first leaf of a log says of it, for ever. */
export interface Genesis {
  readonly kind: 'production' | 'demonstration';
  /** Name of the log as its checkpoints bear it. */
  readonly origin: string;
  /** Rate of simulated time, 1 for the database's own clock. */
  readonly clockRate: number;
  /** Of a record that goes on from a restored backup: the checkpoint that was given up. */
  readonly continues?: Abandoned;
}

export const LOG_STREAM = 'log';
const LOG_OPENED = 'LogOpened';

/** What the first leaf says; null while the log is empty. */
export async function genesisIn(db: Connection): Promise<Genesis | null> {
  const { rows } = await sql<{ payload: Genesis; version: number }>`
    SELECT payload, schema_version AS version FROM log.event WHERE index = 0`.execute(db);
  if (rows[0] !== undefined) demandKnownVersion(LOG_OPENED, rows[0].version);
  return rows[0]?.payload ?? null;
}

/** The events of the log's own stream have one version so far: a later one means that a newer release wrote it. */
export function demandKnownVersion(type: string, version: number): void {
  if (version === 1) return;
  throw new Error(
    `An event of ${LOG_STREAM} (${type}, version ${String(version)}) was written by a newer release; this one reads it up to version 1. Update before going on.`,
  );
}

/** The names that this record bore before it was put back from a backup and went on, the newest first. */
export function namesGivenUp({ continues }: Pick<Genesis, 'continues'>): readonly string[] {
  return continues === undefined ? [] : [continues.origin, ...namesGivenUp(continues)];
}

/** What a first leaf says was given up, as it lies there: anybody may have written it. */
export interface GivenUp {
  /** The newest first, as far as they can be read. */
  readonly names: readonly string[];
  /** Whether each checkpoint is what its note says, signed by its name where a key of that name is known, and no name comes twice. */
  readonly holds: boolean;
}

/** Follows `continues` of a first leaf from the name that it bears now to the first one. */
export function givenUpIn(
  origin: string | null,
  continues: unknown,
  keys: readonly Verifier[] = [],
): GivenUp {
  const names: string[] = [];
  let holds = true;
  for (let link = continues; link !== undefined && link !== null; ) {
    const { origin: name, size, root, checkpoint, continues: before } = link as Partial<Abandoned>;
    if (typeof name !== 'string') return { names, holds: false };
    const claimed = claimedOrNull(
      checkpoint,
      keys.filter((key) => key.name === name),
    );
    holds &&=
      name !== origin &&
      !names.includes(name) &&
      claimed?.origin === name &&
      claimed.size === size &&
      claimed.root.toString('base64') === root;
    names.push(name);
    link = before;
  }
  return { names, holds };
}

function claimedOrNull(note: unknown, keys: readonly Verifier[]): Checkpoint | null {
  try {
    if (typeof note !== 'string') return null;
    return keys.length === 0 ? claimedCheckpoint(note) : openCheckpoint(note, keys);
  } catch {
    return null;
  }
}

/** Throws when keys of a record of this name could not be read. */
export function demandKeyName(origin: string): void {
  if (!isKeyName(origin))
    throw new Error(`"${origin}" is no name of a record: it has spaces or "+", or is empty.`);
}

/** Writes the first leaf (`LogOpened`) when the log is empty; answers what the first leaf says. */
export async function initGenesis<DB>(
  db: Kysely<DB>,
  log: EventLog,
  genesis: Omit<Genesis, 'continues'>,
): Promise<Genesis> {
  return db.transaction().execute(async (trx) => {
    await log.lockHead(trx);
    if ((await logSize(trx)) === 0) {
      demandKeyName(genesis.origin);
      await log.append(trx, {
        stream: LOG_STREAM,
        expectedVersion: 0,
        events: [
          {
            type: LOG_OPENED,
            schemaVersion: 1,
            occurredAt: new Date().toISOString(),
            payload: { ...genesis },
          },
        ],
        actor: { person: null, role: 'SYSTEM', body: null },
        onBehalfOf: null,
        commandId: null,
        causationId: null,
        correlationId: null,
        ruleset: null,
      });
    }
    const [first] = await log.readAll(trx, 0, 1);
    return first?.payload as unknown as Genesis;
  });
}
