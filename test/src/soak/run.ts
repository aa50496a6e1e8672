import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../faults/ledger.js';
import { RandomClient } from '../faults/client.js';
import { pause, Random } from '../faults/random.js';
import { Product } from '../support/product.js';
import { OwnServers } from '../support/servers.js';
import { isFlat, trendOf } from './flat.js';

// `TWINNING_SOAK_MINUTES=30 npm run soak`: clients at work on the same agreements all the time; memory and handles of API and worker
// must be flat, everything that was asked must have its outcome, and the check must find nothing. Linux only.

const MINUTES = Number(process.env.TWINNING_SOAK_MINUTES ?? 30);
const CLIENTS = 4;
/** Each client works on so many: what is kept for an open agreement must not look like a leak. */
const AGREEMENTS = 10;
const EVERY_MS = 5_000;
const PATIENCE_MS = 75_000;
const MB = 1024 * 1024;
/** Events after which a run begins anew. */
const RUN_EVENTS = 400;

interface Reading {
  readonly atMs: number;
  readonly rss: number;
  readonly kept: number;
  readonly handles: number;
}

/** What is judged: how much it may grow, as a share of its level, and what is noise whatever the level. */
const JUDGED = [
  { what: 'kept', of: (r: Reading) => r.kept / MB, share: 0.05, noise: 4, unit: 'MB' },
  { what: 'resident', of: (r: Reading) => r.rss / MB, share: 0.1, noise: 15, unit: 'MB' },
  { what: 'handles', of: (r: Reading) => r.handles, share: 0.05, noise: 3, unit: '' },
] as const;

async function work(client: RandomClient, isOver: () => boolean): Promise<void> {
  const agreements: string[] = [];
  while (agreements.length < AGREEMENTS) {
    const { status, body } = await client.draft();
    if (status === 201) agreements.push(String(body.agreement));
  }
  for (let n = 0; !isOver(); n += 1) await client.move(agreements[n % AGREEMENTS] ?? '');
}

async function readings(folder: string, app: string): Promise<readonly Reading[]> {
  const lines = (await readFile(join(folder, `${app}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Reading);
}

async function judgeApp(folder: string, app: string): Promise<boolean> {
  const all = await readings(folder, app);
  // Of a thread only the heap is its own.
  const judged = app === 'workflows' ? JUDGED.filter(({ what }) => what === 'kept') : JUDGED;
  const flat = judged.map(({ what, of, share, noise, unit }) => {
    const trend = trendOf(all.map((r) => ({ atMs: r.atMs, value: of(r) })));
    const holds = isFlat(trend, share, noise);
    const { level, perHour, grown } = trend;
    console.log(
      `${holds ? '✓' : '✗'} ${app} ${what}: ${level.toFixed(1)} ${unit}, ${grown.toFixed(1)} in the time judged (${perHour.toFixed(1)} an hour)`,
    );
    return holds;
  });
  return flat.every(Boolean);
}

const folder = await mkdtemp(join(tmpdir(), 'twinning-soak-'));
// What a worker keeps of a run grows with the run's history until it begins anew: often here, so that a leak is not
// mistaken for that, nor that for a leak.
const servers = await OwnServers.start({ 'limit.historyCount.suggestContinueAsNew': RUN_EVENTS });
const product = await Product.start({
  servers,
  env: {
    NODE_OPTIONS: `--import=${new URL('preload.js', import.meta.url).href}`,
    TWINNING_SOAK_FOLDER: folder,
    TWINNING_SOAK_EVERY_MS: String(EVERY_MS),
    TWINNING_REFUSALS_PER_MINUTE: '100000',
    TWINNING_REQUESTS_PER_MINUTE: '1000000',
    TWINNING_OPEN_REQUESTS_PER_MINUTE: '1000000',
  },
});
let holds = true;
try {
  const ledger = new Ledger();
  const random = new Random(1);
  const end = Date.now() + MINUTES * 60_000;
  const clients = Array.from(
    { length: CLIENTS },
    (_, n) =>
      new RandomClient(n + 1, product, ledger, random.fork(), [product.url], () => PATIENCE_MS),
  );
  await Promise.all(clients.map((client) => work(client, () => Date.now() > end)));
  await pause(1_000);
  for (const app of ['api', 'worker', 'workflows']) holds = (await judgeApp(folder, app)) && holds;
  const faults = [
    ...ledger.oddities,
    ...ledger.backwardReads(),
    ...ledger.disorder(),
    ...ledger.entries.filter((e) => e.status === null).map((e) => `${e.command} had no outcome`),
    ...product.processes.endedAlone.map((which) => `${which} ended by itself`),
    ...(await product.cli('check').then(
      () => [],
      (error: unknown) => [String(error)],
    )),
  ];
  for (const fault of faults.slice(0, 20)) console.log(`✗ ${fault}`);
  holds = holds && faults.length === 0;
  console.log(
    `${String(MINUTES)} minutes, ${String(ledger.entries.length)} commands (${String(ledger.accepted.length)} accepted), ${String(faults.length)} violations, memory and handles ${holds ? 'flat' : 'see above'}`,
  );
} finally {
  await product.stop();
  await rm(folder, { recursive: true });
}
process.exit(holds ? 0 : 1);
