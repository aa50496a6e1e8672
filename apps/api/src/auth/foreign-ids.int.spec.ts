import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pathOf, publicCommands } from '../commands/command-names.js';
import { READS } from '../docs/reads.js';
import { ApiUnderTest } from '../testing/api-under-test.js';

const NONSENSE = randomUUID();

/**
 * What is asked beside a request: the budget once in ten times, the time every ten seconds, a note on a command that was told,
 * the first words of a new connection, a worker's sign of life.
 */
const BESIDE =
  /rate_limit|told_at|'synchronous_commit'|^\s*SELECT \(extract\(epoch FROM clock_timestamp|^SELECT 1$/;

/** What the database is asked while something is done, and how much comes back: time follows from these two. */
class Questions {
  private asked: string[] | null = null;

  constructor() {
    const client = pg.Client.prototype as unknown as {
      query: (...args: unknown[]) => unknown;
    };
    const { query } = client;
    const note = (line: string) => this.asked?.push(line);
    client.query = function (this: unknown, ...args: unknown[]) {
      const result = query.apply(this, args);
      const [first] = args;
      const text = typeof first === 'string' ? first : (first as { text?: string }).text;
      const place = text ?? '';
      if (result instanceof Promise && !BESIDE.test(place)) {
        return result.then((answer: { rows?: unknown[] }) => {
          note(`${String(answer.rows?.length ?? 0)} of ${place.replaceAll(/\s+/g, ' ')}`);
          return answer;
        });
      }
      return result;
    };
  }

  async during(work: () => Promise<unknown>): Promise<readonly string[]> {
    this.asked = [];
    await work();
    const asked = this.asked;
    this.asked = null;
    return asked;
  }
}

describe('what somebody else’s id costs', () => {
  const questions = new Questions();
  let api: ApiUnderTest;
  let foreign: { agreement: string; command: string };
  beforeAll(async () => {
    api = await ApiUnderTest.start({ requestsPerMinute: 100_000, refusalsPerMinute: 10_000 });
    const made = await api.post('asi.rep', '/v1/agreements', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
    foreign = made.body as typeof foreign;
  });
  afterAll(() => api.stop());

  const place = (path: string, id: string) =>
    path
      .replace('{agreement}', id)
      .replace('{kind}', 'audit-account')
      .replace('{hash}', '0'.repeat(64))
      .replace('{clause}', 'objectives');
  const reads = READS.filter(
    ({ path, method }) => path.includes('{agreement}') && method === undefined,
  );

  it('is found out by the count: an id of one’s own costs more', async () => {
    const path = `/v1/agreements/${foreign.agreement}`;
    const [own, theirs] = [
      await questions.during(() => api.get('asi.rep', path)),
      await questions.during(() => api.get('gsa.rep', path)),
    ];
    expect(theirs.length).toBeGreaterThan(2);
    expect(own.length).toBeGreaterThan(theirs.length);
  });

  it.each(reads.map(({ path }) => path))(
    'is at %s what an id costs that there is not',
    async (path) => {
      const at = (id: string) => questions.during(() => api.get('gsa.rep', place(path, id)));
      expect(await at(foreign.agreement)).toEqual(await at(NONSENSE));
    },
  );

  it('is not told by the clock either: both leave at a beat', async () => {
    for (const id of [foreign.agreement, NONSENSE]) {
      const began = performance.now();
      expect((await api.get('gsa.rep', `/v1/agreements/${id}`)).status).toBe(404);
      expect(performance.now() - began).toBeGreaterThan(20);
    }
  });

  it('is the same for a command and for a receipt', async () => {
    const at = (id: string) => questions.during(() => api.get('gsa.rep', `/v1/commands/${id}`));
    expect(await at(foreign.command)).toEqual(await at(NONSENSE));
  });

  it.each(publicCommands().map(pathOf))('is the same for %s', async (name) => {
    const at = (id: string) =>
      questions.during(() =>
        api.post('gsa.rep', `/v1/agreements/${id}/${name}`, {}, { headers: { 'If-Match': '"1"' } }),
      );
    expect(await at(foreign.agreement)).toEqual(await at(NONSENSE));
  });
});
