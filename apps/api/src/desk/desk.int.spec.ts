import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from '../testing/api-under-test.js';

describe('the queues of the desks', () => {
  let api: ApiUnderTest;
  let agreement: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const made = await api.post('asi.rep', '/v1/agreements', {
      side: 'LEAD',
      type: 'P_MEMBER',
      committee: 47878,
    });
    agreement = String(made.body['agreement']);
  });
  afterAll(() => api.stop());

  const items = async (person: string, path: string) => {
    const { status, body } = await api.get(person, path, { 'Accept-Language': 'fr' });
    expect(status).toBe(200);
    return body['items'] as readonly Record<string, unknown>[];
  };

  it('tell a body what it has done, in its words, and nobody else', async () => {
    const done = await items('asi.rep', '/v1/tasks/done');
    expect(
      done.map(({ agreement: of, text, person, version }) => [of, text, person, version]),
    ).toEqual([[agreement, 'Commencer une demande', 'asi.rep', 1]]);
    expect(await items('ies.rep', '/v1/tasks/done')).toEqual([]);
    expect(await items('tmb.sec', '/v1/tasks/done')).toEqual([]);
  });

  it('count only what the reader may see', async () => {
    const counted = async (person: string) => (await api.get(person, '/v1/programme')).body;
    expect(await counted('ies.rep')).toMatchObject({ agreements: 0, partnerships: [] });
    const seen = await counted('tmb.sec');
    expect(seen).toMatchObject({ agreements: 1 });
    expect(seen['funnel']).toContainEqual({ step: 'OPENED', count: 1 });
    expect(seen['funnel']).toContainEqual({ step: 'PARTNER', count: 0 });
  });

  it('are empty while nothing is voted on, reviewed or ending', async () => {
    for (const queue of ['ballots', 'reviews', 'cliff']) {
      expect(await items('tmb.sec', `/v1/desk/${queue}`)).toEqual([]);
    }
    expect(await items('tmb.sec', '/v1/escalations')).toEqual([]);
  });

  it('look ahead from one month to five years', async () => {
    const { status, body } = await api.get('tmb.sec', '/v1/desk/cliff?months=0');
    expect([status, body['code']]).toEqual([400, 'INVALID_INPUT']);
  });
});
