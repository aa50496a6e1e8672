import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };

describe('commands at the edge', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ refusalsPerMinute: 3 });
  });
  afterAll(() => api.stop());

  const start = (headers: Record<string, string> = {}, person = 'asi.rep') =>
    api.post(person, '/v1/agreements', DRAFT, { headers });

  it.each(['1', 'Jan 1, 2024 (x)', '+275000-01-01T00:00:00Z', '2024-01-01', '2024-01-01T10:00:00'])(
    'a day of the past is an instant with its zone: not %s',
    async (day) => {
      const answer = await start({ 'Twinning-Occurred-On': day });
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Occurred-On')]);
    },
  );

  it('refuses a day of the past where no past was opened', async () => {
    const answer = await start(
      { 'Twinning-Occurred-On': '2024-01-01T12:00:00+02:00' },
      'afnor.rep',
    );
    expect([answer.status, answer.body.code]).toEqual([422, 'BACKDATED']);
  });

  it.each(['0', '_', 'x'.repeat(90)])(
    'knows no agreement with such an id, also when the key was used before: %s',
    async (id) => {
      const headers = { 'Idempotency-Key': randomUUID(), 'If-Match': '"0"' };
      expect((await start(headers, 'nen.rep')).status).toBe(201);
      const answer = await api.post(
        'nen.rep',
        `/v1/agreements/${id}/withdraw`,
        { reason: 'x' },
        { headers },
      );
      expect([answer.status, answer.body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it.each([
    '/v1/updates?after=',
    '/v1/updates?after=%20',
    '/v1/updates?after=1e2',
    '/v1/audit/access?from=',
    '/v1/audit/access?from=-1',
  ])('takes nothing for no number: %s', async (path) => {
    const answer = await api.get('auditor', path);
    expect([answer.status, answer.body.code]).toEqual([400, 'INVALID_INPUT']);
  });

  it.each(['committee=99999999999999', 'member=99999999999999', 'member=0', 'colour=red'])(
    'a query that cannot be answered is named: %s',
    async (query) => {
      const answer = await api.get('asi.rep', `/v1/agreements?${query}`);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain(`/${query.split('=')[0] ?? ''}`);
    },
  );

  it('finds agreements by the name of a body or a committee, accents and case aside', async () => {
    const { body } = await start();
    const found = async (q: string) => {
      const answer = await api.get(
        'asi.rep',
        `/v1/agreements?limit=200&q=${encodeURIComponent(q)}`,
      );
      expect(answer.status).toBe(200);
      const { items } = answer.body as { items: { id: string }[] };
      return items.some((item) => item.id === body.agreement);
    };
    expect(await found('asi')).toBe(true);
    expect(await found('tc 34/SC 5')).toBe(true);
    expect(await found('àSÎ')).toBe(true);
    expect(await found('afnor')).toBe(false);
    expect((await api.get('asi.rep', '/v1/agreements?q=%20')).status).toBe(400);
  });

  it.each(['events?after=99999999999', 'timeline?version=99999999999', 'timeline?asOf=9'])(
    'an impossible place in a history is no fault of the server: %s',
    async (place) => {
      const { body } = await start();
      const answer = await api.get('asi.rep', `/v1/agreements/${String(body.agreement)}/${place}`);
      expect(answer.status).toBe(400);
    },
  );

  it('tells the loser of a race what it tells everybody who comes late, and lets it send again', async () => {
    const { body } = await start();
    const agreement = String(body.agreement);
    const edit = (goals: string, version: number, key: string = randomUUID()) =>
      api.post(
        'asi.rep',
        `/v1/agreements/${agreement}/edit-request`,
        { goals },
        {
          headers: { 'If-Match': `"${String(version)}"`, 'Idempotency-Key': key },
        },
      );
    const keys = Array.from({ length: 6 }, () => randomUUID());
    const all = await Promise.all(keys.map((key, n) => edit(`Goal ${String(n)}`, 1, key)));
    expect(all.map((a) => a.status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    for (const { body: told } of all.filter((a) => a.status === 412)) {
      expect(told).toMatchObject({ code: 'VERSION_CONFLICT' });
      expect(told).not.toHaveProperty('recorded');
    }
    expect(await api.engine.log.readStream(api.engine.db, `refusals/${agreement}`)).toEqual([]);
    const { rows: raced } = await sql`
      SELECT FROM engine.command WHERE conflict IS NOT NULL`.execute(api.engine.db);
    expect(raced.length).toBeGreaterThan(0);
    const loser = all.findIndex((a) => a.status === 412);
    const again = await edit(`Goal ${String(loser)}`, 2, keys[loser] ?? '');
    expect([again.status, again.body.version]).toEqual([200, 3]);
  });

  it('are read by who sent them, and by others of the body only while they see the agreement', async () => {
    const { body } = await start();
    const mine = `/v1/commands/${String(body.command)}`;
    const reads = async (person: string) => (await api.get(person, mine)).status;
    // A signatory sees no draft.
    expect(
      (await api.get('asi.signatory', `/v1/agreements/${String(body.agreement)}`)).status,
    ).toBe(404);
    expect([await reads('asi.rep'), await reads('asi.signatory')]).toEqual([200, 404]);
  });

  it('counts a refusal once, however often it is read', async () => {
    const { body } = await start();
    const agreement = String(body.agreement);
    const headers = { 'If-Match': '"1"', 'Idempotency-Key': randomUUID() };
    const refused = () =>
      api.post('asi.rep', `/v1/agreements/${agreement}/register-in-gd`, {}, { headers });
    const first = await refused();
    expect(first.body.code).toBe('FORBIDDEN_ROLE');
    for (let n = 0; n < 4; n += 1) {
      expect((await refused()).status).toBe(first.status);
      const read = await api.get('asi.rep', `/v1/commands/${String(first.body.command)}`);
      expect(read.status).toBe(first.status);
    }
    const { rows } = await sql<{ points: number }>`
      SELECT points FROM engine.rate_limit WHERE key LIKE '%efus%'`.execute(api.engine.db);
    expect(rows.reduce((sum, { points }) => sum + points, 0)).toBeLessThan(4);
    expect((await start()).status).toBe(201);
  });
});
