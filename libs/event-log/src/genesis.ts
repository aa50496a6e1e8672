import { sql, type Kysely } from 'kysely';
import type { Connection } from './connection.js';
import type { Abandoned } from './continue-as.js';
import { isKeyName } from './keys.js';
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

/** What the first leaf says; null while the log is empty. */
export async function genesisIn(db: Connection): Promise<Genesis | null> {
  const { rows } = await sql<{ payload: Genesis }>`
    SELECT payload FROM log.event WHERE index = 0`.execute(db);
  return rows[0]?.payload ?? null;
}

/** The names that this record bore before it was put back from a backup and went on, the newest first. */
export function namesGivenUp({ continues }: Pick<Genesis, 'continues'>): readonly string[] {
  return continues === undefined ? [] : [continues.origin, ...namesGivenUp(continues)];
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
            type: 'LogOpened',
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
