import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from '../testing/api-under-test.js';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const OWN = '/v1/me/sessions';

interface Item {
  readonly handle: string;
  readonly current: boolean;
  readonly device: string | null;
}

describe('one’s own sessions', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  /** Signs in and gives the session's cookie. */
  const signIn = async (person: string, userAgent = FIREFOX) => {
    const opened = await api.request('/v1/session', {
      method: 'POST',
      body: JSON.stringify({ person }),
      headers: { 'Content-Type': 'application/json', origin: api.url, 'User-Agent': userAgent },
    });
    return opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const listed = async (cookie: string) => {
    const { status, body } = await api.request(OWN, { headers: { cookie } });
    return { status, items: (body.items ?? []) as readonly Item[] };
  };
  const end = (cookie: string, handle = '', origin = api.url) =>
    api.request(handle === '' ? OWN : `${OWN}/${handle}`, {
      method: 'DELETE',
      headers: { cookie, origin },
    });
  const isSignedIn = async (cookie: string) =>
    (await api.request('/v1/session', { headers: { cookie } })).body.signedIn;

  it('are seen: the one that asks, the others, and on what; never what a cookie holds', async () => {
    const [first, second] = [await signIn('asi.rep'), await signIn('asi.rep', 'curl/8')];
    await signIn('ies.rep');
    const { items } = await listed(first);
    expect(items.map(({ current, device }) => [current, device])).toEqual(
      expect.arrayContaining([
        [true, 'Firefox, Linux'],
        [false, null],
      ]),
    );
    expect(items).toHaveLength(2);
    const text = JSON.stringify(items);
    expect([first, second].filter((cookie) => text.includes(cookie.split('=')[1] ?? ''))).toEqual(
      [],
    );
  });

  it('are ended one by one, at once, and by nobody else', async () => {
    const [here, there, stranger] = [
      await signIn('gsa.rep'),
      await signIn('gsa.rep'),
      await signIn('ies.rep'),
    ];
    const { handle = '' } = (await listed(here)).items.find((item) => !item.current) ?? {};
    const [foreign, none] = [await end(stranger, handle), await end(stranger, '0'.repeat(16))];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    expect(foreign.text.length).toBe(none.text.length);
    expect(await isSignedIn(there)).toBe(true);
    // Another site's page cannot, with the cookie that the browser sends along.
    expect((await end(here, handle, 'https://evil.example')).status).toBe(403);
    expect(await isSignedIn(there)).toBe(true);
    expect((await end(here, handle)).status).toBe(204);
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false]);
    expect((await end(here, handle)).status).toBe(404);
    expect((await listed(there)).status).toBe(401);
  });

  it('are ended all at once but the one that asks; by a token, all', async () => {
    const cookies = [await signIn('kebs.rep'), await signIn('kebs.rep'), await signIn('kebs.rep')];
    const other = await signIn('ies.rep');
    const [here = ''] = cookies;
    expect((await end(here)).body).toEqual({ ended: 2 });
    expect(await Promise.all(cookies.map(isSignedIn))).toEqual([true, false, false]);
    const Authorization = `Bearer ${await api.token('kebs.rep')}`;
    const byToken = await api.request(OWN, {
      method: 'DELETE',
      headers: { Authorization, cookie: here },
    });
    expect(byToken.body).toEqual({ ended: 1 });
    expect([await isSignedIn(here), await isSignedIn(other)]).toEqual([false, true]);
  });
});
