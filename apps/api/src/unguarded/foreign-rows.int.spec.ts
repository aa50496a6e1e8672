import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canSee, emptyAgreement } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { READS } from '../docs/reads.js';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Listening } from '../testing/listening.js';

const SECRET = 'kept-between-the-two';
const NAME = 'Invited Zephyrine';
const MEMBER = 1529;

/**
 * The whole API without its own filters (see `jest.int.config.mjs`): everybody passes every guard and sees everything, as
 * far as the application itself asks. No row of others may come out all the same.
 */
describe('with the API’s own filters taken out', () => {
  let api: ApiUnderTest;
  let agreement: string;
  let version = 0;
  /** What tells of the agreement, wherever it stands. */
  const traces = new Map<string, string>();
  const places: number[] = [];

  const at = (person: string, command: string, payload: unknown) =>
    api.post(person, `/v1/agreements/${agreement}/${command}`, payload, {
      headers: { 'If-Match': `"${String(version)}"` },
    });

  beforeAll(async () => {
    api = await ApiUnderTest.start({ requestsPerMinute: 100_000, refusalsPerMinute: 100_000 });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const made = await api.post('asi.rep', '/v1/agreements', draft);
    agreement = String(made.body['agreement']);
    version = 1;
    const edited = await at('asi.rep', 'edit-request', { competence: SECRET });
    expect(edited.status).toBe(200);
    version = 2;
    const refused = await at('asi.rep', 'submit-request', {});
    const filed = await api.request(`/v1/agreements/${agreement}/attachments?purpose=OTHER`, {
      method: 'POST',
      body: '%PDF-1.7\nstartxref\n0\n%%EOF',
      headers: {
        Authorization: `Bearer ${await api.token('asi.rep')}`,
        'Content-Type': 'application/pdf',
      },
    });
    const paper = await api.get('asi.rep', `/v1/agreements/${agreement}/papers/audit-account`);
    expect([refused.status >= 400, filed.status, paper.status]).toEqual([true, 201, 200]);
    const invited = await api.post(
      'asi.mbua',
      `/v1/bodies/${String(MEMBER)}/people/invite-person`,
      {
        ...{ person: 'new.one', name: NAME, email: 'new@example.org' },
        grants: [{ role: 'NSB_REP' }],
      },
    );
    expect(invited.status).toBe(200);
    const { rows } = await sql<{ place: string; stream: string }>`
      SELECT index::text AS place, stream FROM log.event
       WHERE stream LIKE ${`%${agreement}`} OR stream = ${`people/${String(MEMBER)}`}`.execute(
      api.engine.admin,
    );
    const kinds = new Set(rows.map(({ stream }) => stream.split('/')[0]));
    expect([...kinds].sort()).toEqual(['access', 'agreement', 'papers', 'people', 'refusals']);
    places.push(...rows.map(({ place }) => Number(place)));
    const digest = /:(.+):/.exec(paper.headers.get('repr-digest') ?? '')?.[1] ?? '';
    for (const [what, trace] of Object.entries({
      agreement,
      command: String(made.body['command']),
      file: String(filed.body['sha256']),
      paper: Buffer.from(digest, 'base64').toString('hex'),
      words: SECRET,
      name: NAME,
    })) {
      traces.set(what, trace);
    }
  }, 120_000);
  afterAll(() => api.stop());

  const found = (text: string) => [...traces].filter(([, t]) => text.includes(t)).map(([w]) => w);
  const QUERIES: Readonly<Record<string, string>> = {
    '/v1/agreements': '?q=TC',
    '/v1/difference': '?from=@0',
    '/v1/agreements/{agreement}/difference': '?from=0',
    '/v1/agreements/{agreement}/terms/difference': '?from=1',
  };
  const addresses = READS.filter(
    ({ method, path, open }) => method === undefined && open !== true && path !== '/v1/updates',
  ).flatMap(({ path }) => {
    const address = (text: string) =>
      text
        .replace('{agreement}', agreement)
        .replace('{kind}', 'audit-account')
        .replace('{hash}', traces.get('file') ?? '')
        .replace('{clause}', 'objectives')
        .replace('{body}', String(MEMBER))
        .replace('{member}', String(MEMBER))
        .replace('{committee}', '47878')
        .replace('{id}', traces.get('command') ?? '')
        .replace(/\{\w+\}/g, '1');
    const query = QUERIES[path] ?? '';
    return [path, ...(path.startsWith('/v1/agreements') ? [`${path}?asOf=2099-01-01`] : [])].map(
      (one) => () => address(one.includes('?') ? one : `${one}${query}`),
    );
  });

  it('the domain says yes to everybody', () => {
    expect(canSee({ ...cast.third, grants: [], member: null }, emptyAgreement('x'))).toBe(true);
  });

  it('no address hands out what belongs to others: no event, paper, file, command or name', async () => {
    const leaks: string[] = [];
    const own = new Set<string>();
    for (const address of addresses) {
      const path = address();
      const { text, status } = await api.get('gsa.rep', path);
      const told = found(text).filter((what) => !path.includes(traces.get(what) ?? ''));
      if (told.length > 0) leaks.push(`${path} ${String(status)}: ${told.join()}`);
      if (path.includes(agreement) && status < 400) leaks.push(`${path} ${String(status)}`);
      for (const what of found((await api.get('asi.rep', path)).text)) own.add(what);
    }
    expect(leaks).toEqual([]);
    // To those whose it is, all of it comes out.
    expect([...own].sort()).toEqual(['agreement', 'command', 'file', 'name', 'paper', 'words']);
    expect(addresses.length).toBeGreaterThan(50);
  }, 120_000);

  it('no receipt, no ledger, no paper that is dropped in, and no command reaches it', async () => {
    expect(places.length).toBeGreaterThan(5);
    for (const place of places) {
      const path = `/v1/record/receipts/${String(place)}`;
      expect([place, (await api.get('gsa.rep', path)).status]).toEqual([place, 404]);
    }
    for (const ledger of ['/v1/audit/access', '/v1/audit/refusals']) {
      expect((await api.get('gsa.rep', ledger)).body.items).toEqual([]);
      expect(found((await api.get('auditor', ledger)).text)).toContain('agreement');
    }
    const bytes = await fetch(`${api.url}/v1/agreements/${agreement}/papers/audit-account`, {
      headers: { Authorization: `Bearer ${await api.token('asi.rep')}` },
    });
    const file = Buffer.from(await bytes.arrayBuffer());
    const dropped = async (person: string) => {
      const answer = await fetch(`${api.url}/v1/papers/check`, {
        method: 'POST',
        body: file,
        headers: {
          Authorization: `Bearer ${await api.token(person)}`,
          'Content-Type': 'application/pdf',
        },
      });
      return ((await answer.json()) as { known: boolean }).known;
    };
    expect([await dropped('asi.rep'), await dropped('gsa.rep')]).toEqual([true, false]);
    const tried = await at('gsa.rep', 'edit-request', { competence: 'x' });
    expect(tried.status).toBe(404);
  });

  it('no stream of updates tells of it', async () => {
    const listen = async (person: string) => {
      const Authorization = `Bearer ${await api.token(person)}`;
      const { listening } = await Listening.at(api, '/v1/updates?after=0', { Authorization });
      return listening;
    };
    const [foreign, own] = [await listen('gsa.rep'), await listen('asi.rep')];
    await own.until(() => own.changed().length >= 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([own.changed().length >= 2, foreign.changed()]).toEqual([true, []]);
    foreign.close();
    own.close();
  });
});
