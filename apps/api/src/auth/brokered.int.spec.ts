import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { Browser } from '../testing/browser.js';
import { IssuerUnderTest } from '../testing/issuer.js';
import { readBrokered } from './trusted-issuers.js';

const ASI = 1529;
const IES = 1725;
const REP = [{ role: 'NSB_REP' }];

describe('issuers of single bodies', () => {
  let api: ApiUnderTest;
  let home: IssuerUnderTest;
  let asi: IssuerUnderTest;
  let ies: IssuerUnderTest;
  let folder: string;

  beforeAll(async () => {
    [home, asi, ies] = await Promise.all([
      IssuerUnderTest.start(),
      IssuerUnderTest.start(),
      IssuerUnderTest.start(),
    ]);
    folder = await mkdtemp(join(tmpdir(), 'twinning-issuers-'));
    const file = join(folder, 'issuers.json');
    await writeFile(
      file,
      JSON.stringify([
        { id: 'asi', name: 'ASI', issuer: asi.url, bodies: [ASI] },
        {
          ...{ id: 'ies', name: 'IES', issuer: ies.url, bodies: [IES] },
          claims: {
            member: 'organization',
            members: { 'IES Ltd': IES, 'ASI Ltd': ASI },
            roles: ['realm_access', 'roles'],
            groups: { 'twinning-rep': 'NSB_REP', 'twinning-tpm': 'TPM' },
            acr: [],
            amr: ['hwk'],
          },
        },
      ]),
    );
    api = await ApiUnderTest.start({ issuer: home.url, brokered: readBrokered(file) });
  });
  beforeEach(() => {
    home.person = { sub: 'tpm', twinning_roles: [{ role: 'TPM', committees: 'ALL' }] };
    asi.person = { sub: 'ann', twinning_roles: REP };
    ies.person = { sub: 'ann', realm_access: { roles: ['offline_access', 'twinning-rep'] } };
    for (const issuer of [home, asi, ies]) {
      Object.assign(issuer, { says: undefined, handsOn: null, nonce: null, audience: null });
    }
  });
  afterAll(async () => {
    await api.stop();
    await Promise.all([home, asi, ies].map((issuer) => issuer.stop()));
    await rm(folder, { recursive: true });
  });

  const me = async (token: string) =>
    api.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } });
  /** Follows the browser to the issuer and back, which are different hosts. */
  const throughTo = async (query: string, browser = new Browser()) => {
    const page = await browser.visit(`${api.url}/v1/session/login?${query}`);
    const back = await fetch(page.url, { redirect: 'manual' });
    return { browser, last: await browser.visit(back.headers.get('location') ?? '') };
  };
  const session = async (browser: Browser) =>
    (await api.request('/v1/session', { headers: { cookie: browser.cookies('/v1/session') } }))
      .body;

  it('take part beside the home issuer: each person under the name of theirs', async () => {
    expect((await me(await home.token())).body).toMatchObject({ person: 'tpm', member: null });
    expect((await me(await asi.token())).body).toMatchObject({ person: 'asi.ann', member: ASI });
  });

  it('map the words of an issuer to a person, a body and roles, and leave out its other groups', async () => {
    const { body } = await me(await ies.token({ organization: 'IES Ltd' }));
    expect(body).toMatchObject({ person: 'ies.ann', member: IES, roles: [{ role: 'NSB_REP' }] });
  });

  it('leave nobody of the demonstration behind: no choice, no token, no issuer of its own', async () => {
    const headers = { 'Content-Type': 'application/json', Origin: api.url };
    const body = JSON.stringify({ person: 'iso.cs', proof: true });
    const chosen = await api.request('/v1/session', { method: 'POST', headers, body });
    expect([chosen.status, chosen.headers.getSetCookie()]).toEqual([404, []]);
    expect((await api.get('iso.cs', '/v1/me')).status).toBe(401);
    for (const path of ['/.well-known/openid-configuration', '/auth', '/jwks', '/device']) {
      expect([path, (await api.request(`/oidc${path}`)).status]).toEqual([path, 404]);
    }
  });

  it('keep two people apart who have the same name at two issuers', async () => {
    const [one, other] = [await me(await asi.token()), await me(await ies.token())];
    expect([one.body.person, other.body.person]).toEqual(['asi.ann', 'ies.ann']);
  });

  it('take any name that a provider may give, one person each', async () => {
    const of = async (sub: string) => (await me(await asi.token({ sub }))).body.person;
    const long = 'x'.repeat(255);
    const names = [await of('auth0|12'), await of('auth0|13'), await of(long), await of('é@asi')];
    expect(new Set(names).size).toBe(4);
    expect(names.every((name) => /^asi\.[A-Za-z0-9_-]{43}$/.test(String(name)))).toBe(true);
  });

  it.each([
    ['another body', () => asi.token({ twinning_member: IES })],
    ['another body in its own words', () => ies.token({ organization: 'ASI Ltd' })],
    ['a body in words that were not agreed on', () => ies.token({ organization: 'Nobody' })],
    ['a desk of ISO', () => asi.token({ twinning_roles: [{ role: 'ISO_CS' }] })],
    ['a member of the TMB', () => asi.token({ twinning_roles: [{ role: 'TMB_MEMBER' }] })],
    ['a TPM in its own words', () => ies.token({ realm_access: { roles: ['twinning-tpm'] } })],
    ['the home issuer', () => asi.token({ iss: home.url })],
    ['the issuer of another body', () => asi.token({ iss: ies.url, organization: 'IES Ltd' })],
    ['an issuer that nobody trusts', () => asi.token({ iss: 'https://evil.example' })],
    ['no issuer', () => asi.token({ iss: undefined as never })],
    ['an issuer with a slash more', () => asi.token({ iss: `${asi.url}/` })],
    ['somebody of another issuer', () => home.token({ sub: 'asi.ann', twinning_member: ASI })],
  ])('are not believed when they speak for %s', async (_, token) => {
    expect((await me(await token())).status).toBe(401);
  });

  it('cannot bring a person into a body whose list names them', async () => {
    home.person = { sub: 'boss', twinning_member: ASI, twinning_roles: [{ role: 'MBUA' }] };
    const said = async (token: string, command: string, payload: object) =>
      (
        await api.request(`/v1/bodies/${String(ASI)}/people/${command}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${token}`,
            'Content-Type': 'application/json',
            'Idempotency-Key': crypto.randomUUID(),
          },
          body: JSON.stringify(payload),
        })
      ).status;
    const ann = { person: 'ies.ann', name: 'Ann', email: 'a@x.example', grants: REP };
    expect(await said(await home.token(), 'invite-person', ann)).toBe(200);
    // Nobody becomes somebody there whose own token names another body.
    expect(await said(await ies.token(), 'accept-invitation', {})).toBe(422);
    // The token of IES' issuer names IES, said or not: what ASI lists is not asked.
    expect((await me(await ies.token())).body).toMatchObject({ person: 'ies.ann', member: IES });
  });

  it('prove a person again by their own methods, and only when it was just now', async () => {
    const now = Math.floor(Date.now() / 1000);
    const of = async (over: Record<string, unknown>) =>
      (await me(await ies.token(over))).body.stepUp;
    expect(await of({ amr: ['pwd', 'hwk'], auth_time: now - 30 })).toBe(true);
    expect(await of({ amr: ['pwd', 'hwk'], auth_time: now - 3_600 })).toBe(false);
    expect(await of({ amr: ['pwd', 'hwk'] })).toBe(false);
    expect(await of({ amr: ['pwd'], auth_time: now })).toBe(false);
    expect(await of({ acr: 'urn:twinning:step-up' })).toBe(false);
    const context = async (over: object) =>
      (await me(await asi.token({ acr: 'urn:twinning:step-up', ...over }))).body.stepUp;
    expect(await context({ auth_time: now })).toBe(true);
    expect(await context({ auth_time: now - 3_600 })).toBe(false);
    // It may be as old as the issuer's own session.
    expect(await context({})).toBe(false);
  });

  it('are listed for those who sign in, and for clients that know only the address of the API', async () => {
    expect((await api.request('/v1/session/issuers')).body.items).toEqual([
      { id: 'home', name: null },
      { id: 'asi', name: 'ASI' },
      { id: 'ies', name: 'IES' },
    ]);
    const { body } = await api.request('/.well-known/oauth-protected-resource');
    expect(body.authorization_servers).toEqual([home.url, asi.url, ies.url]);
    expect((await api.request('/v1/session/login?issuer=nobody')).status).toBe(404);
  });

  it('sign people in at the issuer that was chosen, with an address of their own to come back to', async () => {
    const { browser, last } = await throughTo('issuer=ies&returnTo=/health/live');
    expect(last.url).toBe(`${api.url}/health/live`);
    expect(await session(browser)).toMatchObject({
      signedIn: true,
      person: 'ies.ann',
      member: IES,
    });
    const asked = ies.asked.at(-1);
    expect(asked?.get('redirect_uri')).toBe(`${api.url}/v1/session/callback/ies`);
    expect(asked?.get('code_challenge_method')).toBe('S256');
  });

  it('are asked again for a fresh proof when it was they who were asked at first', async () => {
    const { browser } = await throughTo('issuer=asi');
    const before = await browser.visit(`${api.url}/v1/session/login?stepUp=1`);
    expect(before.url).toContain(asi.url);
    expect(new URL(before.url).searchParams.get('acr_values')).toBe('urn:twinning:step-up');
  });

  it('prove a person again at the sign-in that was to prove them, and at no other', async () => {
    const auth_time = Math.floor(Date.now() / 1000);
    asi.person = { ...asi.person, acr: 'urn:twinning:step-up', auth_time };
    const { browser } = await throughTo('issuer=asi');
    expect(await session(browser)).toMatchObject({ signedIn: true, stepUp: false });
    await throughTo('stepUp=1', browser);
    expect(await session(browser)).toMatchObject({ signedIn: true, stepUp: true });
  });

  it.each([
    ['says that it is another (RFC 9207)', () => (asi.says = 'https://evil.example')],
    ['says that it is the issuer of another body', () => (asi.says = ies.url)],
    [
      'leaves out what it promised to say',
      () => {
        asi.says = '';
      },
    ],
    ['hands on the answer of another issuer', () => (asi.handsOn = ies)],
    [
      'hands on the answer of another issuer as its own',
      () => {
        asi.handsOn = ies;
        asi.says = asi.url;
      },
    ],
  ])('are refused when the answer %s', async (_, mixUp) => {
    mixUp();
    const { browser, last } = await throughTo('issuer=asi');
    expect([last.status, last.text.includes('SIGN_IN_FAILED')]).toEqual([400, true]);
    expect(await session(browser)).toEqual({ signedIn: false });
  });

  it('are refused when the ID token was made for another sign-in', async () => {
    asi.nonce = 'of-another';
    const { browser, last } = await throughTo('issuer=asi');
    expect([last.status, await session(browser)]).toEqual([400, { signedIn: false }]);
  });

  it('are refused when the ID token was made for another client', async () => {
    asi.audience = 'another-client';
    const { browser, last } = await throughTo('issuer=asi');
    expect([last.status, await session(browser)]).toEqual([400, { signedIn: false }]);
  });

  it('are refused when a good answer comes with the state of another sign-in', async () => {
    const [mine, theirs] = [new Browser(), new Browser()];
    const page = await mine.visit(`${api.url}/v1/session/login?issuer=asi`);
    await theirs.visit(`${api.url}/v1/session/login?issuer=asi`);
    const back = await fetch(page.url, { redirect: 'manual' });
    const to = new URL(back.headers.get('location') ?? '');
    to.searchParams.set('state', 'of-another');
    expect([(await mine.visit(to.href)).status, await session(mine)]).toEqual([
      400,
      { signedIn: false },
    ]);
    // Nor does the browser of somebody else take it (login CSRF).
    const stolen = back.headers.get('location') ?? '';
    expect([(await theirs.visit(stolen)).status, await session(theirs)]).toEqual([
      400,
      { signedIn: false },
    ]);
  });

  it('are not followed to another address with the code, nor for their keys', async () => {
    for (const [path, status] of [
      ['/token', 503],
      ['/jwks', 400],
    ] as const) {
      // Metadata and keys are kept once they were read: this issuer is new to the API.
      const fresh = await IssuerUnderTest.start();
      fresh.person = { sub: 'ann', twinning_member: ASI, twinning_roles: REP };
      const file = join(folder, 'fresh.json');
      await writeFile(
        file,
        JSON.stringify([{ id: 'fresh', name: 'F', issuer: fresh.url, bodies: [ASI] }]),
      );
      const other = await ApiUnderTest.start({ brokered: readBrokered(file) });
      const through = async () => {
        const browser = new Browser();
        const page = await browser.visit(`${other.url}/v1/session/login?issuer=fresh`);
        const back = await fetch(page.url, { redirect: 'manual' });
        return (await browser.visit(back.headers.get('location') ?? '')).status;
      };
      fresh.moved.add(path);
      expect([path, await through()]).toEqual([path, status]);
      fresh.moved.clear();
      expect([path, await through()]).not.toEqual([path, status]);
      await Promise.all([other.stop(), fresh.stop()]);
    }
  });

  it('are refused when the answer comes back at the address of another issuer', async () => {
    for (const elsewhere of ['/v1/session/callback', '/v1/session/callback/ies']) {
      const browser = new Browser();
      const page = await browser.visit(`${api.url}/v1/session/login?issuer=asi`);
      const back = await fetch(page.url, { redirect: 'manual' });
      const to = new URL(back.headers.get('location') ?? '');
      to.pathname = elsewhere;
      const last = await browser.visit(to.href);
      expect([last.status, await session(browser)]).toEqual([400, { signedIn: false }]);
    }
  });

  it('are refused at the start when the list cannot be meant so', async () => {
    const faulty = async (entries: unknown) => {
      const file = join(folder, 'faulty.json');
      await writeFile(file, JSON.stringify(entries));
      return () => readBrokered(file);
    };
    const entry = { id: 'asi', name: 'ASI', issuer: asi.url, bodies: [ASI] };
    expect(await faulty([entry, { ...entry, issuer: ies.url }])).toThrow('two issuers have one id');
    expect(await faulty([entry, { ...entry, id: 'x' }])).toThrow('one issuer stands there twice');
    expect(await faulty([{ ...entry, bodies: [] }])).toThrow('bodies');
    expect(await faulty([{ ...entry, id: 'home' }])).toThrow('this name is taken');
    expect(await faulty([{ ...entry, bodie: [1] }])).toThrow('bodie');
    expect(await faulty([])).toThrow('Too small');
    expect(await faulty([entry])).not.toThrow();
  });
});
