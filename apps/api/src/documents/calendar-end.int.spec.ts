import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

describe('a private calendar', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  it('is kept for 90 days after its owner last signed in, as what they are then', async () => {
    const { body } = await api.post('asi.mbua', '/v1/me/calendar', {});
    const read = async () => (await api.request(String(body['address']))).status;
    const signsIn = async () =>
      (
        await api.request('/v1/session', {
          method: 'POST',
          body: JSON.stringify({ person: 'asi.mbua' }),
          headers: { 'Content-Type': 'application/json', origin: api.url },
        })
      ).status;
    const { db, admin } = api.engine;
    expect(await read()).toBe(200);
    const over = sql`UPDATE filing.feed
      SET valid_until = clock_timestamp() - interval '1 second' WHERE person = 'asi.mbua'`;
    await over.execute(admin);
    expect(await read()).toBe(404);
    expect([await signsIn(), await read()]).toEqual([204, 200]);
    const { rows } = await sql<{ days: number; member: string; step_up: string }>`
      SELECT extract(day FROM justify_hours(valid_until - clock_timestamp() + interval '1 hour'))::int AS days,
             principal->>'member' AS member, principal->>'stepUp' AS step_up
        FROM filing.feed WHERE person = 'asi.mbua'`.execute(db);
    expect(rows).toEqual([{ days: 90, member: '1529', step_up: 'false' }]);
    // Nobody who has none gets one by signing in.
    await api.request('/v1/me/calendar', {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${await api.token('asi.mbua')}` },
    });
    expect([await signsIn(), await read()]).toEqual([204, 404]);
  });
});
