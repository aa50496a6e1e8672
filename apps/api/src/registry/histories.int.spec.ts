import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

const IES = 1725;
const TC34SC5 = 47878;

describe('the history of members and committees', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const get = async (path: string) => api.get('ies.rep', `/v1/registry/${path}`);

  it('joins the stretches of one status, and keeps what is over', async () => {
    await sql`DELETE FROM registry.membership WHERE member = ${IES} AND committee = ${TC34SC5}`.execute(
      api.engine.db,
    );
    const periods = [
      ['2020-01-01', '2021-01-01', 'O'],
      ['2021-01-01', '2023-05-01', 'O'],
      ['2023-05-01', null, 'P'],
    ] as const;
    for (const [from, to, status] of periods) {
      await sql`INSERT INTO registry.membership (committee, member, status, valid_from, valid_to)
        VALUES (${TC34SC5}, ${IES}, ${status}, ${from}::date, ${to}::date)`.execute(api.engine.db);
    }
    const { status, body } = await get(`members/${String(IES)}/history`);
    expect(status).toBe(200);
    const { memberships } = body as { memberships: readonly { committee: number }[] };
    expect(memberships.find(({ committee }) => committee === TC34SC5)).toEqual({
      committee: TC34SC5,
      reference: 'ISO/TC 34/SC 5',
      periods: [
        { from: '2020-01-01', to: '2023-05-01', status: 'O' },
        { from: '2023-05-01', to: null, status: 'P' },
      ],
    });
  });

  it('tells what a committee was called, and knows no other', async () => {
    const { status, body } = await get(`committees/${String(TC34SC5)}/history`);
    expect(status).toBe(200);
    expect(body['items']).toEqual([
      expect.objectContaining({ reference: 'ISO/TC 34/SC 5', to: null }),
    ]);
    expect((await get('committees/1/history')).status).toBe(404);
    expect((await get('members/1/history')).status).toBe(404);
  });
});
