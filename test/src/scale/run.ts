import { isOpen, setClock } from '@twinning/engine';
import { EventLog, logSize } from '@twinning/event-log';
import { instant } from '@twinning/domain';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';
import { Product } from '../support/product.js';
import { OwnServers } from '../support/servers.js';
import { COMMITTEE } from '../support/request.js';
import { fill, lives } from './filling.js';

// `npm run scale [-- 10000 100000 1000000]`: the record at these sizes, made of whole lives of agreements. At each size: how long
// the verification, the rebuild and the check take and what memory they take; then everything is killed at once, started
// again, and a command is issued until it is accepted. Exit code 1 when that takes more than ten seconds, or when memory
// grows with the log.

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1e4, 1e5, 1e6];
const SEED = 20_261_130;
/** Long enough for most agreements to end. */
const DAYS = 1_500;
const MOST_MS = 10_000;
/** Memory of a log ten times as long: what may be noise. */
const MOST_GROWN = 1.5;

interface Taken {
  readonly ms: number;
  /** Largest resident memory, MB. */
  readonly mb: number;
}

// With room, V8 leaves garbage lying: resident memory would grow though nothing more is kept.
const HEAP = '--max-old-space-size=96';
// Told when a process ends: what memory it took at most, in kB.
const TELL = `data:text/javascript,process.on('exit',()=>console.error('maxRSS',process.resourceUsage().maxRSS))`;

async function cli(product: Product, command: string): Promise<Taken> {
  const began = performance.now();
  const child = spawn(process.execPath, [HEAP, '--import', TELL, MAIN, command], {
    env: product.environment,
  });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new Error(`twinning ${command} ended with ${String(code)}:\n${words.slice(0, 2_000)}`);
  const kb = Number(/maxRSS (\d+)/.exec(words)?.[1]);
  return { ms: performance.now() - began, mb: kb / 1024 };
}

const MAIN = join(ROOT, 'apps/cli/dist/main.js');

/** Kills every process of product and servers, starts them again, and answers how long the first command took from there. */
async function backAfterKill(product: Product, servers: OwnServers): Promise<number> {
  await Promise.all([product.kill('api'), product.kill('worker')]);
  await Promise.all([servers.stopDatabase(), servers.stopTemporal()]);
  const began = performance.now();
  await Promise.all([servers.startDatabase(), servers.startTemporal()]);
  product.run('worker');
  product.run('api');
  const key = randomUUID();
  for (;;) {
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
    const status = await product
      .act('asi.rep', null, 'start-draft', draft, { key })
      .then((answer) => answer.status)
      .catch(() => 0);
    if (status === 201) return performance.now() - began;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const servers = await OwnServers.start();
const product = await Product.start({ servers });
let holds = true;
const memory = new Map<string, number[]>();
try {
  const log = new EventLog(null);
  const told = lives(SEED, DAYS, (state) => !isOpen(state));
  await setClock(product.admin, instant(told.last), 1);
  for (const size of SIZES) {
    const began = performance.now();
    const before = await logSize(product.db);
    await fill(product.db, log, told, size);
    const now = await logSize(product.db);
    const filled = (performance.now() - began) / 1_000;
    // The messages of these lives were never meant to go out, and those of the size before are told.
    await sql`DELETE FROM engine.delivery`.execute(product.admin);
    await sql`DELETE FROM engine.notice`.execute(product.admin);
    await sql`UPDATE engine.outbox_start SET index = ${now}`.execute(product.admin);
    await sql`VACUUM ANALYZE`.execute(product.admin);
    console.log(
      `${String(now)} events (${String(now - before)} in ${filled.toFixed(0)} s, ${((now - before) / filled).toFixed(0)}/s)`,
    );
    for (const command of ['rebuild', 'verify', 'check']) {
      const { ms, mb } = await cli(product, command);
      memory.set(command, [...(memory.get(command) ?? []), mb]);
      console.log(
        `  ${command}: ${(ms / 1_000).toFixed(1)} s (${((now / ms) * 1_000).toFixed(0)}/s), ${mb.toFixed(0)} MB`,
      );
    }
    const back = await backAfterKill(product, servers);
    if (back > MOST_MS) holds = false;
    console.log(`  first command after kill -9 of everything: ${(back / 1_000).toFixed(1)} s`);
  }
  for (const [command, [first = 0, ...rest]] of memory) {
    if (rest.every((mb) => mb <= first * MOST_GROWN)) continue;
    holds = false;
    console.log(`✗ the memory of ${command} grows with the log`);
  }
} finally {
  await product.stop();
}
console.log(holds ? 'holds' : 'does not hold');
process.exit(holds ? 0 : 1);
