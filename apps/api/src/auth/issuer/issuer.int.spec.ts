import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientAssertion, developmentKey, STEP_UP } from '@twinning/identity';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createHash, randomBytes } from 'node:crypto';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import { Browser, formOf } from '../../testing/browser.js';
import { CLI_CLIENT, CONSOLE_CLIENT, MACHINE_CLIENT } from './clients.js';

const verifierOf = () => randomBytes(32).toString('base64url');
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

describe('the local issuer', () => {
  let api: ApiUnderTest;
  let issuer: string;
  let callback: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    issuer = `${api.url}/oidc`;
    callback = `${api.url}/v1/session/callback`;
  });
  afterAll(() => api.stop());

  const authorization = (over: Record<string, string> = {}) =>
    `${issuer}/auth?${new URLSearchParams({
      client_id: CONSOLE_CLIENT,
      response_type: 'code',
      redirect_uri: callback,
      scope: 'openid offline_access profile twinning',
      state: 'state-1234567890',
      nonce: 'nonce-1234567890',
      code_challenge: challengeOf('v'.repeat(43)),
      code_challenge_method: 'S256',
      ...over,
    }).toString()}`;

  const post = async (path: string, form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(`${issuer}${path}`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  };
  const asConsole = async () => ({
    client_id: CONSOLE_CLIENT,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await clientAssertion(
      CONSOLE_CLIENT,
      issuer,
      await developmentKey(api.config.dataFolder, 'console'),
    ),
  });

  /** Goes to the issuer, chooses a person, and answers the code that comes back without handing it on. */
  const codeFor = async (person: string, over: Record<string, string> = {}) => {
    const browser = new Browser();
    const page = await browser.visit(authorization(over));
    const { action } = formOf(page);
    const response = await fetch(action, {
      method: 'POST',
      body: new URLSearchParams({ person }),
      redirect: 'manual',
      headers: { cookie: browser.cookies(new URL(action).pathname) },
    });
    const resume = new URL(response.headers.get('location') ?? '', issuer);
    const back = await fetch(resume, {
      redirect: 'manual',
      headers: { cookie: browser.cookies(resume.pathname) },
    });
    return new URL(back.headers.get('location') ?? '', issuer).searchParams;
  };
  const exchange = async (code: string, over: Record<string, string> = {}) =>
    post('/token', {
      ...(await asConsole()),
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: 'v'.repeat(43),
      ...over,
    });
  const me = async (token: string) =>
    api.request('/v1/me', { headers: { Authorization: `Bearer ${token}` } });

  it('says in its discovery document what it does and nothing weaker', async () => {
    const { body } = await api.request('/oidc/.well-known/openid-configuration');
    expect(body).toMatchObject({
      issuer,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      acr_values_supported: [STEP_UP],
      authorization_response_iss_parameter_supported: true,
    });
    expect(body.grant_types_supported).not.toContain('implicit');
    expect(body.grant_types_supported).not.toContain('password');
    expect(body.token_endpoint_auth_methods_supported).toEqual(['private_key_jwt', 'none']);
  });

  it('shows the people of the demonstration in English and French, in a page without scripts', async () => {
    const english = await new Browser().visit(authorization());
    const french = await new Browser().visit(authorization({ ui_locales: 'fr' }));
    expect(english.text).toContain('Sign in to the demonstration');
    expect(french.text).toContain('Se connecter à la démonstration');
    expect(french.text).toContain('value="asi.rep">ASI, représentant</button>');
    expect(french.text).toContain('>Responsable de comité</button>');
    expect(french.text).not.toMatch(/representative|administrator<|manager<|secretariat<|member</);
    expect(english.text).not.toContain('<script');
    const policy = english.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('gives a chosen person a token after RFC 9068 that the API accepts', async () => {
    const back = await codeFor('asi.rep');
    expect(back.get('iss')).toBe(issuer);
    expect(back.get('state')).toBe('state-1234567890');
    const { body } = await exchange(back.get('code') ?? '');
    const token = body.access_token ?? '';
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    expect(decodeJwt(token)).toMatchObject({
      aud: 'twinning',
      sub: 'asi.rep',
      client_id: CONSOLE_CLIENT,
      twinning_member: 1529,
    });
    expect((await me(token)).body).toMatchObject({ person: 'asi.rep', stepUp: false });
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({ nonce: 'nonce-1234567890' });
    expect((await me(body.id_token ?? '')).status).toBe(401);
  });

  it('gives a fresh proof only when one is asked for, and never to a refreshed token', async () => {
    const { body } = await exchange(
      (await codeFor('asi.rep', { acr_values: STEP_UP })).get('code') ?? '',
    );
    expect(decodeJwt(body.access_token ?? '').acr).toBe(STEP_UP);
    const refreshed = await post('/token', {
      ...(await asConsole()),
      grant_type: 'refresh_token',
      refresh_token: body.refresh_token ?? '',
    });
    expect(decodeJwt(refreshed.body.access_token ?? '').acr).toBeUndefined();
    expect((await me(refreshed.body.access_token ?? '')).body).toMatchObject({ stepUp: false });
  });

  it('takes a code once, and with the right verifier, address and client only', async () => {
    const once = (await codeFor('asi.rep')).get('code') ?? '';
    expect((await exchange(once)).status).toBe(200);
    expect((await exchange(once)).body.error).toBe('invalid_grant');
    const fresh = async () => (await codeFor('asi.rep')).get('code') ?? '';
    const wrong = [
      await exchange(await fresh(), { code_verifier: verifierOf() }),
      await exchange(await fresh(), { redirect_uri: `${api.url}/elsewhere` }),
      await exchange(await fresh(), { client_assertion: 'none' }),
      await post('/token', {
        grant_type: 'authorization_code',
        client_id: CLI_CLIENT,
        code: await fresh(),
        redirect_uri: callback,
        code_verifier: 'v'.repeat(43),
      }),
    ];
    expect(wrong.map((w) => w.status >= 400 && w.body.access_token === undefined)).toEqual(
      wrong.map(() => true),
    );
  });

  it('rotates refresh tokens: one used twice ends the whole family', async () => {
    const { body } = await exchange((await codeFor('asi.rep')).get('code') ?? '');
    const refresh = async (token: string) =>
      post('/token', {
        ...(await asConsole()),
        grant_type: 'refresh_token',
        refresh_token: token,
      });
    const second = await refresh(body.refresh_token ?? '');
    expect(second.body.refresh_token).not.toBe(body.refresh_token);
    expect((await refresh(body.refresh_token ?? '')).body.error).toBe('invalid_grant');
    expect((await refresh(second.body.refresh_token ?? '')).body.error).toBe('invalid_grant');
  });

  it.each([
    ['another address', { redirect_uri: 'http://evil.example/v1/session/callback' }],
    ['an address with something behind', { redirect_uri: 'CALLBACK/more' }],
    ['an address with a query', { redirect_uri: 'CALLBACK?x=1' }],
    ['an encoded address', { redirect_uri: 'CALLBACK%2e%2e' }],
    ['another port', { redirect_uri: 'http://localhost:1/v1/session/callback' }],
    ['an unknown client', { client_id: 'somebody' }],
  ])('sends nobody to %s', async (_, over) => {
    const changed = Object.fromEntries(
      Object.entries(over).map(([k, v]) => [k, v.replace('CALLBACK', callback)]),
    );
    const response = await fetch(authorization(changed), { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    ['no challenge', { code_challenge: '', code_challenge_method: '' }],
    ['a plain challenge', { code_challenge_method: 'plain' }],
    ['the implicit flow', { response_type: 'token' }],
    ['the hybrid flow', { response_type: 'code id_token' }],
  ])('refuses %s', async (_, over) => {
    const response = await fetch(authorization(over), { redirect: 'manual' });
    const back = response.headers.get('location') ?? '';
    expect(back).toContain('error=');
    expect(back).not.toMatch(/[?&#](code|access_token|id_token)=/);
  });

  it('gives a machine its own token against a signed proof, without step-up', async () => {
    const key = await developmentKey(api.config.dataFolder, 'machine');
    const machine = async (assertion: string) =>
      post('/token', {
        grant_type: 'client_credentials',
        client_id: MACHINE_CLIENT,
        scope: 'twinning',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      });
    const proof = await clientAssertion(MACHINE_CLIENT, issuer, key);
    const { body } = await machine(proof);
    expect((await me(body.access_token ?? '')).body).toMatchObject({
      person: MACHINE_CLIENT,
      member: 1529,
      stepUp: false,
    });
    // It reads and writes for its body, and never signs or decides: there is nobody to prove anything.
    const asMachine = (path: string, payload: object, version?: string) =>
      api.request(path, {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: {
          Authorization: `Bearer ${body.access_token ?? ''}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
          ...(version !== undefined && { 'If-Match': `"${version}"` }),
        },
      });
    const draft = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    const made = await asMachine('/v1/agreements', draft);
    expect(made.status).toBe(201);
    const at = `/v1/agreements/${String(made.body['agreement'])}`;
    const edited = await asMachine(`${at}/edit-request`, { competence: 'By a machine.' }, '1');
    expect(edited.status).toBe(200);
    for (const command of ['sign-agreement', 'sign-amendment']) {
      const { status, body: said } = await asMachine(`${at}/${command}`, {}, '2');
      expect([command, status, said['code']]).toEqual([command, 401, 'STEP_UP_REQUIRED']);
    }
    expect((await machine(proof)).body.error).toBe('invalid_client');
    const stranger = await developmentKey(api.config.dataFolder, 'console');
    const forged = await clientAssertion(MACHINE_CLIENT, issuer, {
      ...stranger,
      kid: 'development-machine',
    });
    expect((await machine(forged)).body.error).toBe('invalid_client');
    const elsewhere = await clientAssertion(MACHINE_CLIENT, 'https://other.example', key);
    expect((await machine(elsewhere)).body.error).toBe('invalid_client');
  });

  it('signs the command line in by its code, once the person has agreed', async () => {
    const device = await post('/device/auth', {
      client_id: CLI_CLIENT,
      scope: 'openid offline_access twinning',
    });
    const poll = () =>
      post('/token', {
        client_id: CLI_CLIENT,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code: device.body.device_code ?? '',
      });
    expect((await poll()).body.error).toBe('authorization_pending');
    const browser = new Browser();
    const entered = await browser.visit(device.body.verification_uri_complete ?? '');
    const first = formOf(entered);
    const confirm = await browser.visit(first.action, first.fields);
    const shown = formOf(confirm);
    const choice = confirm.text.includes('name="person"')
      ? confirm
      : await browser.visit(shown.action, { ...shown.fields, confirm: 'yes' });
    const done = await browser.visit(formOf(choice).action, { person: 'ies.rep' });
    expect(done.text).toContain('Go back to your terminal');
    const { body } = await poll();
    expect((await me(body.access_token ?? '')).body).toMatchObject({ person: 'ies.rep' });
  });
});
