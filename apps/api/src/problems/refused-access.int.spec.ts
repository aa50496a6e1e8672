import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assessedChair, partnersOfLead, registered } from '@twinning/engine/testing';
import { logSize } from '@twinning/event-log';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { driving, PERSON } from '../testing/driving.js';
import { LEDGER_BUDGET, RefusedAccesses } from './refused-access.js';

interface Entry {
  readonly index: number;
  readonly at: string;
  readonly person: string;
  readonly code: string;
  readonly title: string;
  readonly route: string | null;
  readonly command: string | null;
  readonly agreement: string | null;
  readonly last: boolean;
  readonly count: number | null;
}

describe('what the edge refuses to a person it knows', () => {
  let api: ApiUnderTest;
  let id = '';
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    id = await registered(driving(api));
  });
  afterAll(() => api.stop());

  const ledger = async (language = 'en', from = 0): Promise<readonly Entry[]> => {
    const path = `/v1/audit/refusals?limit=500&from=${String(from)}`;
    const { body } = await api.get('auditor', path, { 'Accept-Language': language });
    return (body as unknown as { items: readonly Entry[] }).items;
  };
  const newOf = async (work: () => Promise<unknown>) => {
    const before = (await ledger()).length;
    await work();
    return (await ledger()).slice(before);
  };

  it('is an entry of the refusal ledger: a read by the guard, a paper, an export, a step-up', async () => {
    const entry = { person: 'committee.manager', code: 'FORBIDDEN', command: null };
    const at = `/v1/agreements/${id}`;
    expect(
      await newOf(async () => {
        for (const path of ['/v1/audit/access', `${at}/papers/agreement`, `${at}/case-file`]) {
          expect((await api.get('committee.manager', path)).status).toBe(403);
        }
      }),
    ).toMatchObject([
      { ...entry, route: 'GET /v1/audit/access', agreement: null },
      { ...entry, route: 'GET /v1/agreements/:id/papers/:kind', agreement: id },
      { ...entry, route: 'GET /v1/agreements/:id/case-file', agreement: id },
    ]);

    // Its receipt is for who was refused, and for nobody whose sight hangs on an agreement.
    const { index } = (await ledger()).at(-1) ?? { index: -1 };
    const receipt = async (person: string) =>
      (await api.get(person, `/v1/record/receipts/${String(index)}`)).status;
    expect([await receipt('committee.manager'), await receipt('iso.cs')]).toEqual([200, 404]);

    const doing = driving(api);
    const { committee, bodies } = await partnersOfLead(api.engine.db);
    const [body] = bodies;
    if (body === undefined) throw new Error('No partner.');
    const chair = await assessedChair(doing, committee, body);
    await doing.does(PERSON.tmbSec, chair, 'OpenTmbBallot', {
      entitled: [PERSON.tmbMember.member],
    });
    const { version } = await doing.state(chair);
    const voted = await newOf(() =>
      api.post(
        'gsa.tmb',
        `/v1/agreements/${chair}/cast-tmb-vote`,
        { choice: 'APPROVE' },
        {
          stepUp: false,
          headers: { 'If-Match': `"${String(version)}"` },
        },
      ),
    );
    expect(voted).toMatchObject([
      { person: 'gsa.tmb', code: 'STEP_UP_REQUIRED', command: 'CastTmbVote', agreement: chair },
    ]);
  });

  it('names no agreement that the caller does not see, and nothing that was sent', async () => {
    const planted = randomUUID();
    const answers: string[] = [];
    const entries = await newOf(async () => {
      // The guard refuses before anybody looks whether there is such an agreement.
      for (const path of [
        `/v1/audit/access?agreement=${id}`,
        `/v1/audit/access?agreement=${planted}`,
      ]) {
        const { text } = await api.get('gsa.mbua', path, { 'X-Correlation-Id': planted });
        answers.push(text.replace(/"correlation":"[^"]*"/, ''));
      }
      // What is not there for somebody is no refusal: it leaves no trace that could be told from another.
      for (const foreign of [id, planted]) {
        expect((await api.get('gsa.rep', `/v1/agreements/${foreign}/case-file`)).status).toBe(404);
      }
    });
    expect(new Set(answers).size).toBe(1);
    expect(entries.map((e) => [e.person, e.agreement, e.route])).toEqual([
      ['gsa.mbua', null, 'GET /v1/audit/access'],
      ['gsa.mbua', null, 'GET /v1/audit/access'],
    ]);
    const { rows } = await sql<{ said: string }>`
      SELECT payload::text AS said FROM log.event WHERE stream = 'refusals/edge'`.execute(
      api.engine.admin,
    );
    expect(rows.filter(({ said }) => said.includes(planted))).toEqual([]);
  });

  it('is told with what a rule refused, in both languages, to auditors alone', async () => {
    const { version } = await driving(api).state(id);
    await api.post(
      'asi.rep',
      `/v1/agreements/${id}/register-in-gd`,
      {},
      {
        headers: { 'If-Match': `"${String(version)}"` },
      },
    );
    const titles = async (language: string) =>
      new Map((await ledger(language)).map((e) => [e.code, e.title]));
    const [en, fr] = [await titles('en'), await titles('fr')];
    expect(en.get('FORBIDDEN')).toBe('This is not for your role.');
    for (const code of ['FORBIDDEN', 'STEP_UP_REQUIRED', 'FORBIDDEN_ROLE']) {
      expect([code, typeof fr.get(code)]).toEqual([code, 'string']);
      expect(fr.get(code)).not.toBe(en.get(code));
    }
    const [first, second] = await ledger();
    expect((await ledger('en', (first?.index ?? 0) + 1))[0]).toEqual(second);
    expect((await api.get('asi.mbua', '/v1/audit/refusals')).status).toBe(403);
  });

  it('costs nothing any more when a person has used up their entries; others still have theirs', async () => {
    const refused = () => api.get('ies.rep', '/v1/audit/access');
    const entries = await newOf(async () => {
      for (let n = 0; n < LEDGER_BUDGET.points; n += 1) await refused();
    });
    expect(entries).toHaveLength(LEDGER_BUDGET.points);
    expect(entries.map((e) => e.last).lastIndexOf(true)).toBe(LEDGER_BUDGET.points - 1);
    expect(entries.filter((e) => e.last)).toHaveLength(1);
    const size = await logSize(api.engine.db);
    for (let n = 0; n < 20; n += 1) expect((await refused()).status).toBe(403);
    expect(await logSize(api.engine.db)).toBe(size);
    expect(await newOf(() => api.get('ies.mbua', '/v1/audit/access'))).toHaveLength(1);
  });

  it('and is summed up in one entry with their number and routes', async () => {
    const summed = await newOf(() => api.app.get(RefusedAccesses).flush());
    expect(summed.filter(({ person }) => person === 'ies.rep')).toMatchObject([
      { code: 'FORBIDDEN', route: 'GET /v1/audit/access', agreement: null, count: 20 },
    ]);
    expect(await newOf(() => api.app.get(RefusedAccesses).flush())).toEqual([]);
  });

  it('is one entry for ids that are not shown, foreign and made up alike, without them', async () => {
    const probing = async (person: string, ids: readonly string[]) => {
      const entries = await newOf(async () => {
        for (const one of ids) {
          expect((await api.get(person, `/v1/agreements/${one}`)).status).toBe(404);
          expect((await api.get(person, `/v1/agreements/${one}/events`)).status).toBe(404);
        }
        expect((await api.get(person, '/v1/nothing-here')).status).toBe(404);
        await api.app.get(RefusedAccesses).flush();
      });
      expect(entries).toHaveLength(1);
      const [{ index: _, at: __, ...entry } = {} as Entry] = entries;
      return entry;
    };
    const foreign = await probing('gsa.rep', [id, id]);
    expect(foreign).toMatchObject({
      ...{ person: 'gsa.rep', code: 'NOT_FOUND', agreement: null, count: 4 },
      route: 'GET /v1/agreements/:id, GET /v1/agreements/:id/events',
    });
    expect(await probing('gsa.rep', [randomUUID(), randomUUID()])).toEqual(foreign);
    expect(JSON.stringify(foreign)).not.toContain(id);
  });

  it('hides no attempt at a case file or a paper behind others that were made before', async () => {
    const person = 'committee.manager';
    for (let n = 0; n < LEDGER_BUDGET.points + 1; n += 1) await api.get(person, '/v1/audit/access');
    const at = `/v1/agreements/${id}`;
    expect(
      await newOf(async () => {
        for (const path of ['/v1/audit/access', `${at}/case-file`, `${at}/papers/agreement`]) {
          expect((await api.get(person, path)).status).toBe(403);
        }
      }),
    ).toMatchObject([
      { person, route: 'GET /v1/agreements/:id/case-file' },
      { person, route: 'GET /v1/agreements/:id/papers/:kind' },
    ]);
  });

  it.each(['access', 'refusals'])(
    'gives the ledger of %s from its newest entry back',
    async (ledger) => {
      await api.get('ies.rep', '/v1/audit/access');
      await api.get('ies.mbua', '/v1/audit/access');
      for (let n = 0; n < 2; n += 1) await api.get('auditor', `/v1/agreements/${id}/case-file`);
      const indexes = async (asked: string) => {
        const { body } = await api.get('auditor', `/v1/audit/${ledger}?${asked}`);
        return (body['items'] as { index: number }[]).map(({ index }) => index);
      };
      const all = await indexes('limit=500');
      const newest = await indexes('order=newest&limit=1');
      expect(newest).toEqual(all.slice(-1));
      expect(await indexes(`order=newest&limit=1&before=${String(newest[0])}`)).toEqual(
        all.slice(-2, -1),
      );
      expect(await indexes(`before=${String(newest[0])}&limit=500`)).toEqual(all.slice(0, -1));
    },
  );
});
