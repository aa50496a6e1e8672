import {
  EventLog,
  GroupedAppends,
  initGenesis,
  logDialect,
  migrateLog,
  verifyLog,
} from '@twinning/event-log';
import { startPostgres } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import { createHash, hash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { join } from 'node:path';
import pg from 'pg';
import { openEmmett } from './emmett.js';
import { load, median, spread } from './load.js';

type Kind = 'plain' | 'other' | 'proven' | 'within';
type Emmett = Awaited<ReturnType<typeof openEmmett>>;

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const EVENTS = Number(process.env.BENCH_EVENTS ?? 10_000);
const BATCH = 500;

const log = new EventLog(null);
const payload = {
  part: 'RESOURCES',
  answers: [{ question: 'What can you not do today?', answer: 'Comment in time.' }],
};
const commit = (stream: string, count: number) => ({
  stream,
  events: Array.from({ length: count }, () => ({
    type: 'Measured',
    schemaVersion: 1,
    occurredAt: new Date().toISOString(),
    payload,
  })),
  actor: { person: 'bench', role: 'SYSTEM', body: null },
  onBehalfOf: null,
  commandId: randomUUID(),
  causationId: null,
  correlationId: null,
  ruleset: null,
});

/**
 * The log beside what it costs without proofs, in turn, on a database that writes as in production: appends, a plain insert
 * of the same columns and another event store; verification and a hash over the same bytes; memory while the log grows.
 */
export async function recordBench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'twinning-bench-'));
  const server = await startPostgres({ dataFolder: join(folder, 'database') });
  const pool = new pg.Pool({ connectionString: server.url, max: 12 });
  // The server ends under connections that are just being closed.
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: logDialect(pool) });
  try {
    await migrateLog(db);
    await initGenesis(db, log, { kind: 'production', origin: 'bench/log', clockRate: 1 });
    await sql`CREATE TABLE plain (LIKE log.event, UNIQUE (stream, version))`.execute(db);
    const emmett = await openEmmett(await mkdtemp(join(tmpdir(), 'twinning-peer-')), server.url);
    await appends(db, emmett);
    await emmett.close();
    await batches(db, pool);
    await verification(db);
  } finally {
    await db.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function appends(db: Kysely<unknown>, emmett: Emmett): Promise<void> {
  let version = 0;
  // What a plain event table would do with the same row: one insert, one transaction, no tree.
  const plain = async (caller: number) => {
    version += 1;
    const id = randomUUID();
    const stream = `plain/${String(caller)}`;
    await sql`
      INSERT INTO plain VALUES (${version}, ${stream}, ${version}, 'Measured', 1, now(), now(),
        '{"person": "bench", "role": "SYSTEM", "body": null}', 'null', ${id}, NULL, NULL, NULL, ${id},
        ''::bytea, ''::bytea, ${JSON.stringify(payload)}::jsonb, '{}', '{}')`.execute(db);
  };
  // A whole append, as the other store's: nothing is read before, and callers that wait go together.
  const appends = new GroupedAppends(db);
  const proven = async (caller: number) => {
    await appends.append(commit(`log/${String(caller)}`, 1));
  };
  // What a command does: its own transaction, in which it also decides.
  const within = async (caller: number) => {
    await db.transaction().execute((trx) => log.append(trx, commit(`log/${String(caller)}`, 1)));
  };
  // One event a call, as the log's own appends; the streams are as many as the callers.
  const other = async (caller: number) => {
    const data = { ...payload, commandId: randomUUID() };
    await emmett.appendToStream(`emmett-${String(caller)}`, [{ type: 'Measured', data }]);
  };
  for (const callers of [1, 10]) {
    const kinds = { plain, other, proven, within };
    const found = { plain: [], other: [], proven: [], within: [] } as Record<Kind, number[]>;
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [kind, call] of Object.entries(kinds)) {
        found[kind as Kind].push((await load(callers, SECONDS, call)).perSecond);
      }
    }
    const rate = (kind: Kind) => `${median(found[kind]).toFixed(0)}/s (${spread(found[kind])})`;
    const ratio = (kind: Kind, to: Kind) =>
      median(found[kind].map((p, i) => p / (found[to][i] ?? 1))).toFixed(2);
    console.log(
      `Appends with proofs, ${String(callers)} callers: ${rate('proven')}, plain insert ${rate('plain')}, ` +
        `ratio ${ratio('proven', 'plain')}; Emmett ${rate('other')}, ratio ${ratio('proven', 'other')} (aim ≥ 0.9); ` +
        `in a transaction of the caller's ${rate('within')}, ratio ${ratio('within', 'other')}`,
    );
  }
}

