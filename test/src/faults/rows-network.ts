import type { Proxy, Weather } from '../support/proxy.js';
import { COMMITTEE } from '../support/request.js';
import { pause } from './random.js';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

async function weather(
  proxy: { set(weather: Weather): void },
  bad: Weather,
  ms: number,
): Promise<void> {
  proxy.set(bad);
  await pause(ms);
  proxy.set({ kind: 'fair' });
}

async function temporalRestarts({ servers, random }: Scene): Promise<void> {
  for (const how of ['orderly', 'kill'] as const) {
    await servers.stopTemporal(how);
    await servers.startTemporal();
    await pause(random.between(500, 1_500));
  }
}

async function temporalAway(scene: Scene, ms: number): Promise<void> {
  const { servers, product } = scene;
  await servers.stopTemporal();
  await pause(ms / 2);
  const write = await product.act('asi.rep', null, 'start-draft', DRAFT);
  const read = await product.get('auditor', '/v1/agreements?limit=1');
  const ready = await product.request('/health/ready');
  await pause(ms / 2);
  // Nobody asks for that command again, and the API that has it in hand dies: only the sweep can carry it out.
  await product.kill('api');
  await servers.startTemporal();
  product.run('api');
  demand(write.status === 202, `F9: a command was answered ${String(write.status)}, not 202`);
  demand(read.status === 200, `F9: a read was answered ${String(read.status)}`);
  demand(ready.body.status === 'degraded', `F9: health says ${String(ready.body.status)}`);
}

/** Each line by itself: nothing gets through, one way only, a third of it is lost, a byte a second. */
const badWeathers = (scene: Scene): readonly Weather[] => [
  { kind: 'cut' },
  { kind: 'stalled' },
  { kind: 'deaf' },
  { kind: 'mute' },
  { kind: 'lossy', share: 0.3, random: () => scene.random.next() },
  { kind: 'trickle', bytes: 1 },
];

async function everyLine(scene: Scene): Promise<void> {
  const { api, worker } = scene.servers.links;
  const lines: readonly Proxy[] = [api.database, api.temporal, worker.database, worker.temporal];
  scene.losesAnswers = true;
  for (const line of lines) line.takeHindered();
  const left = lines.flatMap((line) => badWeathers(scene).map((bad) => ({ line, bad })));
  while (left.length > 0) {
    const [next] = left.splice(scene.random.between(0, left.length - 1), 1);
    if (next === undefined) break;
    await weather(next.line, next.bad, scene.random.between(500, 1_500));
    await scene.wait(100, 600);
  }
  for (const [n, line] of lines.entries()) {
    demand(line.takeHindered() > 0, `F20: nothing went over line ${String(n)} in bad weather`);
  }
}

export const networkRows: readonly Row[] = [
  {
    id: 'F9',
    title: 'Temporal killed and away: reading goes on, commands are stored (202) and carried out',
    inject: (scene) => temporalAway(scene, 6_000),
  },
  {
    id: 'F9b',
    title:
      'Temporal restarted, killed and restarted, then away for a minute: what was stored is carried out afterwards',
    inject: async (scene) => {
      await temporalRestarts(scene);
      await scene.away(() => temporalAway(scene, 60_000));
    },
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
    id: 'F20',
    title:
      'partial network: each line of API and worker to database and Temporal cut, stalled, one way either way, 30 % lost, a byte a second',
    inject: everyLine,
  },
];
