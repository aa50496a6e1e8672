import { randomUUID } from 'node:crypto';
import { Product } from '../support/product.js';
import { submittedRequest } from '../support/request.js';
import { median } from './load.js';

// `npm run foreign-ids [rounds]`: whether the time of an answer tells an id of somebody else's from one that there is not.
// The two are asked for in turn, in changing order, so that what disturbs one disturbs the other. Exit code 1 when the
// medians differ by more than 5 %. What is asked of the database is compared in foreign-ids.int.spec.ts, without a clock.
const ROUNDS = Number(process.argv[2] ?? 600);
const WARM_UP = 50;
const LIMIT = 0.05;

const product = await Product.start({
  env: {
    TWINNING_REQUESTS_PER_MINUTE: '1000000',
    TWINNING_REFUSALS_PER_MINUTE: '1000000',
    TWINNING_OPEN_REQUESTS_PER_MINUTE: '1000000',
  },
});

const headers = async () => ({
  Authorization: `Bearer ${await product.token('gsa.rep')}`,
  'Content-Type': 'application/json',
});
const asked = {
  read: async (id: string) =>
    fetch(`${product.url}/v1/agreements/${id}`, { headers: await headers() }),
  past: async (id: string) =>
    fetch(`${product.url}/v1/agreements/${id}/events`, { headers: await headers() }),
  command: async (id: string) =>
    fetch(`${product.url}/v1/agreements/${id}/withdraw`, {
      method: 'POST',
      body: JSON.stringify({ reason: 'None.' }),
      headers: { ...(await headers()), 'Idempotency-Key': randomUUID(), 'If-Match': '"1"' },
    }),
} as const;

async function took(ask: (id: string) => Promise<Response>, id: string): Promise<number> {
  const began = performance.now();
  const response = await ask(id);
  await response.text();
  const ms = performance.now() - began;
  if (response.status !== 404) throw new Error(`${response.url}: ${String(response.status)}`);
  return ms;
}

let isGood = true;
try {
  const foreign = await submittedRequest(product);
  for (const [name, ask] of Object.entries(asked)) {
    const times = { foreign: [] as number[], none: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const pair = [
        ['foreign', foreign],
        ['none', randomUUID()],
      ] as const;
      for (const [whose, id] of round % 2 === 0 ? pair : pair.toReversed()) {
        const ms = await took(ask, id);
        if (round >= WARM_UP) times[whose].push(ms);
      }
    }
    const [theirs, none] = [median(times.foreign), median(times.none)];
    const difference = (theirs - none) / none;
    isGood &&= Math.abs(difference) <= LIMIT;
    console.log(
      `${Math.abs(difference) <= LIMIT ? '✓' : '✗'} ${name}: foreign ${theirs.toFixed(2)} ms, none ${none.toFixed(2)} ms, ` +
        `${(difference * 100).toFixed(1)} % (medians of ${String(ROUNDS)})`,
    );
  }
} finally {
  await product.stop();
}
process.exitCode = isGood ? 0 : 1;
