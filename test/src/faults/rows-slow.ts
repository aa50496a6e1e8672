import { sql } from 'kysely';
import { asAdmin, SESSIONS } from './admin.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

/** Whoever asks hears something within this, however slow the database is. */
const BOUND_MS = 30_000;
/** Pools of API and worker with what they keep for health and deadlines, and the judge's own. */
const MOST_SESSIONS = 10 + 3 + 10 + 3 + 4;
const EVERY_MS = 400;

interface Seen {
  readonly tookMs: number[];
  readonly statuses: Set<number>;
  readonly health: Set<string>;
  most: number;
}

/** Reads, asks for health and counts sessions until told to stop. */
async function watch(scene: Scene, seen: Seen, isOver: () => boolean): Promise<void> {
  const { product } = scene;
  const asked: Promise<void>[] = [];
  const signal = () => AbortSignal.timeout(BOUND_MS);
  const Authorization = `Bearer ${await product.token('auditor')}`;
  while (!isOver()) {
    const began = Date.now();
    asked.push(
      product
        .request('/v1/agreements?limit=1', { headers: { Authorization }, signal: signal() })
        .then(({ status }) => seen.statuses.add(status))
        .catch(() => seen.statuses.add(0))
        .then(() => void seen.tookMs.push(Date.now() - began)),
      product
        .request('/health/ready', { signal: signal() })
        .then(({ body }) => void seen.health.add(String(body.status)))
        .catch(() => void seen.health.add('silent')),
    );
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n ${sql.raw(SESSIONS)}`.execute(product.admin);
    seen.most = Math.max(seen.most, rows[0]?.n ?? 0);
    await pause(EVERY_MS);
  }
  await Promise.all(asked);
}

async function slowDatabase(scene: Scene): Promise<void> {
  const { random, servers } = scene;
  const seen: Seen = { tookMs: [], statuses: new Set(), health: new Set(), most: 0 };
  let over = false;
  const watched = watch(scene, seen, () => over);
  const unsteady = (from: number, to: number) =>
    servers.toDatabase.set({
      kind: 'unsteady',
      ms: () => random.between(from, to),
      share: 0.01,
      random: () => random.next(),
    });
  try {
    for (const [from, to, forMs] of [
      [50, 500, 5_000],
      [500, 10_000, 12_000],
    ] as const) {
      unsteady(from, to);
      await pause(forMs);
    }
    servers.toDatabase.set({ kind: 'stalled' });
    await pause(random.between(2_000, 4_000));
  } finally {
    servers.toDatabase.set({ kind: 'fair' });
    over = true;
    await watched;
  }
  const slowest = Math.max(...seen.tookMs);
  demand(slowest < BOUND_MS, `F15: an answer took ${String(slowest)} ms`);
  const odd = [...seen.statuses].filter((status) => status !== 200 && status !== 503);
  demand(odd.length === 0, `F15: reads were answered ${odd.join()}`);
  demand(seen.statuses.has(503), 'F15: no time limit was ever reached');
  demand(seen.most <= MOST_SESSIONS, `F15: ${String(seen.most)} sessions were open at once`);
  const unwell = ['degraded', 'down'].some((status) => seen.health.has(status));
  demand(unwell && !seen.health.has('silent'), `F15: health said ${[...seen.health].join()}`);
}

/** Seconds after which a transaction that holds the cluster back must be told, and how long it lasts. */
const TOLD_MS = 10_000;
const HELD_MS = 30_000;

async function longTransaction(scene: Scene): Promise<void> {
  const { product } = scene;
  const reasons = async (): Promise<string> =>
    JSON.stringify((await product.request('/health/ready')).body.reasons);
  const told = async () => (await reasons()).includes('LONG_TRANSACTIONS');
  const within = async (ms: number, holds: () => Promise<boolean>): Promise<boolean> => {
    for (const end = Date.now() + ms; Date.now() < end; await pause(200)) {
      if (await holds()) return true;
    }
    return false;
  };
  await asAdmin(
    scene,
    async (client) => {
      const began = Date.now();
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
      const isTold = await within(TOLD_MS + 1_000, told);
      await pause(Math.max(0, began + HELD_MS - Date.now()));
      const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
      const write = await product.act('asi.rep', null, 'start-draft', draft);
      const read = await product.get('auditor', '/v1/agreements?limit=1');
      await client.query('ROLLBACK');
      demand(isTold, `F16: after ten seconds nobody is told: ${await reasons()}`);
      const answers = [write.status, read.status].join();
      demand(answers === '201,200', `F16: a write and a read were answered ${answers}`);
    },
    'postgres',
  );
  demand(await within(TOLD_MS, async () => !(await told())), 'F16: told after it had ended');
}

export const slowRows: readonly Row[] = [
  {
    id: 'F15',
    title:
      'slow database: 50 ms to 10 s per piece, one in a hundred hangs, then nothing at all for some seconds',
    inject: slowDatabase,
  },
  {
    id: 'F16',
    title: 'a transaction with an id, open for 30 s elsewhere in the cluster: told within 10 s',
    inject: longTransaction,
  },
];
