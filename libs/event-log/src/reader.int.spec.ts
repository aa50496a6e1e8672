import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import fc from 'fast-check';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Commit } from './events.js';
import { initGenesis } from './genesis.js';
import { EventLog, logSize } from './log.js';
import { migrateLog } from './migrate.js';
import { rootOf } from './proofs.js';
import { rootAt } from './merkle.js';
import { nodesOfTiles, parseTilePath, readTile } from './tiles/index.js';
import { verifyLog } from './verify.js';
import { logDialect } from './verify/copy-out.js';

const open = (url: string, max: number) =>
  new Kysely<unknown>({
    dialect: logDialect(new pg.Pool({ connectionString: url, max })),
  });

const commit = (stream: string, label: string, events: number): Commit => ({
  stream,
  events: Array.from({ length: events }, (_, i) => ({
    type: 'Happened',
    schemaVersion: 1,
    occurredAt: '2027-01-04T09:00:00.000Z',
    payload: { label: `${label}.${String(i)}` },
  })),
  actor: { person: null, role: 'SYSTEM', body: null },
  onBehalfOf: null,
  commandId: null,
  causationId: null,
  correlationId: null,
  ruleset: null,
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Something that is waited for, and given once. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

/** A transaction of a writer: waits, appends, lingers, then commits or is undone. */
interface Writing {
  readonly stream: number;
  readonly events: number;
  readonly before: number;
  readonly lingers: number;
  readonly end: 'COMMIT' | 'ROLLBACK' | 'FAIL';
}

const writing: fc.Arbitrary<Writing> = fc.record({
  stream: fc.integer({ min: 1, max: 4 }),
  events: fc.integer({ min: 1, max: 3 }),
  before: fc.integer({ min: 0, max: 12 }),
  lingers: fc.integer({ min: 0, max: 12 }),
  end: fc.constantFrom('COMMIT', 'COMMIT', 'COMMIT', 'ROLLBACK', 'FAIL'),
});

class Undone extends Error {}

describe('a reader of the log, while writers are slow and fail', () => {
  let database: TestDatabase;
  let elsewhere: TestDatabase;
  let app: Kysely<unknown>;
  let idle: Kysely<unknown>;
  const log = new EventLog(null);

  beforeAll(async () => {
    database = await testDatabase();
    elsewhere = await testDatabase();
    const admin = open(database.adminUrl, 1);
    await migrateLog(admin);
    await admin.destroy();
    app = open(database.appUrl, 12);
    idle = open(elsewhere.adminUrl, 1);
    await initGenesis(app, log, { kind: 'production', origin: 'test/log', clockRate: 1 });
  }, 60_000);
  afterAll(async () => {
    await app.destroy();
    await idle.destroy();
    await elsewhere.drop();
    await database.drop();
  });

  let round = 0;
  async function write({ stream, events, before, lingers, end }: Writing, label: string) {
    await pause(before);
    const work = app.transaction().execute(async (trx) => {
      await log.append(trx, commit(`s/${String(stream)}`, label, events));
      await pause(lingers);
      if (end === 'ROLLBACK') throw new Undone();
      if (end === 'FAIL') await sql`SELECT 1 / 0`.execute(trx);
    });
    await work.catch((error: unknown) => {
      if (end === 'COMMIT') throw error;
    });
  }

  /** Reads on from where it stands until told that all have written; what it saw, in the order in which it saw it. */
  async function follow(from: number, isOver: () => boolean) {
    const seen: { index: number; label: string }[] = [];
    for (let next = from; ; ) {
      const over = isOver();
      const events = await log.readAll(app, next, 2);
      seen.push(...events.map((e) => ({ index: e.index, label: e.payload.label as string })));
      next = (events.at(-1)?.index ?? next - 1) + 1;
      if (events.length === 0 && over) return seen;
      if (events.length === 0) await pause(1);
    }
  }

  async function holds(writings: readonly Writing[]) {
    round += 1;
    const from = await logSize(app);
    let over = false;
    const readers = [follow(from, () => over), follow(from, () => over)];
    const labels = writings.map((_, i) => `${String(round)}/${String(i)}`);
    await Promise.all(writings.map((w, i) => write(w, labels[i] as string)));
    over = true;
    const [seen = [], again] = await Promise.all(readers);
    const committed = writings.flatMap((w, i) =>
      w.end === 'COMMIT'
        ? Array.from({ length: w.events }, (_, e) => `${labels[i] as string}.${String(e)}`)
        : [],
    );
    expect(seen.map((e) => e.index)).toEqual(committed.map((_, i) => from + i));
    expect(seen.map((e) => e.label).sort()).toEqual([...committed].sort());
    expect(again).toEqual(seen);
    // The events of one transaction stand together, in their order.
    for (const label of labels) {
      const own = seen.filter((e) => e.label.startsWith(`${label}.`));
      expect(own.map((e) => e.label)).toEqual(own.map((_, i) => `${label}.${String(i)}`));
      expect((own.at(-1)?.index ?? 0) - (own[0]?.index ?? 0)).toBe(Math.max(0, own.length - 1));
    }
  }

  it('sees every committed event once, in the order of the log, and nothing that was undone', async () => {
    await fc.assert(fc.asyncProperty(fc.array(writing, { minLength: 1, maxLength: 8 }), holds), {
      numRuns: 40,
    });
    expect((await verifyLog(app, null)).faults).toEqual([]);
  }, 60_000);

  it('is not held up by an idle transaction in another database, nor by one in its own', async () => {
    const begin = async (db: Kysely<unknown>) => {
      const [idles, isReleased] = [signal(), signal()];
      const held = db.transaction().execute(async (trx) => {
        await sql`SELECT pg_current_xact_id()`.execute(trx);
        idles.give();
        await isReleased.given;
      });
      await idles.given;
      return async () => {
        isReleased.give();
        await held;
      };
    };
    const ends = [await begin(idle), await begin(app)];
    await holds([
      { stream: 1, events: 3, before: 0, lingers: 5, end: 'COMMIT' },
      { stream: 2, events: 1, before: 2, lingers: 0, end: 'ROLLBACK' },
      { stream: 2, events: 2, before: 2, lingers: 0, end: 'COMMIT' },
    ]);
    for (const end of ends) await end();
  });

  it('reads on where it stood after a dump and a restore into another cluster’s database, and writers go on', async () => {
    const restored = await testDatabase();
    const [from, to] = [open(database.adminUrl, 1), open(restored.adminUrl, 1)];
    try {
      await migrateLog(to);
      await to.transaction().execute(async (trx) => {
        // As a restore does it: rows are put back as they are, and no trigger has a say.
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        for (const table of ['head', 'event', 'node', 'checkpoint'].map((t) =>
          sql.table(`log.${t}`),
        )) {
          const { rows } = await sql<{
            row: string;
          }>`SELECT t::text AS row FROM ${table} t`.execute(from);
          await sql`DELETE FROM ${table}`.execute(trx);
          await sql`INSERT INTO ${table} SELECT (row::${table}).*
            FROM unnest(${rows.map(({ row }) => row)}::text[]) AS row`.execute(trx);
        }
      });
      const size = await logSize(app);
      const stood = Math.floor(size / 2);
      const [before, after] = [
        await log.readAll(app, stood, size),
        await log.readAll(to, stood, size),
      ];
      expect(after).toEqual(before);
      const [next] = await to
        .transaction()
        .execute((trx) => log.append(trx, commit('s/1', 'restored', 1)));
      expect(next?.index).toBe(size);
      expect((await log.readAll(to, size, 10)).map((e) => e.index)).toEqual([size]);
      expect((await verifyLog(to, null)).faults).toEqual([]);
      expect(await rootOf(to, size)).toEqual(await rootOf(app, size));
    } finally {
      await from.destroy();
      await to.destroy();
      await restored.drop();
    }
  }, 60_000);

  it('finds the same tree in the tiles as in the log', async () => {
    // Enough for a full tile beside the partial one.
    await app.transaction().execute((trx) => log.append(trx, commit('s/many', 'many', 300)));
    const size = await logSize(app);
    const nodes = nodesOfTiles(async (path) => {
      const tile = parseTilePath(path);
      const bytes = tile === null ? null : await readTile(app, tile);
      if (bytes === null) throw new Error(path);
      return bytes;
    }, size);
    expect(await rootAt(size, nodes)).toEqual(await rootOf(app, size));
    expect(await rootAt(256, nodes)).toEqual(await rootOf(app, 256));
    expect(await readTile(app, { level: 0, index: 0, width: 256 })).toHaveLength(256 * 32);
    expect(await readTile(app, { level: 0, index: 9, width: 1 })).toBeNull();
    expect(await readTile(app, { level: 2, index: 0, width: 1 })).toBeNull();
  });
});
