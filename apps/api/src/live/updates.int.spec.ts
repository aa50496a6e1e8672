import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Listening } from '../testing/listening.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };

describe('live updates', () => {
  let api: ApiUnderTest;
  const open: Listening[] = [];
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterEach(() => {
    for (const listening of open.splice(0)) listening.close();
  });
  afterAll(() => api.stop());

  const listen = async (
    person: string,
    given: { path?: string; headers?: Record<string, string> } = {},
  ) => {
    const { path = '/v1/updates', headers = {} } = given;
    const Authorization = `Bearer ${await api.token(person)}`;
    const { listening, response } = await Listening.at(api, path, { Authorization, ...headers });
    open.push(listening);
    await listening.until(() => listening.told.length > 0);
    return { listening, response };
  };
  const draft = async () => {
    const { body } = await api.post('asi.rep', '/v1/agreements', DRAFT);
    return body['agreement'] as string;
  };
  const edit = (agreement: string, version: number) =>
    api.post(
      'asi.rep',
      `/v1/agreements/${agreement}/edit-request`,
      { competence: `Text ${String(version)}` },
      { headers: { 'If-Match': `"${String(version)}"` } },
    );
  const asSession = async (person: string) => {
    const opened = await api.request('/v1/session', {
      method: 'POST',
      body: JSON.stringify({ person }),
      headers: { 'Content-Type': 'application/json', origin: api.url },
    });
    return opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };

  it('tell those who may see an agreement that it changed, with its place in the record', async () => {
    const { listening, response } = await listen('asi.rep');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const agreement = await draft();
    await listening.until(() => listening.changed().length > 0);
    const told = listening.told.find(({ event }) => event === 'changed');
    expect(told?.data).toMatchObject({ agreement, version: 1, index: told?.id });
  });

  it('tell nobody else of it', async () => {
    const { listening } = await listen('ies.rep');
    const before = (await api.get('ies.rep', '/v1/me')).body['entries'] as number;
    const agreement = await draft();
    const { listening: own } = await listen('asi.rep', {
      path: `/v1/updates?after=${String(before - 1)}`,
    });
    await own.until(() => own.changed().length > 0);
    expect(own.told.at(-1)?.data).toMatchObject({ agreement });
    // Longer than a look at the record takes.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(listening.changed()).toEqual([]);
  });

  it('resume behind the last one that was seen: none lost, none twice, in order', async () => {
    const agreement = await draft();
    const { listening: first } = await listen('asi.rep', { path: '/v1/updates?after=-1' });
    await first.until(() => first.told.some(({ data }) => data['agreement'] === agreement));
    const versions: unknown[] = [];
    let last = first.lastId ?? -1;
    for (let round = 1; round <= 6; round += 1) {
      // While nobody listens; then a new connection, cut after the first it hears.
      expect((await edit(agreement, round)).status).toBe(200);
      const { listening } = await listen('asi.rep', {
        headers: { 'Last-Event-ID': String(last) },
      });
      await listening.until(() => listening.changed().length > 0);
      versions.push(...listening.changed());
      last = listening.lastId ?? last;
      listening.close();
    }
    expect(versions).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('go on from the end for a place that is beyond the record, and refuse one that is none', async () => {
    const { listening } = await listen('asi.rep', { headers: { 'Last-Event-ID': '99999999' } });
    const agreement = await draft();
    await listening.until(() => listening.changed().length > 0);
    expect(listening.told.at(-1)?.data).toMatchObject({ agreement });
    const wrong = await api.get('asi.rep', '/v1/updates?after=yesterday');
    expect([wrong.status, wrong.body['code']]).toEqual([400, 'INVALID_INPUT']);
  });

  it('end at once when the person signs out, and say so', async () => {
    const cookie = await asSession('asi.rep');
    const { listening } = await Listening.at(api, '/v1/updates', { cookie });
    open.push(listening);
    await listening.until(() => listening.told.length > 0);
    await api.request('/v1/session', { method: 'DELETE', headers: { cookie, origin: api.url } });
    await listening.until(() => listening.isOver);
    expect([listening.isOver, listening.told.at(-1)?.event]).toEqual([true, 'ended']);
  });

  it('end at once when their owner ends the session from elsewhere: one, or all others', async () => {
    const [here, one, other] = [
      await asSession('gsa.rep'),
      await asSession('gsa.rep'),
      await asSession('gsa.rep'),
    ];
    const [first, second] = await Promise.all(
      [one, other].map(async (cookie) => {
        const { listening } = await Listening.at(api, '/v1/updates', { cookie });
        open.push(listening);
        await listening.until(() => listening.told.length > 0);
        return listening;
      }),
    );
    const own = (path: string, init: object = {}) =>
      api.request(`/v1/me/sessions${path}`, {
        ...init,
        headers: { cookie: here, origin: api.url },
      });
    const handle = createHash('sha256')
      .update(one.split('=')[1] ?? '')
      .digest('hex')
      .slice(0, 16);
    const since = performance.now();
    expect((await own(`/${handle}`, { method: 'DELETE' })).status).toBe(204);
    await first?.until(() => first.isOver);
    expect([first?.told.at(-1)?.event, second?.isOver]).toEqual(['ended', false]);
    expect((await own('', { method: 'DELETE' })).body).toEqual({ ended: 1 });
    await second?.until(() => second.isOver);
    expect(second?.told.at(-1)?.event).toBe('ended');
    expect(performance.now() - since).toBeLessThan(4_500);
  });

  it('tell somebody whom their body has ended nothing more, in a stream that was open before', async () => {
    const agreement = await draft();
    const to = `/v1/agreements/${agreement}`;
    await api.post(
      'asi.rep',
      `${to}/invite-partner`,
      { member: 1725 },
      { headers: { 'If-Match': '"1"' } },
    );
    const cookie = await asSession('asi.rep');
    const { listening } = await Listening.at(api, '/v1/updates', { cookie });
    const { listening: partner } = await listen('ies.rep');
    open.push(listening);
    await listening.until(() => listening.told.length > 0);
    await api.post('asi.mbua', '/v1/bodies/1529/people/end-person', { person: 'asi.rep' });
    const confirmed = await api.post(
      'ies.rep',
      `${to}/confirm-partner`,
      {},
      { headers: { 'If-Match': '"2"' } },
    );
    expect(confirmed.status).toBe(200);
    await partner.until(() => partner.changed().length > 0);
    expect(partner.changed()).toEqual([3]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(listening.changed()).toEqual([]);
    // The next beat closes it.
    await listening.until(() => listening.isOver);
    await listening.until(() => listening.isOver);
    expect(listening.told.at(-1)?.event).toBe('ended');
  });

  it('are for those who are signed in, and for a limited number of streams each', async () => {
    expect((await api.request('/v1/updates')).status).toBe(401);
    const all = await Promise.all(Array.from({ length: 20 }, () => listen('tmb.sec')));
    expect(all.map(({ response }) => response.status)).toEqual(Array(20).fill(200));
    const one = await api.get('tmb.sec', '/v1/updates');
    expect([one.status, one.body['code']]).toEqual([429, 'TOO_MANY_STREAMS']);
  });
});
