import { sql } from 'kysely';
import type pg from 'pg';
import { asAdmin, endSessions } from './admin.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

async function compete({ product, random, ledger }: Scene, client: ReturnType<Scene['client']>) {
  for (let round = 0; round < 8; round += 1) {
    const draft = await client.draft();
    if (draft.status !== 201) continue;
    const agreement = String(draft.body.agreement);
    const goals = (n: number) => ({ goals: `Goal ${String(n)} of ${String(random.seed)}` });
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        client.persist('asi.rep', agreement, 'edit-request', goals(n), 1),
      ),
    );
    const won = all.filter((e) => e.status === 200).length;
    if (won !== 1) ledger.oddities.push(`F8: ${String(won)} of 8 writers on one version won`);
    demand(
      all.every((e) => e.status === 200 || e.status === 412),
      `F8: ${all.map((e) => String(e.status)).join()}`,
    );
  }
  await product.ready();
}

/** What PostgreSQL has said so often, by code. */
async function counted({ servers }: Scene, what: RegExp): Promise<number> {
  return (await servers.databaseLog()).match(what)?.length ?? 0;
}

const ROUNDS = 2;
/** So long every transaction reads as of its beginning, and so many write at once. */
const SNAPSHOTS_MS = 4_000;
const WRITERS = 4;
const HOLD_MS = 1_500;
const WAITED_MS = 10_000;

/** Waits until a command has come as far as the row that is locked. */
async function untilSomebodyWaits({ product }: Scene): Promise<void> {
  for (const end = Date.now() + WAITED_MS; Date.now() < end; await pause(30)) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE usename = 'twinning_app' AND wait_event_type = 'Lock' AND query LIKE '%engine.decided(%'`.execute(
      product.admin,
    );
    if ((rows[0]?.n ?? 0) > 0) return;
  }
}

/** A session and a command each hold what the other waits for: PostgreSQL ends one of them. */
async function deadlock(scene: Scene, client: pg.Client): Promise<void> {
  const writer = scene.client(88);
  const draft = await writer.draft();
  demand(draft.status === 201, `F8b: a draft was answered ${String(draft.status)}`);
  const agreement = String(draft.body.agreement);
  await client.query('BEGIN');
  // The one who waits longer finds the deadlock: that is to be the product.
  await client.query(`SET LOCAL deadlock_timeout = '10s'`);
  await client.query('SELECT FROM engine.command WHERE agreement = $1 FOR UPDATE', [agreement]);
  await client.query('SELECT FROM read.stream_state WHERE agreement = $1 FOR UPDATE', [agreement]);
  const edited = writer.persist('asi.rep', agreement, 'edit-request', { goals: 'Mine.' }, 1);
  await untilSomebodyWaits(scene);
  await client.query('SELECT FROM log.head FOR UPDATE').catch(() => undefined);
  await client.query('ROLLBACK');
  await edited;
}

/** Time limits on locks, snapshots that are too old, and locks in the other order, each while clients are at work. */
async function lockFaults(scene: Scene): Promise<void> {
  const before = await Promise.all(FAULTS.map(([, what]) => counted(scene, what)));
  await asAdmin(scene, async (client) => {
    const withSetting = async (setting: string, work: () => Promise<void>) => {
      await client.query(`ALTER ROLE twinning_app SET ${setting}`);
      try {
        await client.query(endSessions);
        await work();
      } finally {
        await client.query(`ALTER ROLE twinning_app RESET ${setting.split(' ')[0] ?? ''}`);
        await client.query(endSessions);
        scene.mark();
      }
    };
    await withSetting(`lock_timeout = '100ms'`, async () => {
      for (let n = 0; n < ROUNDS; n += 1) {
        await client.query('BEGIN');
        await client.query('LOCK TABLE log.head IN ACCESS EXCLUSIVE MODE');
        await pause(HOLD_MS);
        await client.query('ROLLBACK');
        await pause(HOLD_MS / 3);
      }
    });
    const writers = Array.from({ length: WRITERS }, (_, n) => scene.client(81 + n));
    let drafted: Promise<unknown> = Promise.resolve();
    await withSetting(`default_transaction_isolation = 'repeatable read'`, async () => {
      drafted = Promise.all(writers.map((one) => one.draft()));
      await pause(SNAPSHOTS_MS);
    });
    await drafted;
    for (let n = 0; n < ROUNDS; n += 1) await deadlock(scene, client);
    scene.mark();
  });
  await scene.product.ready();
  for (const [index, [name, what]] of FAULTS.entries()) {
    const met = (await counted(scene, what)) - (before[index] ?? 0);
    demand(met > 0, `F8b: no ${name} was met`);
  }
}

const FAULTS = [
  ['lock timeout', /canceling statement due to lock timeout/g],
  ['serialization failure', /could not serialize access/g],
  ['deadlock', /deadlock detected/g],
] as const;

export const contentionRows: readonly Row[] = [
  {
    id: 'F8',
    title: 'eight writers on one version of one stream: one wins, the others hear 412',
    inject: (scene) => compete(scene, scene.client(90)),
  },
  {
    id: 'F8b',
    title: 'lock timeouts, serialization failures and deadlocks while clients are at work: no 500',
    inject: lockFaults,
  },
];
