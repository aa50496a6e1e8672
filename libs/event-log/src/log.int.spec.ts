import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { verifyReceipt } from './checkpoint.js';
import { StreamConflict, type Commit } from './events.js';
import { initGenesis } from './genesis.js';
import { signerFrom } from './keys.js';
import { EventLog, logSize } from './log.js';
import { verifyConsistency } from './merkle.js';
import { migrateLog } from './migrate.js';
import { consistencyBetween, receiptFor, rootOf } from './proofs.js';
import { verifyLog } from './verify.js';
import { logDialect } from './verify/copy-out.js';

const open = (url: string, max = 10) =>
  new Kysely<unknown>({
    dialect: logDialect(new pg.Pool({ connectionString: url, max })),
  });

const commit = (stream: string, ...types: readonly string[]): Commit => ({
  stream,
  events: types.map((type) => ({
    type,
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    payload: { type, of: stream },
  })),
  actor: { person: 'p-1', role: 'TPM', body: null },
  onBehalfOf: null,
  commandId: 'c-1',
  causationId: null,
  correlationId: 'x',
  ruleset: 'brochure-2021',
});

describe('the event log on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let admin: Kysely<unknown>;
  let app: Kysely<unknown>;
  const log = new EventLog(null);

  const append = (c: Commit) => app.transaction().execute((trx) => log.append(trx, c));

  beforeAll(async () => {
    database = await testDatabase();
    admin = open(database.adminUrl, 2);
    await migrateLog(admin);
    await migrateLog(admin);
    app = open(database.appUrl);
    await initGenesis(app, log, { kind: 'production', origin: 'test/log', clockRate: 1 });
  });

  afterAll(async () => {
    await app.destroy();
    await admin.destroy();
    await database.drop();
  });

  it('opens once: a second genesis changes nothing', async () => {
    const again = await initGenesis(app, log, {
      kind: 'demonstration',
      origin: 'other/log',
      clockRate: 60,
    });
    expect(again.kind).toBe('production');
    expect(await logSize(app)).toBe(1);
  });

  it('gives events their versions and reads them back as they were appended', async () => {
    const written = await append(commit('agreement/a', 'One', 'Two'));
    expect(written.map((e) => e.version)).toEqual([1, 2]);
    expect(await log.readStream(app, 'agreement/a')).toEqual(written);
    expect(await log.readStream(app, 'agreement/a', 1)).toEqual(written.slice(1));
  });

  it('refuses a commit that expects another version, and appends nothing', async () => {
    const before = await logSize(app);
    await expect(append({ ...commit('agreement/a', 'Late'), expectedVersion: 1 })).rejects.toThrow(
      StreamConflict,
    );
    expect(await logSize(app)).toBe(before);
  });

  it('never turns time back, whatever the clock says', async () => {
    const later = Date.now() + 60_000;
    // As another server with a fast clock would have written it.
    await expect(
      app.transaction().execute(async (trx) => {
        const { lockedAtMs } = await log.lockHead(trx);
        expect(lockedAtMs).toBeLessThan(later);
        const ahead = { ...commit('agreement/a', 'Ahead'), expectedVersion: 2 };
        await log.append(trx, ahead, { lockedAtMs: later });
        expect((await log.lockHead(trx)).lockedAtMs).toBe(later);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
  });

  it('keeps a dense index in commit order under many writers, some of which abort', async () => {
    const seen: number[] = [];
    let reading = true;
    const reader = (async () => {
      while (reading) {
        const next = seen.length;
        for (const e of await log.readAll(app, next, 50)) {
          expect(e.index).toBe(seen.length);
          seen.push(e.index);
        }
      }
    })();
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 12; n += 1) {
          await app
            .transaction()
            .execute(async (trx) => {
              await log.append(trx, commit(`agreement/w${String(writer)}`, 'A', 'B'));
              if (n % 4 === 3) throw new Error('abort');
            })
            .catch((error: Error) => {
              expect(error.message).toBe('abort');
            });
        }
      }),
    );
    reading = false;
    await reader;
    const all = await log.readAll(app, 0, 1_000);
    expect(all.map((e) => e.index)).toEqual(all.map((_, i) => i));
    expect(all.filter((e) => e.stream.startsWith('agreement/w'))).toHaveLength(8 * 9 * 2);
    expect(await verifyLog(app, null)).toMatchObject({ size: all.length, faults: [] });
  });

  it('proves any event by a receipt and any growth by a consistency proof', async () => {
    const signer = signerFrom('test/log', Buffer.alloc(32, 3));
    const first = { size: 3, root: await rootOf(app, 3) };
    const checkpoint = verifyReceipt(await receiptFor(app, 2, signer), [signer]);
    const proof = await consistencyBetween(app, 3, checkpoint.size);
    expect(verifyConsistency(first, checkpoint, proof)).toBe(true);
  });

  it.each([
    `UPDATE log.event SET type = 'X' WHERE index = 1`,
    `DELETE FROM log.event WHERE index = 1`,
    `TRUNCATE log.event`,
    `INSERT INTO log.event SELECT * FROM log.event WHERE index = 1`,
    `UPDATE log.head SET size = 0`,
    `DELETE FROM log.node`,
  ])('refuses the application: %s', async (statement) => {
    await expect(sql.raw(statement).execute(app)).rejects.toThrow('permission denied');
  });

  it.each([
    `UPDATE log.event SET type = 'X' WHERE index = 1`,
    `DELETE FROM log.event WHERE index = 1`,
    `TRUNCATE log.event`,
    `DELETE FROM log.head`,
    `UPDATE log.head SET size = 0`,
  ])('refuses even an administrator: %s', async (statement) => {
    await expect(sql.raw(statement).execute(admin)).rejects.toThrow(
      /never changed or removed|only grows/,
    );
  });

  it('shows what an administrator changed behind the triggers', async () => {
    await admin.transaction().execute(async (trx) => {
      await sql`SET LOCAL session_replication_role = replica`.execute(trx);
      await sql`UPDATE log.event SET payload = payload || '{"of": "forged"}' WHERE index = 1`.execute(
        trx,
      );
      await sql`UPDATE log.event SET actor = '{"person": "p-2", "role": "TPM", "body": null}' WHERE index = 2`.execute(
        trx,
      );
    });
    const { faults } = await verifyLog(app, null);
    expect(faults).toEqual([
      { index: 1, what: 'field of differs from its commitment' },
      { index: 2, what: 'a column differs from its bytes' },
    ]);
  });
});
