import { spawn } from 'node:child_process';
import type { App } from '../support/processes.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

/** Kills a process with SIGKILL after a random moment and starts it again at once. */
async function crash(scene: Scene, app: App, within: number): Promise<void> {
  await scene.wait(0, within);
  await scene.product.kill(app);
  scene.product.run(app);
}

/** Stops a process for a while without ending it: it wakes up believing that no time has passed. */
async function freeze(scene: Scene, app: App, ms: number): Promise<void> {
  scene.product.processes.signal(app, 'SIGSTOP');
  await pause(ms);
  scene.product.processes.signal(app, 'SIGCONT');
}

const FROZEN_MS = 30_000;
/** Another worker is to go on within this: the locks of a frozen one are taken from it after two seconds. */
const TAKEN_OVER_MS = 20_000;
const HOGS = 6;

/** Takes the processor away from all, for a while: as many loops as make everything several times slower. */
async function starve(ms: number): Promise<void> {
  const hogs = Array.from({ length: HOGS }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  await pause(ms);
  for (const hog of hogs) hog.kill('SIGKILL');
}

/**
 * A worker that is woken believes that it still holds what it was about to write: its transaction has been ended, and
 * what it decided then is refused. The first freezes are short and many, so that one falls into a transaction.
 */
async function zombies(scene: Scene): Promise<void> {
  const { product } = scene;
  product.run('worker2');
  await scene.wait(1_000);
  for (let n = 0; n < 3; n += 1) {
    await freeze(scene, 'worker', scene.random.between(2_500, 3_500));
    await scene.wait(200, 800);
  }
  product.processes.signal('worker', 'SIGSTOP');
  const goesOn = scene.client(88).draft();
  await pause(FROZEN_MS);
  product.processes.signal('worker', 'SIGCONT');
  const { from, to, status } = await goesOn;
  const tookMs = to - from;
  demand(
    status === 201 && tookMs < TAKEN_OVER_MS,
    `F28: while the worker was frozen a draft took ${String(tookMs)} ms`,
  );
  await freeze(scene, 'api', scene.random.between(1_000, 3_000));
  await starve(5_000);
  scene.mark();
  await product.kill('worker2', 'SIGTERM');
}

/** A worker of another build is given the agreements, the old one ends; then they are given back. */
async function newBuildAndBack(scene: Scene): Promise<void> {
  const { product } = scene;
  product.run('worker2', { TWINNING_BUILD: 'next' });
  await untilDone(() => product.cli('deployment', 'next'));
  await scene.wait(1_500);
  await product.kill('worker', 'SIGTERM');
  await scene.wait(1_500);
  product.run('worker');
  await untilDone(() => product.cli('deployment', '--without-build'));
  await scene.wait(1_500);
  await product.kill('worker2', 'SIGTERM');
}

const TRIES = 60;

/** Temporal hears of a worker's build a moment after it has begun to poll. */
async function untilDone(work: () => Promise<unknown>): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await pause(200);
    }
  }
}

export const processRows: readonly Row[] = [
  {
    id: 'F1',
    title: 'worker killed (−9) in the middle of activities',
    inject: async (scene) => {
      for (let n = 0; n < 3; n += 1) await crash(scene, 'worker', 1_800);
    },
  },
  {
    id: 'F2',
    title: 'worker killed in the middle of workflow tasks, again and again, another one beside it',
    inject: async (scene) => {
      scene.product.run('worker2');
      for (let n = 0; n < 5; n += 1) {
        await crash(scene, scene.random.pick(['worker', 'worker2'] as const), 900);
      }
      await scene.product.kill('worker2', 'SIGTERM');
    },
  },
  {
    id: 'F3',
    title: 'API killed between append and answer',
    inject: async (scene) => {
      for (let n = 0; n < 4; n += 1) await crash(scene, 'api', 1_500);
    },
  },
  {
    id: 'F6',
    title: 'a second fault during recovery from the first: database, worker and API',
    inject: async (scene) => {
      await scene.servers.stopDatabase();
      await scene.product.kill('worker');
      await scene.servers.startDatabase();
      scene.product.run('worker');
      await scene.wait(0, 500);
      await scene.servers.stopDatabase();
      await scene.product.kill('api');
      scene.product.run('api');
      await scene.wait(0, 500);
      await scene.product.kill('worker');
      await scene.servers.startDatabase();
      scene.product.run('worker');
      await crash(scene, 'api', 500);
    },
  },
  {
    id: 'F25',
    title:
      'rolling restart: a second API and worker take over while the first ones are drained; then a new build of the worker, and back',
    inject: async (scene) => {
      const { product } = scene;
      for (const app of ['worker', 'api'] as const) {
        if (app === 'worker') product.run('worker2');
        await scene.wait(1_500);
        await product.kill(app, 'SIGTERM');
        product.run(app);
        await scene.wait(1_000);
      }
      await product.kill('worker2', 'SIGTERM');
      await newBuildAndBack(scene);
    },
  },
  {
    id: 'F28',
    title:
      'worker frozen (SIGSTOP) in the middle of its work for 30 s and woken while another one goes on, then the API; all starved of the processor',
    inject: zombies,
  },
];
