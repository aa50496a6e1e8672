import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldHistory, historyOf } from '@twinning/engine';
import { EventLog, verifyLog } from '@twinning/event-log';
import { randomUUID } from 'node:crypto';
import { Product, type Answer } from '../support/product.js';
import { COMMITTEE } from '../support/request.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

describe('processes that are killed while they work', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  }, 120_000);
  afterAll(() => product.stop());

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Repeats a command under its id, as a client would, until it has an outcome. */
  async function persist(key: string): Promise<Answer> {
    for (const until = Date.now() + 60_000; Date.now() < until; ) {
      const answer = await product
        .act('asi.rep', null, 'start-draft', DRAFT, { key })
        .catch(() => null);
      if (answer !== null && answer.status === 201) return answer;
      await pause(100);
    }
    throw new Error(`Command ${key} never had an outcome.`);
  }

  it.each(['worker', 'api'] as const)(
    'loses nothing and does nothing twice when the %s is killed again and again',
    async (victim) => {
      const keys = Array.from({ length: 24 }, () => randomUUID());
      const killer = (async () => {
        for (let blow = 0; blow < 5; blow += 1) {
          await pause(300);
          await product.kill(victim);
          product.run(victim);
          await pause(2_000);
        }
      })();
      const answers: Answer[] = [];
      try {
        for (const batch of [0, 1, 2, 3, 4, 5]) {
          answers.push(...(await Promise.all(keys.slice(batch * 4, batch * 4 + 4).map(persist))));
        }
      } finally {
        await killer;
      }
      await product.ready();

      const agreements = answers.map((a) => a.body.agreement as string);
      expect(new Set(agreements).size).toBe(keys.length);
      const log = new EventLog(null);
      for (const agreement of agreements) {
        const history = await historyOf(product.db, log, agreement);
        expect(history.map((e) => e.type)).toEqual(['TwinningDraftStarted']);
        const { body } = await product.get('auditor', `/v1/agreements/${agreement}`);
        expect(body.version).toBe(foldHistory(agreement, history).version);
      }
      expect((await verifyLog(product.db, null)).faults).toEqual([]);
    },
    120_000,
  );

  it('says within fifteen seconds that the worker was killed, and within five of its return no more', async () => {
    const isMissed = async () => {
      const { body } = await product.request('/health/ready');
      const reasons = body.reasons as readonly { readonly reason: string }[];
      return body.status === 'degraded' && reasons.some((one) => one.reason === 'NO_WORKER');
    };
    const comesTo = async (wanted: boolean, withinMs: number) => {
      for (const until = Date.now() + withinMs; Date.now() < until; await pause(100)) {
        if ((await isMissed()) === wanted) break;
      }
      expect(await isMissed()).toBe(wanted);
    };
    await comesTo(false, 5_000);
    await product.kill('worker');
    await comesTo(true, 15_000);
    product.run('worker');
    await persist(randomUUID());
    await comesTo(false, 5_000);
  }, 120_000);

  it('stores a command while no worker runs, answers 202, and carries it out later', async () => {
    await product.kill('worker');
    const answer = await product.act('asi.rep', null, 'start-draft', DRAFT);
    expect(answer.status).toBe(202);
    const at = answer.headers.get('location') ?? '';
    expect((await product.get('asi.rep', at)).status).toBe(202);
    product.run('worker');
    await product.ready();
    let found = await product.get('asi.rep', at);
    for (let left = 100; left > 0 && found.status === 202; left -= 1) {
      await pause(100);
      found = await product.get('asi.rep', at);
    }
    expect(found.body).toMatchObject({ status: 'ACCEPTED', version: 1 });
    expect((await product.get('din.rep', at)).status).toBe(404);
  }, 120_000);
});
