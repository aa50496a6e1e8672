import { logDialect } from '@twinning/event-log';
import type { ReadDatabase } from '@twinning/read-model';
import type { RegistryDatabase } from '@twinning/registry';
import { Kysely, type ColumnType, type Transaction } from 'kysely';
import { Socket } from 'node:net';
import pg from 'pg';
import type { Secret } from './secrets.js';
import type { ParkedTable } from './parked.js';
import type { ParticipationCommandTable } from './participation-store.js';
import type { PeopleCommandTable } from './people-store.js';
import type { OwedTable, ReactionTable } from './registry-reactions-store.js';
import type { ReminderTable } from './reminders.js';
import type { UnsuggestedTable } from './unsuggested.js';

type Jsonb<T> = ColumnType<T, string, string>;
type Timestamp = ColumnType<Date, string, string>;

/** A stored command: written once by the API, decided once by `execute`. */
export interface CommandTable {
  id: string;
  /** The body the id is unique in: a member id, or 0 for the ISO desks. */
  body: number;
  /** The client's Idempotency-Key. */
  key: string;
  request_hash: string;
  agreement: string;
  type: string;
  payload: Jsonb<unknown>;
  principal: Jsonb<unknown>;
  /** Version that the caller saw (If-Match); null when the command opens the agreement. */
  expected_version: number | null;
  /** Date of an entry of the past (catch-up mode). */
  occurred_on: Timestamp | null;
  correlation: string;
  received_at: ColumnType<Date, never, string>;
  outcome: Jsonb<unknown> | null;
  /** Set instead of an outcome when it came too late for its version: the key may be sent again. */
  conflict: Jsonb<unknown> | null;
  decided_at: Timestamp | null;
  /** When the agreement's workflow was known to have heard of the outcome. */
  told_at: Timestamp | null;
  /** Made with the key of the data folder over what was asked and by whom (`command-seal.ts`). */
  mac: Buffer | null;
}

export interface ClockTable {
  /** Always 1: one clock for one database. */
  id: number;
  origin_real: Timestamp;
  origin_simulated: Timestamp;
  rate: number;
}

export interface EngineDatabase extends ReadDatabase, RegistryDatabase {
  'engine.command': CommandTable;
  'engine.clock': ClockTable;
  'engine.parked': ParkedTable;
  'engine.participation_command': ParticipationCommandTable;
  'engine.people_command': PeopleCommandTable;
  'engine.reaction': ReactionTable;
  'engine.reaction_owed': OwedTable;
  'engine.reminder': ReminderTable;
  'engine.unsuggested': UnsuggestedTable;
}

export type Db = Kysely<EngineDatabase>;
export type Trx = Transaction<EngineDatabase>;

// Kysely's types are invariant in the database: a connection that has more tables must be told so.
/** The same connection as the read model types it. */
export const asRead = (db: Db): Kysely<ReadDatabase> => db;
/** The same connection as the registry types it. */
export const asRegistry = (db: Db): Kysely<RegistryDatabase> => db;

export interface DatabaseOptions {
  /** `postgresql://…` of the role `twinning_app`; a function is asked before each new connection. */
  readonly url: string | Secret;
  readonly poolSize?: number;
  /** Milliseconds after which a statement is given up. */
  readonly statementTimeout?: number;
  /** Milliseconds that an open transaction may think between two statements; a frozen process holds its locks so long. */
  readonly thinkTimeout?: number;
}

// Dates stay text: a civil date must never pass through a time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * What is answered must be on disk, whatever the server's default; a stricter one of its own stays. The pool waits for it,
 * though its type does not say so, and drops a connection on which it fails.
 */
const answeringDurably = ((client: pg.ClientBase) =>
  client.query(`SELECT set_config('synchronous_commit', 'on', false)
                 WHERE current_setting('synchronous_commit') = 'off'`)) as (
  client: pg.ClientBase,
) => void;

/** A pool for one process. */
export function openDatabase({
  url,
  poolSize = 10,
  statementTimeout = 10_000,
  thinkTimeout = 2_000,
}: DatabaseOptions): Db {
  const pool = new pg.Pool({
    ...(typeof url === 'string' ? { connectionString: url } : { Client: clientWith(url) }),
    max: poolSize,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: thinkTimeout,
    connectionTimeoutMillis: 5_000,
    // A network that swallows bytes never closes a connection: the server's own time limits are not heard then.
    stream: () => socketThatEndsWhenSilent(statementTimeout + 5_000),
    application_name: 'twinning',
    onConnect: answeringDurably,
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same for one that dies between two statements of a transaction: the next statement fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<EngineDatabase>({ dialect: logDialect(pool) });
}

// A password that was changed counts for the next connection; those that stand were let in by the old one.
const clientWith = (url: Secret): typeof pg.Client =>
  class extends pg.Client {
    constructor(options: pg.ClientConfig = {}) {
      super({ ...options, connectionString: url() });
    }
  };

function socketThatEndsWhenSilent(ms: number): Socket {
  const socket = new Socket();
  socket.setTimeout(ms, () => {
    socket.destroy(new Error('Connection terminated: the server has been silent for too long'));
  });
  return socket;
}
