import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { get } from 'node:http';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Browser, formOf } from '../testing/browser.js';
import { raw } from '../testing/raw.js';

const SESSION = 'twinning-session';

describe('signing in to the console', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  const session = async (browser: Browser) =>
    api.request('/v1/session', { headers: { cookie: browser.cookies('/v1/session') } });

  const signIn = async (person: string, query = '', browser = new Browser()) => {
    const page = await browser.visit(`${api.url}/v1/session/login${query}`);
    const last = await browser.visit(formOf(page).action, { person });
    return { browser, last };
  };
  const act = (browser: Browser, headers: Record<string, string>) =>
    api.request('/v1/agreements', {
      method: 'POST',
      body: JSON.stringify({ side: 'LEAD', type: 'P_MEMBER', committee: 47878 }),
      headers: {
        cookie: browser.cookies('/v1/agreements'),
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
        ...headers,
      },
    });

  it('says that nobody is signed in before', async () => {
    expect((await session(new Browser())).body).toEqual({ signedIn: false });
  });

  it('goes to the issuer and back, to the page one wanted, with one cookie that no script reads', async () => {
    const { browser, last } = await signIn('asi.rep', '?returnTo=/health/live');
    expect(last.url).toBe(`${api.url}/health/live`);
    expect((await session(browser)).body).toMatchObject({
      signedIn: true,
      person: 'asi.rep',
      name: 'ASI, representative',
      member: 1529,
      stepUp: false,
    });
    expect(browser.cookie(SESSION)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(browser.cookie('twinning-sign-in')).toBeUndefined();
  });

  it('sets the cookie HttpOnly, SameSite=Strict and for the whole of this host', async () => {
    const browser = new Browser();
    const page = await browser.visit(`${api.url}/v1/session/login`);
    const choice = formOf(page).action;
    const lines: string[] = [];
    let next: string | null = choice;
    for (let hop = 0; next !== null && hop < 6; hop += 1) {
      const cookie = browser.cookies(new URL(next).pathname);
      const answer: Response = await fetch(next, {
        redirect: 'manual',
        headers: { cookie },
        ...(hop === 0 && { method: 'POST', body: new URLSearchParams({ person: 'asi.rep' }) }),
      });
      lines.push(...answer.headers.getSetCookie());
      const to: string | null = answer.headers.get('location');
      next = to === null ? null : new URL(to, next).href;
      if (next === `${api.url}/`) next = null;
    }
    const line = lines.find((l) => l.startsWith(`${SESSION}=`)) ?? '';
    expect(line.split('; ').slice(1)).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict']);
  });

  it('never shows the browser a token', async () => {
    const { browser } = await signIn('asi.rep');
    const seen = [...browser.visited, browser.cookies('/'), (await session(browser)).text].join(
      '\n',
    );
    expect(seen).not.toMatch(/eyJ[A-Za-z0-9_-]{10,}\.eyJ/);
    expect(browser.visited.join('\n')).not.toMatch(/[?&#](access_token|id_token)=/);
  });

  it('lets the session act from its own pages, and refuses what another site sends along', async () => {
    const { browser } = await signIn('asi.rep');
    const own = await act(browser, { origin: api.url, 'sec-fetch-site': 'same-origin' });
    expect(own.status).toBe(201);
    const foreign = [
      await act(browser, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      await act(browser, { origin: 'https://evil.example' }),
      await act(browser, { origin: api.url, 'sec-fetch-site': 'same-site' }),
      await act(browser, { origin: 'null' }),
      await act(browser, { origin: `${api.url}.evil.example` }),
      await act(browser, {}),
    ];
    expect(foreign.map((f) => [f.status, f.body.code])).toEqual(
      foreign.map(() => [403, 'CROSS_SITE']),
    );
  });

  it('gives a new id at every sign-in and forgets one that was planted or used before', async () => {
    const planted = 'A'.repeat(43);
    const browser = new Browser();
    browser.plant(SESSION, planted);
    await signIn('asi.rep', '', browser);
    const first = browser.cookie(SESSION) ?? '';
    expect(first).not.toBe(planted);
    await browser.visit(`${api.url}/v1/session/login`);
    expect(browser.cookie(SESSION)).not.toBe(first);
    const again = await api.request('/v1/session', { headers: { cookie: `${SESSION}=${first}` } });
    expect(again.body).toEqual({ signedIn: false });
    expect((await session(browser)).body).toMatchObject({ person: 'asi.rep' });
  });

  it('ends the session before also when an issuer on another site sends the browser back', async () => {
    const { browser } = await signIn('asi.rep', '', new Browser(true));
    for (const again of ['?stepUp=1', '']) {
      const before = browser.cookie(SESSION) ?? '';
      expect((await session(browser)).body).toMatchObject({ signedIn: true });
      const page = await browser.visit(`${api.url}/v1/session/login${again}`);
      if (again !== '') await browser.visit(formOf(page).action, { person: 'asi.rep' });
      expect(browser.cookie(SESSION)).not.toBe(before);
      const old = await api.request('/v1/session', { headers: { cookie: `${SESSION}=${before}` } });
      expect(old.body).toEqual({ signedIn: false });
    }
    expect((await session(browser)).body).toMatchObject({ signedIn: true, person: 'asi.rep' });
  });

  it('lets no page in whose name was made to lead here (DNS rebinding)', async () => {
    const host = `evil.example:${new URL(api.url).port}`;
    const from = { Host: host, Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' };
    const body = JSON.stringify({ person: 'iso.cs', proof: true });
    const ask = (headers: Record<string, string>) =>
      raw(api.url, '/v1/session', {
        method: 'POST',
        body,
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': String(body.length),
          ...headers,
        },
      });
    const refused = await ask(from);
    expect([refused.status, JSON.parse(refused.body)]).toMatchObject([
      421,
      { code: 'FOREIGN_HOST' },
    ]);
    expect(
      (await raw(api.url, '/oidc/.well-known/openid-configuration', { headers: { Host: host } }))
        .status,
    ).toBe(421);
    // The name is ours, the page is not.
    const own = new URL(api.url).host;
    expect((await ask({ ...from, Host: own })).status).toBe(403);
    const loopback = `127.0.0.1:${new URL(api.url).port}`;
    expect((await ask({ ...from, Host: loopback, Origin: `http://${loopback}` })).status).toBe(204);
  });

  it('judges a request with a token by the token alone', async () => {
    const { browser } = await signIn('asi.rep');
    const mixed = await api.request('/v1/me', {
      headers: { cookie: browser.cookies('/v1/me'), Authorization: 'Bearer nonsense' },
    });
    expect(mixed.status).toBe(401);
  });

  it('proves the person again when asked to, and keeps the proof in the new session only', async () => {
    const { browser } = await signIn('asi.rep');
    const before = browser.cookie(SESSION);
    await signIn('asi.rep', '?stepUp=1', browser);
    expect((await session(browser)).body).toMatchObject({ person: 'asi.rep', stepUp: true });
    expect(browser.cookie(SESSION)).not.toBe(before);
  });

  it('signs out: the session is gone here, and the issuer is told where to send the browser', async () => {
    const { browser } = await signIn('asi.rep');
    const cookie = browser.cookies('/v1/session');
    const elsewhere = await api.request('/v1/session', {
      method: 'DELETE',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(elsewhere.status).toBe(403);
    const out = await api.request('/v1/session', {
      method: 'DELETE',
      headers: { cookie, origin: api.url, 'sec-fetch-site': 'same-origin' },
    });
    expect(out.body.logout).toContain(`${api.url}/oidc/session/end?`);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await api.request('/v1/me', { headers: { cookie } })).status).toBe(401);
    const page = await browser.visit(String(out.body.logout));
    expect(page.text).toContain('Do you want to sign out?');
    const { action, fields } = formOf(page);
    await browser.visit(action, { ...fields, logout: 'yes' });
    const next = await browser.visit(`${api.url}/v1/session/login`);
    expect(next.text).toContain('Sign in to the demonstration');
  });

  it.each([
    ['https://evil.example', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/a b', '/'],
    ['javascript:alert(1)', '/'],
    ['/v1/policy?x=1', '/v1/policy?x=1'],
  ])('goes on at %s as %s', async (wanted, expected) => {
    const { browser } = await signIn('asi.rep', `?returnTo=${encodeURIComponent(wanted)}`);
    expect(browser.visited.at(-1)).toBe(`${api.url}${expected}`);
  });

  it.each([
    ['no attempt', '?code=x&state=y'],
    ['another state', null],
  ])('refuses to come back with %s', async (_, query) => {
    const browser = new Browser();
    if (query === null) await browser.visit(`${api.url}/v1/session/login`);
    const back = await api.request(`/v1/session/callback${query ?? '?code=x&state=other'}`, {
      headers: { cookie: browser.cookies('/v1/session/callback') },
    });
    expect([back.status, back.body.code]).toEqual([400, 'SIGN_IN_FAILED']);
    expect(back.headers.get('set-cookie') ?? '').not.toContain(`${SESSION}=`);
  });

  it.each([
    '/v1/session/login?returnTo=/help',
    'http://evil.example/v1/session/login?returnTo=/help',
    'http://evil.example:80/v1/session/login?returnTo=/help',
  ])(
    'sends whoever came by another host to its own address, however that is asked: %s',
    async (path) => {
      const { hostname, port } = new URL(api.url);
      const location = await new Promise((resolve, reject) => {
        get({ hostname, port, path, headers: { host: 'other.example' } }, (answer) => {
          answer.resume();
          resolve([answer.statusCode, answer.headers.location]);
        }).on('error', reject);
      });
      expect(location).toEqual([303, `${api.url}/v1/session/login?returnTo=/help`]);
    },
  );

  it('refuses an answer that another issuer mixed in', async () => {
    const browser = new Browser();
    const page = await browser.visit(`${api.url}/v1/session/login`);
    const state = new URL(browser.visited.find((v) => v.includes('/auth?')) ?? '').searchParams;
    expect(page.status).toBe(200);
    const query = new URLSearchParams({
      code: 'x',
      state: state.get('state') ?? '',
      iss: 'https://evil.example',
    });
    const back = await api.request(`/v1/session/callback?${query.toString()}`, {
      headers: { cookie: browser.cookies('/v1/session/callback') },
    });
    expect([back.status, back.body.code]).toEqual([400, 'SIGN_IN_FAILED']);
  });

  it('lasts an hour for whom no body lists, whose roles only the token says, and twelve for the others', async () => {
    const hours = async (browser: Browser) =>
      (Date.parse(String((await session(browser)).body.expiresAt)) - Date.now()) / 3_600_000;
    expect(await hours((await signIn('asi.rep')).browser)).toBeCloseTo(1, 1);
    const invited = await api.post('asi.mbua', '/v1/bodies/1529/people/invite-person', {
      person: 'asi.rep',
      name: 'A. Rep',
      email: 'rep@asi.example',
      grants: [{ role: 'NSB_REP' }],
    });
    const accepted = await api.post('asi.rep', '/v1/bodies/1529/people/accept-invitation', {});
    expect([invited.body, invited.status, accepted.status]).toEqual([expect.anything(), 200, 200]);
    expect(await hours((await signIn('asi.rep')).browser)).toBeCloseTo(12, 1);
  });

  it('fails closed when the sessions cannot be read', async () => {
    const { browser } = await signIn('asi.rep');
    await sql`REVOKE SELECT ON engine.session FROM twinning_app`.execute(api.engine.admin);
    const answer = await api.request('/v1/me', {
      headers: { cookie: browser.cookies('/v1/me') },
    });
    await sql`GRANT SELECT ON engine.session TO twinning_app`.execute(api.engine.admin);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(answer.body.person).toBeUndefined();
  });
});
