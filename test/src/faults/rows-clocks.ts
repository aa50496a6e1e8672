import { existsSync } from 'node:fs';
import { demand, type Row } from './row.js';
import type { Scene } from './world.js';

const FOLDERS = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((m) => `/usr/lib/${m}/faketime`);
const FOLDER = FOLDERS.find((folder) => existsSync(`${folder}/libfaketime.so.1`));

/** Surroundings in which a process sees another time of day; how much time passes it sees as everybody does. */
const seeing = (skew: string, library: string): NodeJS.ProcessEnv => ({
  LD_PRELOAD: `${FOLDER ?? ''}/${library}`,
  FAKETIME: skew,
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
});

const SKEWS = ['+5m', '-5m', '+1d', '-1d'] as const;

/** What a skewed API may say: its outcome, or that the token has expired, and that too many such came from here. */
const SANE: readonly number[] = [201, 202, 401, 429, 503];

async function skewedProcesses(scene: Scene): Promise<void> {
  const { product } = scene;
  try {
    await skewed(scene);
  } finally {
    for (const app of ['worker', 'api'] as const) {
      await product.kill(app, 'SIGTERM');
      product.run(app);
    }
  }
  await product.ready();
}

async function skewed(scene: Scene): Promise<void> {
  const { product } = scene;
  for (const skew of SKEWS) {
    await product.kill('worker', 'SIGTERM');
    product.run('worker', seeing(skew, 'libfaketimeMT.so.1'));
    await product.kill('api', 'SIGTERM');
    product.run('api', seeing(skew, 'libfaketimeMT.so.1'));
    await product.ready();
    const { status, headers } = await product.act('asi.rep', null, 'start-draft', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
    demand(SANE.includes(status), `F12b: at ${skew} a draft was answered ${String(status)}`);
    const off = Math.abs(Date.parse(headers.get('date') ?? '') - Date.now());
    demand(off > 200_000, `F12b: the API’s clock was not skewed by ${skew}`);
    await scene.wait(500, 1_500);
  }
}

async function skewedDatabase(scene: Scene): Promise<void> {
  const { product, servers } = scene;
  for (const skew of [...SKEWS, null]) {
    await servers.stopDatabase('orderly');
    await servers.startDatabase(skew === null ? {} : seeing(skew, 'libfaketime.so.1'));
    await product.ready();
    await scene.wait(1_500, 2_500);
  }
}

const unseen =
  FOLDER === undefined ? { skipped: 'needs libfaketime (apt-get install faketime)' } : {};

export const clockRows: readonly Row[] = [
  {
    id: 'F12b',
    title: 'clocks of API and worker off by ± 5 min and ± 1 day (faketime)',
    inject: skewedProcesses,
    ...unseen,
  },
  {
    id: 'F12c',
    title: 'clock of PostgreSQL off by ± 5 min and ± 1 day, and right again (faketime)',
    inject: skewedDatabase,
    spoils: true,
    ...unseen,
  },
];
