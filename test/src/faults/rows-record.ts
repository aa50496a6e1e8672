import { Client, Connection } from '@temporalio/client';
import { addDays, dayAt, instant } from '@twinning/domain';
import { setClock, storedClock } from '@twinning/engine';
import { COMMITTEE } from '../support/request.js';
import { agreementWorkflowId } from '@twinning/workflows/contract';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from './ledger.js';
import { pause } from './random.js';
import { RATE, runAt } from './record-clock.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

async function duplicates(scene: Scene, apis: readonly string[]): Promise<void> {
  const client = scene.client(91, apis);
  for (let round = 0; round < 6; round += 1) {
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const key = scene.random.key();
    const copies = Array.from({ length: scene.random.between(2, 30) }, () =>
      client.persist('asi.rep', null, 'start-draft', payload, null, key),
    );
    const all = await Promise.all(copies);
    const bodies = new Set(all.map((e) => `${String(e.status)} ${String(e.body.agreement)}`));
    demand(bodies.size === 1, `F13: ${String(bodies.size)} answers to one command`);
  }
}

async function stale(scene: Scene): Promise<void> {
  const client = scene.client(92);
  for (let round = 0; round < 6; round += 1) {
    const { body } = await client.draft();
    const agreement = String(body.agreement);
    const edit = (goals: string, saw: number) =>
      client.persist('asi.rep', agreement, 'edit-request', { goals }, saw);
    await edit('First.', 1);
    const late = await edit('Late.', 1);
    demand(late.status === 412, `F14: a stale version was answered ${String(late.status)}`);
    demand(late.body.code === 'VERSION_CONFLICT', `F14: ${String(late.body.code)}`);
  }
}

async function manyTimers(scene: Scene): Promise<void> {
  const { product } = scene;
  const client = scene.client(94);
  for (let n = 0; n < 24; n += 1) {
    const { body } = await client.draft();
    await product.act('asi.rep', String(body.agreement), 'invite-partner', { member: 1725 });
  }
  const now = await storedClock().now(product.db);
  await setClock(product.admin, instant(`${addDays(dayAt(now), 400)}T12:00:00Z`), 1);
  const { overdue } = JSON.parse(await product.cli('--json', 'recover')) as { overdue: number };
  demand(overdue >= 24, `F27: ${String(overdue)} deadlines fired`);
  await runAt(product, RATE);
  scene.mark();
}

/** Commands and their repeats meet the end of runs of one agreement; what an earlier run carried out is not done again. */
async function runsBeginAnew(scene: Scene): Promise<void> {
  const client = scene.client(95);
  const { body } = await client.draft();
  const agreement = String(body.agreement);
  const goals = (version: number) => ({ goals: `Goal ${String(version)}` });
  const sent: Entry[] = [];
  for (let version = 1; version <= EDITS; version += 1) {
    const edit = () =>
      client.persist('asi.rep', agreement, 'edit-request', goals(version), version);
    const earlier = sent.length === 0 ? null : scene.random.pick(sent);
    const [first, other, again] = await Promise.all([
      edit(),
      edit(),
      earlier === null ? null : client.attempt(earlier),
    ]);
    const won = [first, other].filter(({ status }) => status === 200).length;
    demand(won === 1, `F26: ${String(won)} edits of version ${String(version)}`);
    if (again !== null) {
      demand(
        again.status === earlier?.status && again.body.version === earlier.body.version,
        `F26: a repeat was answered ${String(again.status)}, at first ${String(earlier?.status)}`,
      );
    }
    sent.push(first, other);
  }
  const runs = await runsOf(scene, agreement);
  demand(runs >= 3, `F26: ${String(runs)} runs of one agreement: hardly any began anew`);
}

const EDITS = 30;

/** How many runs Temporal has seen of an agreement's workflow. */
async function runsOf({ servers }: Scene, agreement: string): Promise<number> {
  const connection = await Connection.connect({ address: servers.temporalAddress });
  try {
    const query = `WorkflowId = '${agreementWorkflowId(agreement)}'`;
    const { count } = await new Client({ connection }).workflow.count(query);
    return count;
  } finally {
    await connection.close();
  }
}

/** Copies what a server holds, goes on working, and puts the copy back as a restore from an old backup would. */
async function restoreOlder(scene: Scene, server: 'database' | 'temporal'): Promise<void> {
  const { servers, product, ledger } = scene;
  const [stop, start] =
    server === 'database'
      ? [() => servers.stopDatabase('orderly'), () => servers.startDatabase()]
      : [() => servers.stopTemporal('orderly'), () => servers.startTemporal()];
  await scene.wait(1_000, 2_000);
  const keptAt = Date.now();
  await stop();
  await servers.keep(server);
  await start();
  await scene.wait(3_000, 5_000);
  // What was acknowledged after the backup is lost with the record that held it; nothing may pretend otherwise.
  if (server === 'database') {
    await product.kill('api');
    // One that had been signed meanwhile would be held until it is continued, as in F32: here nobody knows of it.
    await rm(join(product.environment.TWINNING_DATA ?? '', 'last-checkpoint'), { force: true });
  }
  await stop();
  await servers.restore(server);
  await start();
  if (server === 'database') {
    ledger.forgetSince(keptAt);
    product.run('api');
  }
  await product.ready();
  await pause(3_000);
}

/** A server with nothing in it comes back, under a worker and an API that go on. */
async function loseTemporal(scene: Scene): Promise<void> {
  await scene.wait(2_000, 4_000);
  await scene.servers.stopTemporal();
  await scene.servers.forgetTemporal();
  await scene.servers.startTemporal();
  await scene.product.ready();
  scene.mark();
  await pause(6_000);
}

export const recordRows: readonly Row[] = [
  {
    id: 'F10',
    title: 'Temporal restored to an earlier state than the record',
    inject: (scene) => restoreOlder(scene, 'temporal'),
  },
  {
    id: 'F10b',
    title: 'record restored to an earlier state than Temporal',
    inject: (scene) => restoreOlder(scene, 'database'),
    spoils: true,
  },
  {
    id: 'F10c',
    title: 'Temporal lost with all it held: every workflow comes back from the record by itself',
    inject: loseTemporal,
  },
  {
    id: 'F13',
    title: 'the same command 2–30 times at once, across two APIs',
    inject: async (scene) => {
      const second = await scene.product.runSecondApi();
      await duplicates(scene, [scene.product.url, second]);
      await scene.product.kill('api2', 'SIGTERM');
    },
  },
  {
    id: 'F14',
    title: 'late commands on a version that has passed: 412',
    inject: stale,
  },
  {
    id: 'F26',
    title: 'continue-as-new with commands under way on one agreement',
    inject: runsBeginAnew,
  },
  {
    id: 'F27',
    title: 'many timers due at once: each fires once',
    inject: manyTimers,
    spoils: true,
  },
];
