import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { initGenesis } from './genesis.js';
import { EventLog } from './log.js';
import { migrateLog } from './migrate.js';
import { consistencyBetween } from './proofs.js';
import { parseTilePath, readTile } from './tiles/index.js';
import { logDialect } from './verify/copy-out.js';

export const AT = '2027-01-04T09:00:00.000Z';
export const ORIGIN = 'test.example/record';

const connected = (connectionString: string): Kysely<unknown> =>
  new Kysely<unknown>({ dialect: logDialect(new pg.Pool({ connectionString, max: 2 })) });

/** A record on a database of its own, signed with the key of a folder. */
export class Server {
  private constructor(
    readonly database: TestDatabase,
    readonly db: Kysely<unknown>,
    /** As the service is connected: whoever has its password may insert checkpoints. */
    readonly app: Kysely<unknown>,
    readonly log: EventLog,
  ) {}

  static async start(): Promise<Server> {
    const database = await testDatabase();
    const db = connected(database.adminUrl);
    await migrateLog(db);
    const log = new EventLog(null);
    await initGenesis(db, log, { kind: 'production', origin: ORIGIN, clockRate: 1 });
    return new Server(database, db, connected(database.appUrl), log);
  }

  async append(what: string, count: number): Promise<void> {
    await this.db.transaction().execute((trx) =>
      this.log.append(trx, {
        stream: 'agreement/a',
        events: Array.from({ length: count }, (_, i) => ({
          type: 'Happened',
          schemaVersion: 1,
          occurredAt: AT,
          payload: { what: `${what} ${String(i)}` },
        })),
        actor: { person: null, role: 'SYSTEM', body: null },
        onBehalfOf: null,
        commandId: null,
        causationId: null,
        correlationId: null,
        ruleset: null,
      }),
    );
  }

  readonly fetchTile = async (path: string) => {
    const tile = parseTilePath(path);
    const bytes = tile === null ? null : await readTile(this.db, tile);
    if (bytes === null) throw new Error(path);
    return bytes;
  };

  readonly fetchProof = (first: number, second: number) =>
    consistencyBetween(this.db, first, second);

  async stop(): Promise<void> {
    await this.app.destroy();
    await this.db.destroy();
    await this.database.drop();
  }
}

/** What restoring a backup does: the tables of one log as they are in another database. */
export async function copyLog(from: Server, to: Server): Promise<void> {
  await to.db.transaction().execute(async (trx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(trx);
    for (const table of ['head', 'event', 'node', 'checkpoint']) {
      const { rows } = await sql<{ row: string }>`
        SELECT x::text AS row FROM ${sql.table(`log.${table}`)} x`.execute(from.db);
      await sql`DELETE FROM ${sql.table(`log.${table}`)}`.execute(trx);
      for (const { row } of rows) {
        await sql`INSERT INTO ${sql.table(`log.${table}`)}
          SELECT (${row}::${sql.table(`log.${table}`)}).*`.execute(trx);
      }
    }
  });
}
