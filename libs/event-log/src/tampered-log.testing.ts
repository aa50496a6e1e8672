import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Connection } from './connection.js';
import { personStream } from './erased.js';
import type { Commit } from './events.js';
import { initGenesis } from './genesis.js';
import { signerFrom } from './keys.js';
import { EventLog, logSize } from './log.js';
import { migrateLog } from './migrate.js';
import { checkpointNow } from './proofs.js';
import { Keys } from './tampering.testing.js';
import { verifyLog } from './verify.js';
import { logDialect } from './verify/copy-out.js';

export const signer = signerFrom('test/log', Buffer.alloc(32, 3));
export type Verification = Awaited<ReturnType<typeof verifyLog>>;

export const commit = (stream: string, n: number): Commit => ({
  stream,
  events: Array.from({ length: n }, (_, i) => ({
    type: 'Happened',
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    payload: {
      ...{ what: `${stream} ${String(i)}`, who: 'Ann Example', by: 'Bob Example' },
      many: { of: [2 ** 53, 0.5] },
    },
    personal: { who: 'ann', by: 'bob' },
  })),
  actor: { person: 'p-1', role: 'TPM', body: 1725 },
  onBehalfOf: 1725,
  commandId: 'c-1',
  causationId: 'c-1',
  correlationId: 'x',
  ruleset: 'brochure-2021',
});

const erasure = {
  type: 'PersonErased',
  schemaVersion: 1,
  occurredAt: '2027-01-04T09:00:00.000Z',
  payload: {},
};

class Undone extends Error {}

/** A log with two checkpoints and one who was erased; a superuser changes it, looks what is found, and takes it back. */
export class TamperedLog {
  private constructor(
    private readonly database: TestDatabase,
    readonly root: Kysely<unknown>,
    readonly log: EventLog,
    private readonly keys: Keys,
    readonly size: number,
    readonly witnessed: string,
    readonly columns: readonly { name: string; type: string }[],
  ) {}

  static async start(): Promise<TamperedLog> {
    const database = await testDatabase();
    const pool = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
    const root = new Kysely<unknown>({ dialect: logDialect(pool) });
    const keys = new Keys();
    const log = new EventLog(keys);
    await migrateLog(root);
    await initGenesis(root, log, { kind: 'production', origin: 'test/log', clockRate: 1 });
    const append = (c: Commit) => root.transaction().execute((trx) => log.append(trx, c));
    await append(commit('agreement/a', 5));
    await append(commit('agreement/b', 4));
    await checkpointNow(root, signer);
    await append(commit('agreement/c', 3));
    await append(commit('agreement/a', 6));
    await append({ ...commit(personStream('bob'), 1), events: [erasure] });
    keys.gone.add('bob');
    await append({ ...commit('agreement/a', 1), events: [{ ...erasure, type: 'Last' }] });
    const witnessed = await checkpointNow(root, signer);
    const { rows } = await sql<{ name: string; type: string }>`
      SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_schema = 'log' AND table_name = 'event' ORDER BY ordinal_position`.execute(root);
    return new TamperedLog(database, root, log, keys, await logSize(root), witnessed, rows);
  }

  async stop(): Promise<void> {
    await this.root.destroy();
    await this.database.drop();
  }

  verified(on: Connection = this.root): Promise<Verification> {
    return verifyLog(on, this.keys, {
      verifiers: [signer],
      heldTo: [{ note: this.witnessed, from: 'witness' }],
    });
  }

  /** What is found after the statements, as a superuser behind the triggers; everything is undone afterwards. */
  async after(
    statements: readonly string[],
    more?: (trx: Connection) => Promise<unknown>,
  ): Promise<Verification> {
    let found: Verification | null = null;
    await this.root
      .transaction()
      .execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const statement of statements) {
          const { numAffectedRows } = await sql.raw(statement).execute(trx);
          if (numAffectedRows === 0n) throw new Error(`Nothing changed: ${statement}`);
        }
        await more?.(trx);
        found = await this.verified(trx);
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return found as unknown as Verification;
  }
}
