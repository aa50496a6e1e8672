import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { randomBytes, randomUUID } from 'node:crypto';
import { openApiDocument } from '../docs/openapi.js';
import { signCheckpoint, signerIn } from '@twinning/event-log';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resources } from '../resources.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { disguised } from '../testing/disguises.js';
import { raw } from '../testing/raw.js';

const WRITES = ['post', 'put', 'patch', 'delete'];
const AT_ONCE = 50;
/** Commands of one kind stand behind one route: one of each in every run, all of them at night. */
const isNight = Number(process.env['TWINNING_RUNS'] ?? '1') > 1;
const FAMILY =
  /^\/v1\/(agreements\/\{agreement\}|bodies\/\{body\}\/people|participation\/\{member\}\/\{committee\})\/(?!attachments)[a-z-]+$/;

interface Write {
  readonly method: string;
  readonly path: string;
}

function writes(): readonly Write[] {
  const paths = Object.entries(openApiDocument().paths as Record<string, object>);
  const all = paths.flatMap(([path, item]) =>
    WRITES.filter((method) => method in item).map((method) => ({ method, path })),
  );
  const families = new Set<string>();
  return all.filter(({ path }) => {
    const family = FAMILY.exec(path)?.[1];
    if (family === undefined || isNight) return true;
    const isFirst = !families.has(family);
    families.add(family);
    return isFirst;
  });
}

describe('what writes, without anybody signed in', () => {
  let api: ApiUnderTest;
  let agreement: string;
  beforeAll(async () => {
    api = await ApiUnderTest.start({
      requestsPerMinute: 1_000_000,
      failedTokensPerMinute: 1_000_000,
    });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const made = await api.post('asi.rep', '/v1/agreements', draft);
    agreement = String(made.body['agreement']);
    const opened = await api.post('asi.rep', '/v1/me/calendar', { language: 'en' });
    expect([made.status, opened.status]).toEqual([201, 201]);
  });
  afterAll(() => api.stop());

  /** Everything that a handler could have left behind. */
  const left = async (): Promise<unknown> => {
    const { rows } = await sql`
      SELECT (SELECT size FROM log.head) AS events, (SELECT count(*) FROM engine.command) AS commands,
             (SELECT count(*) FROM engine.people_command) AS people,
             (SELECT count(*) FROM engine.participation_command) AS participations,
             (SELECT count(*) FROM engine.reminder) AS reminders, (SELECT count(*) FROM engine.session) AS sessions,
             (SELECT count(*) FROM engine.unsuggested) AS unsuggested, (SELECT count(*) FROM filing.feed) AS feeds,
             (SELECT count(*) FROM filing.attachment) AS files, (SELECT count(*) FROM registry.snapshot) AS snapshots`.execute(
      api.engine.admin,
    );
    return rows[0];
  };

  it('is reached by no encoding, dot, slash, case or method: 200 and more of every route', async () => {
    const before = await left();
    const routes = writes();
    expect(routes.length).toBeGreaterThanOrEqual(isNight ? 130 : 15);
    const passed: string[] = [];
    let asked = 0;
    const ask = async (method: string, path: string, more: Record<string, string> = {}) => {
      asked += 1;
      const { status, body } = await raw(api.url, path, {
        method,
        body: '{}',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': '2',
          'Idempotency-Key': randomUUID(),
          'If-Match': '"1"',
          ...more,
        },
      });
      if (status < 400 || body.includes(agreement))
        passed.push(`${method} ${path} ${String(status)}`);
    };
    const all = routes.flatMap(({ method, path }) => {
      const address = path.replace('{agreement}', agreement).replace(/\{\w+\}/g, '1529');
      const ways = disguised(address);
      expect(ways.length).toBeGreaterThanOrEqual(200);
      const upper = method.toUpperCase();
      return [
        ...ways.map((way) => () => ask(upper, way)),
        // A method that is only claimed.
        ...['GET', 'POST', 'PUT'].map(
          (claimed) => () =>
            ask(claimed, address, { 'X-HTTP-Method-Override': upper, 'X-Original-URL': address }),
        ),
      ];
    });
    for (let done = 0; done < all.length; done += AT_ONCE) {
      await Promise.all(all.slice(done, done + AT_ONCE).map((one) => one()));
    }
    expect(passed).toEqual([]);
    expect(asked).toBeGreaterThan(routes.length * 200);
    expect(await left()).toEqual(before);
  }, 1_200_000);

  it('is reached in no disguise by somebody signed in while the record is not continued', async () => {
    const { dataFolder } = api.config;
    const signer = await signerIn(dataFolder, 'test/log');
    const lost = { origin: 'test/log', size: 1_000_000, root: randomBytes(32) };
    await writeFile(join(dataFolder, 'last-checkpoint'), signCheckpoint(lost, signer));
    expect(await api.app.get(Resources).continuity.look()).not.toBeNull();
    const before = await left();
    const body = JSON.stringify({ side: 'LEAD', type: 'P_MEMBER', committee: 47878 });
    const Authorization = `Bearer ${await api.token('asi.rep', true)}`;
    const ways = disguised('/v1/agreements');
    const reached: string[] = [];
    for (let done = 0; done < ways.length; done += AT_ONCE) {
      await Promise.all(
        ways.slice(done, done + AT_ONCE).map(async (way) => {
          const { status } = await raw(api.url, way, {
            method: 'POST',
            body,
            headers: {
              Authorization,
              'Content-Type': 'application/json',
              'Content-Length': String(body.length),
              'Idempotency-Key': randomUUID(),
            },
          });
          if (status < 400) reached.push(way);
        }),
      );
    }
    expect(reached).toEqual([]);
    expect(await left()).toEqual(before);
  }, 600_000);
});
