import { sql } from 'kysely';
import pg from 'pg';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const DEATHS = 11;
/** Beyond the time in which a task's update is accepted, so that every further attempt carries it out again. */
const ACCEPTED_MS = 6_000;
/** A worker that took the task is let at work for so long before it dies. */
const AT_WORK_MS = 700;
const FREED_MS = 30_000;
const IN_HAND = 2;

/** A task in the hands of a worker: when it took it, to be told apart from the attempts before. */
async function takenAt({ product }: Scene, agreement: string): Promise<number | null> {
  const { raw } = await product.sender.handle(agreement).describe();
  const task = raw.pendingWorkflowTask;
  if (task?.startedTime == null || Number(task.state) !== IN_HAND) return null;
  return Number(task.startedTime.seconds) * 1000 + (task.startedTime.nanos ?? 0) / 1e6;
}

/**
 * While the log is locked, every worker that takes the same task dies over it. Temporal gives each further one twice as
 * long as the one before, minutes after a few: what waits behind the task must not wait for that.
 */
async function diesOverOneTask(scene: Scene): Promise<void> {
  const { product, servers } = scene;
  const client = scene.client(97);
  const { body } = await client.draft();
  const agreement = String(body.agreement);
  const locked = new pg.Client({ connectionString: servers.adminUrl });
  await locked.connect();
  const invite = () => client.persist('asi.rep', agreement, 'invite-partner', { member: 1725 }, 1);
  let invited: Promise<unknown> = Promise.resolve();
  await scene.away(async () => {
    await locked.query('BEGIN');
    await locked.query('LOCK TABLE log.head IN EXCLUSIVE MODE');
    invited = invite();
    await pause(ACCEPTED_MS);
    await dieOver(scene, agreement);
    await product.ready();
    await locked.query('ROLLBACK');
    scene.mark();
    await locked.end();
  });
  const released = Date.now();
  await invited;
  for (let waiting = 1; waiting > 0; await pause(200)) {
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*)::int AS waiting FROM engine.command
       WHERE outcome IS NULL AND conflict IS NULL
         AND received_at < ${new Date(released).toISOString()}`.execute(product.db);
    waiting = rows[0]?.waiting ?? 0;
    const tookMs = Date.now() - released;
    demand(tookMs < FREED_MS, `F2b: ${String(waiting)} commands wait after ${String(tookMs)} ms`);
  }
}

async function dieOver(scene: Scene, agreement: string): Promise<void> {
  let last = 0;
  for (let deaths = 0; deaths < DEATHS; await pause(100)) {
    const at = await takenAt(scene, agreement);
    if (at === null || at === last || Date.now() - at < AT_WORK_MS) continue;
    last = at;
    deaths += 1;
    await scene.product.kill('worker');
    scene.product.run('worker');
  }
}

export const oneTaskRows: readonly Row[] = [
  {
    id: 'F2b',
    title: 'every worker that takes one task dies over it, eleven times; the next one goes on',
    inject: diesOverOneTask,
  },
];
