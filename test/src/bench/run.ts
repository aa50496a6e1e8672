import { EventLog } from '@twinning/event-log';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Product } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';
import { importBesideCopy } from './import.js';
import { matchingBesideAggregate } from './matching.js';
import { papersBesideLibraries } from './papers.js';
import { load, median, spread, type Load } from './load.js';
import { rebuildBesideCopy } from './rebuild.js';
import { recordBench } from './record.js';

// Everything is measured in one run, the product and its peer in turn: machines are shared and noisy.
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const CALLERS = [1, 32] as const;

const PEER = fileURLToPath(new URL('./peer.js', import.meta.url));
const question = 'What can you not do today?';
// Another answer every time: the same twice changes nothing, and nothing would be appended.
let answered = 0;
const assessment = () => {
  answered += 1;
  return {
    part: 'RESOURCES',
    answers: [{ question, answer: `Comment in time, ${String(answered)}.` }],
  };
};

// One caller asks more than a person may.
const product = await Product.start({
  durable: true,
  env: { TWINNING_REQUESTS_PER_MINUTE: '1000000', TWINNING_OPEN_REQUESTS_PER_MINUTE: '1000000' },
});
const peerUrl = `http://127.0.0.1:${String(product.peerPort)}`;
const peers: ChildProcess[] = ['worker', 'api'].map((what) =>
  spawn(process.execPath, [PEER, what], {
    env: {
      ...product.environment,
      PORT: String(product.peerPort),
      PUBLIC_URL: peerUrl,
      OIDC_ISSUER: `${product.url}/oidc`,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  }),
);

interface Draft {
  readonly agreement: string;
  version: number;
}
const drafts: Draft[] = [];
for (let caller = 0; caller < 32; caller += 1) {
  const draft = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
  const { body } = await product.act('asi.rep', null, 'start-draft', draft);
  drafts.push({ agreement: body.agreement as string, version: 1 });
}

// The same request of the same route, to the product or to its peer.
async function send(url: string, caller: number): Promise<number> {
  const draft = drafts[caller] as Draft;
  const response = await fetch(`${url}/v1/agreements/${draft.agreement}/record-self-assessment`, {
    method: 'POST',
    body: JSON.stringify(assessment()),
    headers: {
      Authorization: `Bearer ${await product.token('asi.rep')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
      'If-Match': `"${String(draft.version)}"`,
    },
  });
  const body = (await response.json()) as { version?: number };
  if (response.status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`);
  return Number(body.version);
}

async function bare(caller: number): Promise<void> {
  await send(peerUrl, caller);
}

async function whole(caller: number): Promise<void> {
  const draft = drafts[caller] as Draft;
  const version = await send(product.url, caller);
  if (version === draft.version) throw new Error('the command changed nothing');
  draft.version = version;
}

for (let left = 100; left > 0; left -= 1) {
  if (
    await bare(0).then(
      () => true,
      () => false,
    )
  )
    break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}
await load(32, 3, bare);
await load(32, 3, whole);

const results: { what: 'whole' | 'bare'; load: Load }[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const callers of CALLERS) {
    results.push({ what: 'bare', load: await load(callers, SECONDS, bare) });
    results.push({ what: 'whole', load: await load(callers, SECONDS, whole) });
  }
}

const of = (what: 'whole' | 'bare', callers: number, value: (l: Load) => number) =>
  results.filter((r) => r.what === what && r.load.callers === callers).map((r) => value(r.load));

console.log(
  `Commands over HTTP, ${String(ROUNDS)} interleaved rounds of ${String(SECONDS)} s: median (spread)`,
);
for (const callers of CALLERS) {
  for (const what of ['bare', 'whole'] as const) {
    const perSecond = of(what, callers, (l) => l.perSecond);
    const p50 = of(what, callers, (l) => l.p50);
    const p99 = of(what, callers, (l) => l.p99);
    console.log(
      `  ${what === 'bare' ? 'bare Update  ' : 'whole command'} ${String(callers).padStart(2)} callers: ` +
        `${median(perSecond).toFixed(1)}/s (${spread(perSecond)}), p50 ${median(p50).toFixed(1)} ms, p99 ${median(p99).toFixed(1)} ms`,
    );
  }
}
const ratios = (callers: number) => {
  const wholes = of('whole', callers, (l) => l.perSecond);
  return of('bare', callers, (l) => l.perSecond).map((b, i) => (wholes[i] ?? 0) / b);
};
const extra = of('whole', 1, (l) => l.p50).map((w, i) => w - (of('bare', 1, (l) => l.p50)[i] ?? 0));
console.log(
  `  ratio at 32 callers: ${median(ratios(32)).toFixed(2)} (${spread(ratios(32))}); aim ≥ 0.75`,
);
console.log(`  alone: ${median(extra).toFixed(1)} ms more (${spread(extra)}); aim ≤ 10 ms`);

const log = new EventLog(null);
const append = async (stream: string) => {
  await product.db.transaction().execute((trx) =>
    log.append(trx, {
      stream,
      events: [
        {
          type: 'Measured',
          schemaVersion: 1,
          occurredAt: new Date().toISOString(),
          payload: assessment(),
        },
      ],
      actor: { person: 'bench', role: 'SYSTEM', body: null },
      onBehalfOf: null,
      commandId: randomUUID(),
      causationId: null,
      correlationId: null,
      ruleset: null,
    }),
  );
};
for (const callers of [1, 4]) {
  const one = await load(callers, SECONDS, (caller) => append(`bench/${String(caller)}`));
  console.log(
    `Appends, one event a transaction, ${String(callers)} writers: ${one.perSecond.toFixed(0)}/s, p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms`,
  );
}
console.log(await rebuildBesideCopy(product.db, log));
console.log(await importBesideCopy());
const matching = await matchingBesideAggregate();
console.log(matching.says);
console.log(await papersBesideLibraries());
await recordBench();
if (matching.holds === false) {
  console.error('The ranking takes longer than its limit.');
  process.exitCode = 1;
}

for (const peer of peers) peer.kill();
await product.stop();