/** Prepared events in batches, each a commit, beside `COPY` of the same rows into the same columns and keys. */
async function batches(db: Kysely<unknown>, pool: pg.Pool): Promise<void> {
  const found = { batches: [] as number[], copy: [] as number[] };
  const appends = new GroupedAppends(db);
  for (let round = 0; round < ROUNDS; round += 1) {
    const streams = Array.from({ length: 4 }, (_, n) => `batch/${String(round)}/${String(n)}`);
    let began = performance.now();
    // One producer that makes the next batch while another is written.
    const handedOver: Promise<unknown>[] = [];
    for (const stream of streams) {
      handedOver.push(appends.append(commit(stream, BATCH)));
      await setImmediate();
    }
    await Promise.all(handedOver);
    found.batches.push(performance.now() - began);
    const { rows } = await sql<{ row: string }>`
      SELECT format('%s', array_to_string(ARRAY[index::text, stream, version::text, type, schema_version::text,
        occurred_at::text, recorded_at::text, actor::text, on_behalf_of::text, command_id, 'n', 'n', 'n', nonce,
        replace(leaf::text, '\\', '\\\\'), replace(leaf_hash::text, '\\', '\\\\'),
        replace(payload::text, '\\', '\\\\'), salts::text, sealed::text], E'\t')) AS row
        FROM log.event WHERE stream = ANY(${streams})`.execute(db);
    const client = await pool.connect();
    try {
      began = performance.now();
      const lines = rows.map(({ row }) => `${row}\n`);
      await pipeline(Readable.from(lines), client.query(copyFrom('COPY plain FROM STDIN')));
      found.copy.push(performance.now() - began);
    } finally {
      client.release();
    }
  }
  const ratios = found.batches.map((ms, i) => (found.copy[i] ?? 0) / ms);
  console.log(
    `${String(4 * BATCH)} prepared events in batches of ${String(BATCH)}: ${median(found.batches).toFixed(0)} ms, ` +
      `COPY ${median(found.copy).toFixed(0)} ms, ratio ${median(ratios).toFixed(2)} (${spread(ratios)}); aim ≥ 0.5`,
  );
}

async function verification(db: Kysely<unknown>): Promise<void> {
  for (const size of [EVENTS / 10, EVENTS]) {
    for (let n = 0; n < size; n += BATCH) {
      const count = Math.min(BATCH, size - n);
      await db
        .transaction()
        .execute((trx) => log.append(trx, commit(`many/${String(size)}/${String(n)}`, count)));
    }
    const { rows } = await sql<{ leaf: Buffer; payload: unknown }>`
      SELECT leaf, payload FROM log.event`.execute(db);
    const bytes = rows.map((row) => [row.leaf, Buffer.from(JSON.stringify(row.payload))] as const);
    const found = {
      hashing: [] as number[],
      oneCall: [] as number[],
      reading: [] as number[],
      verifying: [] as number[],
    };
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < ROUNDS; round += 1) {
      found.hashing.push(await timed(() => hashAll(bytes)));
      found.oneCall.push(await timed(() => hashAllInOneCall(bytes)));
      found.reading.push(await timed(() => readAll(db, rows.length)));
      found.verifying.push(
        await timed(async () => {
          const { faults } = await verifyLog(db, null);
          if (faults.length > 0) throw new Error('The log of the bench does not verify.');
        }),
      );
    }
    const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    const took = median(found.verifying);
    const ratio = (peer: readonly number[]) =>
      median(peer.map((ms, i) => ms / (found.verifying[i] ?? 1))).toFixed(2);
    console.log(
      `Verification of ${String(rows.length)} events: ${took.toFixed(0)} ms (${((rows.length / took) * 1000).toFixed(0)}/s), ` +
        `hashing the same bytes ${median(found.hashing).toFixed(0)} ms, ratio ${ratio(found.hashing)} (aim ≥ 0.5), ` +
        `in one call each (crypto.hash) ${median(found.oneCall).toFixed(0)} ms, ratio ${ratio(found.oneCall)}; ` +
        `reading the rows and nothing else ${median(found.reading).toFixed(0)} ms; heap ${grown.toFixed(1)} MB more`,
    );
  }
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function hashAll(bytes: readonly (readonly [Buffer, Buffer])[]): void {
  for (const [leaf, value] of bytes) {
    createHash('sha256').update(leaf).digest();
    createHash('sha256').update(value).digest();
  }
}

/** The quickest way that node:crypto has for short inputs. */
function hashAllInOneCall(bytes: readonly (readonly [Buffer, Buffer])[]): void {
  for (const [leaf, value] of bytes) {
    hash('sha256', leaf, 'hex');
    hash('sha256', value, 'hex');
  }
}

async function readAll(db: Kysely<unknown>, size: number): Promise<void> {
  for (let from = 0; from < size; from += 1_000) {
    await sql`SELECT * FROM log.event WHERE index >= ${from} AND index < ${from + 1_000}`.execute(
      db,
    );
  }
}
