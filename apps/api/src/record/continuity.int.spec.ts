import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimedCheckpoint, logSize, signCheckpoint, signerIn } from '@twinning/event-log';
import { sql } from 'kysely';
import { AccessLog, RefusalLedger } from '@twinning/engine';
import { COMMITTEE } from '@twinning/engine/testing';
import { cast } from '@twinning/domain/testing';
import { randomBytes, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resources } from '../resources.js';
import { CheckpointKeeper } from './checkpoint-keeper.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, formOf } from '../testing/browser.js';
import { raw } from '../testing/raw.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };

describe('a log that was put back from a backup', () => {
  let api: ApiUnderTest;
  let memory: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    memory = join(api.config.dataFolder, 'last-checkpoint');
  });
  afterAll(() => api.stop());

  const headers = async (language: string, person = 'asi.rep') => ({
    Authorization: `Bearer ${await api.token(person, true)}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
    'Accept-Language': language,
  });
  const post = async (path: string, body: unknown, language = 'en', person?: string) =>
    api.request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: await headers(language, person),
    });
  const look = () => api.app.get(Resources).continuity.look();
  const stored = async () =>
    Number((await api.engine.db.selectFrom('engine.command').select('id').execute()).length);

  it('is known by what was signed of it unasked, as often as it had grown', async () => {
    const { db } = api.app.get(Resources);
    const signer = await signerIn(api.config.dataFolder, 'test/log');
    const kept = async () => {
      const note = await signer.memory?.last();
      return note == null ? null : claimedCheckpoint(note).size;
    };
    expect(await kept()).toBeNull();
    const keeper = new CheckpointKeeper(() => ({ db, signer }), 20);
    keeper.start();
    for (let drafts = 0; drafts < 2; drafts += 1) {
      expect((await post('/v1/agreements', DRAFT)).status).toBe(201);
      const size = await logSize(db);
      for (let left = 100; left > 0 && (await kept()) !== size; left -= 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await kept()).toBe(size);
    }
    await keeper.stop();
    const { rows } = await sql<{ signed: number }>`
      SELECT count(*)::int AS signed FROM log.checkpoint`.execute(db);
    expect(rows[0]?.signed).toBeLessThanOrEqual(3);
  });

  it('is read and not decided on until it is continued; both languages and the readiness say so', async () => {
    expect((await post('/v1/agreements', DRAFT)).status).toBe(201);
    const before = await stored();
    const signer = await signerIn(api.config.dataFolder, 'test/log');
    const lost = { origin: 'test/log', size: 1_000_000, root: randomBytes(32) };
    await writeFile(memory, signCheckpoint(lost, signer));
    await look();

    const refused = await post('/v1/agreements', DRAFT);
    expect([refused.status, refused.body.code]).toEqual([503, 'RECORD_NOT_CONTINUED']);
    expect(refused.body.title).toContain('restored from a backup');
    const french = await post('/v1/agreements', DRAFT, 'fr');
    expect(french.body.title).toContain('restauré d’une sauvegarde');
    const naming = await post('/v1/bodies/1725/people/name-person', {}, 'en', 'asi.mbua');
    expect(naming.body.code).toBe('RECORD_NOT_CONTINUED');
    // One's own settings leave nothing in the record.
    expect((await post('/v1/me/calendar', {})).body.code).not.toBe('RECORD_NOT_CONTINUED');
    expect(await stored()).toBe(before);
    expect((await api.request('/v1/agreements', { headers: await headers('en') })).status).toBe(
      200,
    );
    const health = await api.request('/health/ready');
    expect(health.status).toBe(200);
    expect(health.body).toMatchObject({
      status: 'degraded',
      reasons: [{ reason: 'RECORD_NOT_CONTINUED', count: 1 }],
    });

    await rm(memory);
    await look();
    expect(
      (await post('/v1/agreements', { ...DRAFT, type: 'CONVENOR', workingGroup: 'WG 1' })).status,
    ).toBe(201);
    expect((await api.request('/health/ready')).body).toMatchObject({ status: 'ready' });
  });

  it('takes nothing at all meanwhile: no reading that is recorded, no refusal, no name, no disguise', async () => {
    const { db } = api.app.get(Resources);
    const signer = await signerIn(api.config.dataFolder, 'test/log');
    const lost = { origin: 'test/log', size: 1_000_000, root: randomBytes(32) };
    await writeFile(memory, signCheckpoint(lost, signer));
    await look();
    const size = await logSize(db);
    const commands = await stored();
    const by = { caller: cast.lead, correlation: 'test', agreement: randomUUID() };
    await expect(
      api.app.get(AccessLog).record({ ...by, kind: 'DocumentRead', details: {} }),
    ).rejects.toMatchObject({ code: 'RECORD_NOT_CONTINUED' });
    await expect(
      api.app.get(RefusalLedger).record({
        ...by,
        code: 'FORBIDDEN',
        command: null,
        route: 'GET /v1/audit/access',
        last: false,
      }),
    ).rejects.toMatchObject({ code: 'RECORD_NOT_CONTINUED' });
    const audit = await api.request('/v1/audit/access', { headers: await headers('en') });
    expect(audit.body.code).toBe('FORBIDDEN');
    const browser = new Browser();
    const page = await browser.visit(`${api.url}/v1/session/login`);
    await browser.visit(formOf(page).action, { person: 'ies.rep' });
    const { body } = await api.request('/v1/session', {
      headers: { cookie: browser.cookies('/v1/session') },
    });
    expect(body).toMatchObject({ signedIn: true, person: 'ies.rep' });
    const draft = JSON.stringify(DRAFT);
    for (const path of ['/%76%31/agreements', '/v1/%61greements', 'http://x/v1/agreements']) {
      const answer = await raw(api.url, path, {
        method: 'POST',
        body: draft,
        headers: { ...(await headers('en')), 'Content-Length': String(draft.length) },
      });
      expect([path, answer.status]).toEqual([path, 503]);
    }
    expect([await logSize(db), await stored()]).toEqual([size, commands]);
    await rm(memory);
    await look();
  });

  it.each(['/v1/agreements', '/%76%31/agreements', 'http://x/v1/agreements'])(
    'knows methods and filters of %s as it is read, not as it is written',
    async (path) => {
      const filter = await raw(api.url, `${path}?nonsense=1`, { headers: await headers('en') });
      expect([filter.status, filter.body]).toEqual([400, expect.stringContaining('/nonsense')]);
      const method = await raw(api.url, path, { method: 'DELETE', headers: await headers('en') });
      expect(method.status).toBe(405);
    },
  );

  it('has other tiles when it goes on: nobody is told to keep one for ever', async () => {
    const tile = await api.request('/tile/0/000.p/1');
    expect(tile.status).toBe(200);
    expect(tile.headers.get('cache-control')).toBe('no-cache');
  });
});
