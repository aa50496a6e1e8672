import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from '../testing/api-under-test.js';

const FR = { 'Accept-Language': 'fr' };

interface Faulty {
  readonly faults: readonly { readonly pointer: string; readonly expected: string }[];
}

describe('what was wrong with a request', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const faultsOf = (body: Readonly<Record<string, unknown>>) => (body.details as Faulty).faults;

  it('is said in the caller’s language: of a query', async () => {
    const ask = (headers = {}) => api.get('auditor', '/v1/agreements?limit=0&asOf=7', headers);
    const [en, fr] = [await ask(), await ask(FR)];
    expect(faultsOf(en.body).map((f) => f.expected)).toEqual([
      expect.stringMatching(/^a number (above|of at least) \d$/),
    ]);
    expect(faultsOf(fr.body).map((f) => f.expected)).toEqual([
      expect.stringMatching(/^un nombre (supérieur à|d’au moins) \d$/),
    ]);
  });

  it('and of a command, also when its outcome is asked for again', async () => {
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 0 };
    const send = (headers: Record<string, string>) =>
      api.post('asi.rep', '/v1/agreements', draft, { headers });
    const key = { 'Idempotency-Key': 'faulty-command-in-two-languages' };
    const expected = async (more: Record<string, string>) =>
      faultsOf((await send({ ...key, ...more })).body);
    const french = [
      { pointer: '/committee', expected: 'un nombre entier de 1 à 2147483647, ou null' },
    ];
    expect(await expected(FR)).toEqual(french);
    expect(await expected({})).toEqual([
      { pointer: '/committee', expected: 'a whole number from 1 to 2147483647, or null' },
    ]);
    expect(await expected(FR)).toEqual(french);
  });
});
