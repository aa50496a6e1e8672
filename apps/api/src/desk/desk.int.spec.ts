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

  it('show the same figures as tables that need no script, in the language that is asked for', async () => {
    const read = (person: string, query = '', accept = 'fr') =>
      api.get(person, `/v1/programme/tables${query}`, { 'Accept-Language': accept });
    const seen = await read('tmb.sec');
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(seen.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(seen.headers.get('content-security-policy')).not.toMatch(/script|unsafe/);
    expect(seen.text).toContain('<html lang="fr">');
    expect(seen.text).toMatch(/<th scope="row">Projet ouvert<\/th><td>1<\/td>/);
    expect(seen.text).not.toMatch(/<script|undefined|\[object/);
    const english = await read('tmb.sec', '?language=en');
    expect(english.text).toMatch(/<th scope="row">Draft opened<\/th><td>1<\/td>/);
    // Nobody reads figures of agreements that are not theirs.
    const none = await read('ies.rep', '', 'en');
    expect(none.text).toContain('Nothing to count yet.');
    expect(none.text).not.toContain('<table>');
    expect((await read('tmb.sec', '?language=de')).status).toBe(400);
    expect((await api.request('/v1/programme/tables')).status).toBe(401);
  });

  it('are empty while nothing is voted on, reviewed or ending', async () => {
    for (const queue of ['ballots', 'reviews', 'cliff']) {
      expect(await items('tmb.sec', `/v1/desk/${queue}`)).toEqual([]);
    }
    expect(await items('tmb.sec', '/v1/escalations')).toEqual([]);
  });

  it('remind those who owe a move: first as a dry run, then once', async () => {
    await api.post(
      'asi.rep',
      `/v1/agreements/${agreement}/invite-partner`,
      { member: 1725 },
      {
        headers: { 'If-Match': '"1"' },
      },
    );
    const owed = await items('ies.rep', '/v1/tasks');
    const tasks = owed.map(({ agreement: of, id }) => ({ agreement: of, id }));
    expect(tasks).not.toEqual([]);
    const remind = async (person: string, dryRun: boolean, key: string) =>
      api.post(
        person,
        '/v1/desk/reminders',
        { tasks, dryRun },
        { headers: { 'Idempotency-Key': key } },
      );
    expect((await remind('ies.rep', true, 'reminder-1')).status).toBe(403);
    expect((await remind('tmb.sec', true, 'reminder-1')).body).toMatchObject({
      dryRun: true,
      reminded: tasks.length,
    });
    expect((await items('ies.rep', '/v1/tasks'))[0]).toMatchObject({ reminded: null });
    expect((await remind('tmb.sec', false, 'reminder-1')).body).toMatchObject({
      reminded: tasks.length,
    });
    expect((await items('ies.rep', '/v1/tasks'))[0]).toMatchObject({
      reminded: { person: 'tmb.sec' },
    });
    const again = (await remind('tmb.sec', false, 'reminder-2')).body;
    expect(again).toMatchObject({ reminded: 0, items: [{ result: 'SKIPPED', reason: 'RECENT' }] });
  });

  it('look ahead from one month to five years', async () => {
    const { status, body } = await api.get('tmb.sec', '/v1/desk/cliff?months=0');
    expect([status, body['code']]).toEqual([400, 'INVALID_INPUT']);
  });

  it('are read on part by part: how many there are is said, and nothing is out of reach', async () => {
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    for (let n = 0; n < 2; n += 1) {
      expect((await api.post('asi.rep', '/v1/agreements', draft)).status).toBe(201);
    }
    const all = await items('asi.rep', '/v1/tasks/done');
    expect(all.length).toBeGreaterThanOrEqual(3);
    const parts = await Promise.all(
      [...all, null].map(
        async (_, from) =>
          (
            await api.get('asi.rep', `/v1/tasks/done?limit=1&from=${String(from)}`, {
              'Accept-Language': 'fr',
            })
          ).body,
      ),
    );
    expect(parts.flatMap((part) => part['items'])).toEqual(all);
    expect(new Set(parts.map((part) => part['total']))).toEqual(new Set([all.length]));
    for (const queue of ['desk/ballots', 'desk/reviews', 'desk/cliff']) {
      const { body } = await api.get('tmb.sec', `/v1/${queue}?from=20&limit=20`);
      expect(body).toMatchObject({ items: [], total: 0 });
    }
    const members = (await api.get('asi.rep', '/v1/registry/members?q=allemagne')).body;
    expect(members).toMatchObject({ items: [{ acronym: 'DIN' }], total: 1 });
    expect((await api.get('asi.rep', '/v1/registry/committees?from=-1')).status).toBe(400);
  });
});
