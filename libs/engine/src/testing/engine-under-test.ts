import { instant, toMs, type Instant, type Principal } from '@twinning/domain';
import { EventLog, initGenesis } from '@twinning/event-log';
import { testDatabase, type DatabaseUrls } from '@twinning/infra/postgres';
import { loadReferenceSet } from '@twinning/registry';
import { Kysely, PostgresDialect } from 'kysely';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { clockFrom, type Clock } from '../clock.js';
import { findCommand, storeCommand, type StoredOutcome } from '../commands.js';
import { openDatabase, type Db } from '../database.js';
import { Executor } from '../execute.js';
import { migrateAll } from '../migrate.js';
import { hasRowKeys, RowKeys, sealRowsWith } from '../row-keys.js';

function open({ adminUrl, appUrl }: DatabaseUrls) {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const admin = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return { admin, db: openDatabase({ url: appUrl }) };
}

// All but the first leaf: it is by that one that a record is told from another.
async function fill(urls: DatabaseUrls): Promise<void> {
  const { db, admin } = open(urls);
  try {
    await migrateAll(admin);
    await loadReferenceSet(db);
  } finally {
    await db.destroy();
    await admin.destroy();
  }
}

/** A migrated database with the reference registry, opened as the application, and a clock that the test sets. */
export class EngineUnderTest {
  private constructor(
    readonly db: Db,
    readonly admin: Kysely<unknown>,
    readonly urls: DatabaseUrls,
    private readonly drop: () => Promise<void>,
    private at: Instant,
  ) {
    this.clock = clockFrom(() => toMs(this.at));
    this.executor = new Executor(db, this.log, this.clock);
  }

  readonly log = new EventLog(null);
  readonly clock: Clock;
  readonly executor: Executor;

  static async start(now = '2027-01-04T09:00:00Z'): Promise<EngineUnderTest> {
    if (!hasRowKeys()) sealRowsWith(RowKeys.of(randomBytes(32)));
    const database = await testDatabase({ name: 'engine', fill });
    const { db, admin } = open(database);
    const engine = new EngineUnderTest(db, admin, database, () => database.drop(), instant(now));
    await initGenesis(db, engine.log, { kind: 'demonstration', origin: 'test/log', clockRate: 1 });
    return engine;
  }

  async stop(): Promise<void> {
    await this.db.destroy();
    await this.admin.destroy();
    await this.drop();
  }

  until(at: string): void {
    this.at = instant(at);
  }

  /** Stores a command and carries it out; the same `key` repeats it. */
  async send(
    principal: Principal,
    type: string,
    payload: unknown,
    to: { agreement?: string; version?: number; key?: string; occurredOn?: string } = {},
  ): Promise<{ command: string; agreement: string; outcome: StoredOutcome }> {
    const stored = await storeCommand(this.db, {
      key: to.key ?? randomUUID(),
      agreement: to.agreement ?? null,
      type,
      payload: payload as never,
      principal,
      expectedVersion: to.version ?? null,
      ...(to.occurredOn !== undefined && { occurredOn: to.occurredOn }),
      correlation: 'test',
    });
    if (stored === null) throw new Error('COMMAND_ID_REUSED');
    await this.executor.execute(stored.id);
    const found = await findCommand(this.db, stored.id, principal);
    if (found?.conflict != null) throw new Error('VERSION_CONFLICT');
    if (found?.outcome == null) throw new Error('undecided');
    return { command: stored.id, agreement: stored.agreement, outcome: found.outcome };
  }
}
