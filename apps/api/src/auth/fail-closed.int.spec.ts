import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { ApiUnderTest } from '../testing/api-under-test.js';

const DAY_MS = 86_400_000;
const RealDate = Date;

/** A clock of this process that goes a day behind. */
class Yesterday extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(RealDate.now() - DAY_MS);
    else super(...given);
  }
  static override now(): number {
    return RealDate.now() - DAY_MS;
  }
}

/** What needs who one is: reads, a command, one's own things. */
const PATHS = ['/v1/me', '/v1/tasks', '/v1/agreements', '/v1/updates', '/v1/me/sessions'] as const;

describe('when something that it stands on is wrong, the service lets nobody in', () => {
  let api: ApiUnderTest;
  let cookie: string;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    const opened = await api.request('/v1/session', {
      method: 'POST',
      body: JSON.stringify({ person: 'asi.rep' }),
      headers: { 'Content-Type': 'application/json', origin: api.url },
    });
    cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    // Known to the process already: what it remembers must not stand in for what it cannot ask.
    expect((await api.get('asi.rep', '/v1/me')).status).toBe(200);
  });
  afterEach(() => {
    globalThis.Date = RealDate;
  });
  afterAll(() => api.stop());

  const statuses = async () => {
    const Authorization = `Bearer ${await api.token('asi.rep')}`;
    const answers = await Promise.all([
      ...PATHS.filter((path) => path !== '/v1/updates').flatMap((path) => [
        api.request(path, { headers: { Authorization } }),
        api.request(path, { headers: { cookie } }),
      ]),
      api.post('asi.rep', '/v1/agreements', {
        side: 'LEAD',
        type: 'P_MEMBER',
        committee: 47878,
      }),
    ]);
    return [...new Set(answers.map(({ status }) => status))].sort();
  };
  const asAdmin = (statement: string) => sql.raw(statement).execute(api.engine.admin);

  it('lets them in while all is well', async () => {
    expect(await statuses()).toEqual([200, 201]);
  });

  it.each([
    ['who people are', 'read.person'],
    ['who stands in for whom', 'read.delegation'],
    ['how often somebody asked', 'engine.rate_limit'],
  ])('without what says %s', async (_, table) => {
    await asAdmin(`ALTER TABLE ${table} RENAME TO away`);
    const [schema] = table.split('.');
    try {
      // A budget is asked once in ten times.
      const seen: number[] = [];
      for (let round = 0; round < 3; round += 1) seen.push(...(await statuses()));
      if (table === 'engine.rate_limit') expect(seen.some((status) => status >= 500)).toBe(true);
      else expect(seen.filter((status) => status < 500)).toEqual([]);
    } finally {
      await asAdmin(`ALTER TABLE ${schema ?? ''}.away RENAME TO ${table.split('.')[1] ?? ''}`);
    }
    expect(await statuses()).toEqual([200, 201]);
  });

  it('without the database, whatever it remembers', async () => {
    const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(
      api.engine.admin,
    );
    const name = rows[0]?.name ?? '';
    await asAdmin(`REVOKE CONNECT ON DATABASE "${name}" FROM PUBLIC, twinning_app`);
    try {
      await asAdmin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND usename = 'twinning_app'`,
      );
      for (let round = 0; round < 3; round += 1) {
        expect((await statuses()).filter((status) => status < 500)).toEqual([]);
      }
    } finally {
      await asAdmin(`GRANT CONNECT ON DATABASE "${name}" TO PUBLIC`);
    }
    expect(await statuses()).toEqual([200, 201]);
  });

  it('with a clock that was set back a day: what has expired stays expired', async () => {
    const Authorization = `Bearer ${await api.token('asi.rep')}`;
    const [, body = ''] = Authorization.split('.');
    const { exp, iat } = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
      exp: number;
      iat: number;
    };
    // Made a day ago by the issuer, whose clock was right.
    globalThis.Date = Yesterday as DateConstructor;
    expect(new Date().getTime()).toBeLessThan(RealDate.now() - DAY_MS / 2);
    const old = `Bearer ${await api.token('asi.rep')}`;
    expect(old).not.toBe(Authorization);
    expect(exp - iat).toBeLessThan(DAY_MS / 1000);
    const answer = await api.request('/v1/me', { headers: { Authorization: old } });
    expect([answer.status, answer.body.code]).toEqual([401, 'TOKEN_INVALID']);
  });
});
