import type { Weather } from '../support/proxy.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

async function weather(
  proxy: { set(weather: Weather): void },
  bad: Weather,
  ms: number,
): Promise<void> {
  proxy.set(bad);
  await pause(ms);
  proxy.set({ kind: 'fair' });
}

const BAD: readonly Weather[] = [
  { kind: 'cut' },
  { kind: 'stalled' },
  { kind: 'deaf' },
  { kind: 'trickle', bytes: 400 },
];

async function temporalAway(scene: Scene, ms: number): Promise<void> {
  const { servers, product } = scene;
  await servers.stopTemporal();
  await pause(ms / 2);
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
  const write = await product.act('asi.rep', null, 'start-draft', draft);
  const read = await product.get('auditor', '/v1/agreements?limit=1');
  const ready = await product.request('/health/ready');
  await pause(ms / 2);
  await servers.startTemporal();
  demand(write.status === 202, `F9: a command was answered ${String(write.status)}, not 202`);
  demand(read.status === 200, `F9: a read was answered ${String(read.status)}`);
  demand(ready.body.status === 'degraded', `F9: health says ${String(ready.body.status)}`);
}

export const networkRows: readonly Row[] = [
  {
    id: 'F9',
    title: 'Temporal killed and away: reading goes on, commands are stored (202) and carried out',
    inject: (scene) => temporalAway(scene, 6_000),
  },
  {
    id: 'F11',
    title: 'answers of Temporal lost on the way, the same command sent again',
    inject: async (scene) => {
      for (let n = 0; n < 2; n += 1) {
        await weather(scene.servers.toTemporal, { kind: 'deaf' }, scene.random.between(800, 2_500));
        await scene.wait(500, 1_500);
      }
    },
  },
  {
    id: 'F15',
    title: 'slow database: 20–400 ms per piece, then nothing at all for some seconds',
    inject: async (scene) => {
      const { toDatabase } = scene.servers;
      await weather(toDatabase, { kind: 'slow', ms: scene.random.between(20, 400) }, 4_000);
      await scene.wait(500);
      await weather(toDatabase, { kind: 'stalled' }, scene.random.between(2_000, 4_000));
    },
  },
  {
    id: 'F20',
    title: 'partial network: database or Temporal cut off, stalled, deaf, 400 bytes a second',
    inject: async (scene) => {
      const { toDatabase, toTemporal } = scene.servers;
      for (let n = 0; n < 4; n += 1) {
        const proxy = scene.random.pick([toDatabase, toTemporal]);
        await weather(proxy, scene.random.pick(BAD), scene.random.between(500, 2_000));
        await scene.wait(300, 1_000);
      }
    },
  },
];
