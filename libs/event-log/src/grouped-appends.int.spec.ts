import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { StreamConflict, type Commit } from './events.js';
import { initGenesis } from './genesis.js';
import { GroupedAppends } from './grouped-appends.js';
import { EventLog, logSize } from './log.js';
import { migrateLog } from './migrate.js';
import { verifyLog } from './verify.js';
import { logDialect } from './verify/copy-out.js';

const commit = (stream: string, label: string, expectedVersion?: number): Commit => ({
  stream,
  ...(expectedVersion !== undefined && { expectedVersion }),
  events: ['A', 'B'].map((type) => ({
    type,
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    // What is looked for in a leaf to put its time and version in, as values and as a name.
    payload: { label, recordedAt: '', text: '"recordedAt":"","version":0}', version: 0 },
  })),
  actor: { person: 'é', role: 'SYSTEM', body: null },
  onBehalfOf: 'x',
  commandId: null,
  causationId: null,
  correlationId: null,
  ruleset: null,
});

describe('appends that go together', () => {
  let database: TestDatabase;
  let app: Kysely<unknown>;
  let admin: Kysely<unknown>;
  const log = new EventLog(null);

  const open = (url: string) => {
    const pool = new pg.Pool({ connectionString: url, max: 6 });
    pool.on('error', () => undefined);
    return new Kysely<unknown>({ dialect: logDialect(pool) });
  };
  beforeAll(async () => {
    database = await testDatabase();
    admin = open(database.adminUrl);
    await migrateLog(admin);
    app = open(database.appUrl);
    await initGenesis(app, log, { kind: 'production', origin: 'test/log', clockRate: 1 });
  }, 60_000);
  afterAll(async () => {
    await app.destroy();
    await admin.destroy();
    await database.drop();
  });

  it('are given their places as if each came alone, in one order with the transactions of others', async () => {
    const grouped = new GroupedAppends(app);
    const before = await logSize(app);
    const together = Promise.all(
      Array.from({ length: 60 }, (_, n) => grouped.append(commit(`s/${String(n % 7)}`, String(n)))),
    );
    const alone = Array.from({ length: 12 }, (_, n) =>
      app
        .transaction()
        .execute(async (trx) => {
          await log.append(trx, commit(`s/${String(n % 7)}`, `alone ${String(n)}`));
          if (n % 3 === 0) throw new Error('abort');
        })
        .catch((error: Error) => {
          expect(error.message).toBe('abort');
        }),
    );
    const written = await together;
    await Promise.all(alone);
    const all = await log.readAll(app, before, 1_000);
    expect(all).toHaveLength(2 * (60 + 8));
    expect(all.map((e) => e.index)).toEqual(all.map((_, i) => before + i));
    for (const [n, events] of written.entries()) {
      expect(events.map((e) => e.payload.label)).toEqual([String(n), String(n)]);
      expect(events).toEqual(all.filter((e) => events.some((own) => own.index === e.index)));
      expect(events[1]?.version).toBe((events[0]?.version ?? 0) + 1);
    }
    // Fewer flushes than appends: those of one group bear one time.
    const orders = written.map((events) => events[0]?.index ?? 0);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    expect(new Set(written.map((events) => events[0]?.recordedAt)).size).toBeLessThan(30);
    expect((await verifyLog(app, null)).faults).toEqual([]);
  });

  it('of which one is refused spoil no other’s', async () => {
    const grouped = new GroupedAppends(app);
    const bad: Commit = commit('t/bad', 'x\u0000');
    const results = await Promise.allSettled([
      grouped.append(commit('t/1', 'first', 0)),
      grouped.append(commit('t/1', 'late', 0)),
      grouped.append(bad),
      grouped.append({ ...commit('t/1', 'none'), events: [] }),
      grouped.append(commit('t/1', 'second', 2)),
    ]);
    expect(results.map((r) => r.status)).toEqual([
      ...['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled'],
    ]);
    expect(results[1]).toEqual({ status: 'rejected', reason: new StreamConflict('t/1', 0, 2) });
    const labels = (await log.readStream(app, 't/1')).map((e) => e.payload.label);
    expect(labels).toEqual(['first', 'first', 'second', 'second']);
    expect(await log.readStream(app, 't/bad')).toEqual([]);
    expect((await verifyLog(app, null)).faults).toEqual([]);
  });

  it('whose connection is lost are not appended a second time, and the next ones are', async () => {
    const grouped = new GroupedAppends(app);
    const appending = app.transaction().execute(async (trx) => {
      await log.lockHead(trx);
      const lost = Promise.allSettled(
        ['one', 'two'].map((label) => grouped.append(commit('u/1', label))),
      );
      const waits = sql<{ pid: number }>`
        SELECT pid FROM pg_stat_activity
         WHERE query LIKE '%append_next%' AND wait_event_type = 'Lock'`;
      let pid: number | undefined;
      while (pid === undefined) [pid] = (await waits.execute(admin)).rows.map((row) => row.pid);
      await sql`SELECT pg_terminate_backend(${pid})`.execute(admin);
      return lost;
    });
    expect((await appending).map((r) => r.status)).toEqual(['rejected', 'rejected']);
    await grouped.append(commit('u/1', 'three'));
    const labels = (await log.readStream(app, 'u/1')).map((e) => e.payload.label);
    expect(labels).toEqual(['three', 'three']);
  });

  it('hold nothing that is sealed', async () => {
    const { events, ...rest } = commit('v/1', 'sealed');
    const personal = { label: 'somebody' };
    const sealed = { ...rest, events: events.map((e) => ({ ...e, personal })) };
    await expect(new GroupedAppends(app).append(sealed)).rejects.toThrow('sealed');
  });
});
