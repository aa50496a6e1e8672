import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentKey, privateKeyOf, STEP_UP } from '@twinning/identity';
import { base64url, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { ApiUnderTest, type Reply } from '../testing/api-under-test.js';

describe('tokens', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ failedTokensPerMinute: 10_000 });
  });
  afterAll(() => api.stop());

  const now = () => Math.floor(Date.now() / 1000);
  const claims = (over: JWTPayload = {}): JWTPayload => ({
    iss: `${api.url}/oidc`,
    aud: 'twinning',
    sub: 'asi.rep',
    iat: now(),
    exp: now() + 300,
    twinning_member: 1529,
    twinning_roles: [{ role: 'NSB_REP' }],
    ...over,
  });
  const signed = async (
    payload: JWTPayload,
    header: Record<string, unknown> = {},
  ): Promise<string> =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'development', typ: 'at+jwt', ...header })
      .sign(await privateKeyOf(await developmentKey(api.config.dataFolder)));
  const unsigned = (header: object, payload: JWTPayload, signature = '') =>
    [header, payload].map((part) => base64url.encode(JSON.stringify(part))).join('.') +
    `.${signature}`;
  const asked = async (token: string, headers: Record<string, string> = {}) =>
    (await api.request('/v1/me', { headers: { Authorization: `Bearer ${token}`, ...headers } }))
      .status;

  it('are accepted when everything is right', async () => {
    expect(await asked(await signed(claims()))).toBe(200);
    expect(
      await asked(await signed(claims({ acr: STEP_UP, auth_time: Math.floor(Date.now() / 1000) }))),
    ).toBe(200);
  });

  const without = (name: string): JWTPayload => {
    const rest = { ...claims() };
    delete rest[name];
    return rest;
  };
  const cases: readonly (readonly [string, () => Promise<string> | string])[] = [
    ['alg none', () => unsigned({ alg: 'none', typ: 'at+jwt' }, claims())],
    ['alg None', () => unsigned({ alg: 'None', typ: 'at+jwt' }, claims())],
    ['alg nOnE with a signature', () => unsigned({ alg: 'nOnE', typ: 'at+jwt' }, claims(), 'AAAA')],
    ['no alg', () => unsigned({ typ: 'at+jwt' }, claims(), 'AAAA')],
    [
      'HS256 with the public key as the secret',
      async () => {
        const { x } = await developmentKey(api.config.dataFolder);
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'development', typ: 'at+jwt' })
          .sign(new TextEncoder().encode(x));
      },
    ],
    ['a wrong audience', () => signed(claims({ aud: 'another' }))],
    ['an audience that only begins alike', () => signed(claims({ aud: 'twinning2' }))],
    ['the audience of the console', () => signed(claims({ aud: 'twinning-console' }))],
    ['no audience', () => signed(without('aud'))],
    ['another issuer', () => signed(claims({ iss: 'https://evil.example' }))],
    ['an issuer with a slash more', () => signed(claims({ iss: `${api.url}/oidc/` }))],
    ['no issuer', () => signed(without('iss'))],
    ['the past', () => signed(claims({ exp: now() - 60 }))],
    ['no end', () => signed(without('exp'))],
    ['an end that is no number', () => signed(claims({ exp: 'never' as never }))],
    ['a beginning in the future', () => signed(claims({ nbf: now() + 600 }))],
    ['the type of an ID token', () => signed(claims(), { typ: 'JWT' })],
    ['no type', () => signed(claims(), { typ: undefined })],
    ['the type of a logout token', () => signed(claims(), { typ: 'logout+jwt' })],
    ['the nonce of an ID token', () => signed(claims({ nonce: 'n' }))],
    ['the hash of an ID token', () => signed(claims({ at_hash: 'h' }))],
    ['an unknown key', () => signed(claims(), { kid: 'other' })],
    ['a key id that is a path', () => signed(claims(), { kid: '../../development' })],
    [
      'a key of its own',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', kid: 'development', typ: 'at+jwt' })
          .sign(privateKey);
      },
    ],
    [
      'a key of its own in the header',
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('ES256');
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey), typ: 'at+jwt' })
          .sign(privateKey);
      },
    ],
    [
      'an address of keys in the header',
      async () => {
        const { privateKey } = await generateKeyPair('ES256');
        return new SignJWT(claims())
          .setProtectedHeader({ alg: 'ES256', jku: 'https://evil.example/jwks', typ: 'at+jwt' })
          .sign(privateKey);
      },
    ],
    [
      'an unknown critical header',
      () => unsigned({ alg: 'ES256', crit: ['x'], x: 1, typ: 'at+jwt' }, claims(), 'AAAA'),
    ],
    ['a changed body', async () => changed(await signed(claims()), { sub: 'iso.cs' })],
    [
      'changed roles',
      async () => changed(await signed(claims()), { twinning_roles: [{ role: 'ISO_CS' }] }),
    ],
    [
      'a signature of nothing',
      async () => `${(await signed(claims())).split('.').slice(0, 2).join('.')}.`,
    ],
    ['a signature cut short', async () => (await signed(claims())).slice(0, -10)],
    [
      'a zero signature',
      async () => `${(await signed(claims())).split('.').slice(0, 2).join('.')}.${'A'.repeat(86)}`,
    ],
    ['two parts', async () => (await signed(claims())).split('.').slice(0, 2).join('.')],
    ['five parts', async () => `${await signed(claims())}.a.b`],
    ['no person', () => signed(without('sub'))],
    ['a person that is a path', () => signed(claims({ sub: '../iso.cs' }))],
    ['an empty person', () => signed(claims({ sub: '' }))],
    [
      'a role that no token may carry',
      () => signed(claims({ twinning_roles: [{ role: 'SYSTEM' }] })),
    ],
    ['the role of the registry', () => signed(claims({ twinning_roles: [{ role: 'REGISTRY' }] }))],
    ['an unknown role', () => signed(claims({ twinning_roles: [{ role: 'ADMIN' }] }))],
    ['roles that are no list', () => signed(claims({ twinning_roles: 'ISO_CS' }))],
    ['a member that is text', () => signed(claims({ twinning_member: '1529' }))],
    ['a negative member', () => signed(claims({ twinning_member: -1 }))],
    [
      'committees that are text',
      () => signed(claims({ twinning_roles: [{ role: 'TPM', committees: 'all' }] })),
    ],
    ['nothing but text', () => 'nonsense'],
  ];
  const changed = (token: string, over: object): string => {
    const [header = '', body = '', signature = ''] = token.split('.');
    const claimed = JSON.parse(new TextDecoder().decode(base64url.decode(body))) as object;
    return `${header}.${base64url.encode(JSON.stringify({ ...claimed, ...over }))}.${signature}`;
  };

  it.each(cases)('are refused with %s', async (_, token) => {
    expect(await asked(await token())).toBe(401);
  });

  it.each([
    ['in the query', '/v1/me?access_token=TOKEN', {}],
    ['in another scheme', '/v1/me', { Authorization: 'Basic TOKEN' }],
    ['in a cookie', '/v1/me', { cookie: 'access_token=TOKEN; twinning-session=TOKEN' }],
    ['in a header of another name', '/v1/me', { 'X-Authorization': 'Bearer TOKEN' }],
    ['twice in one header', '/v1/me', { Authorization: 'Bearer TOKEN, Bearer TOKEN' }],
  ])('are not looked for %s', async (_, path, headers) => {
    const token = await signed(claims());
    const put = (text: string) => text.replaceAll('TOKEN', token);
    const given = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, put(v)]));
    expect((await api.request(put(path), { headers: given })).status).toBe(401);
  });
});

describe('guessing tokens', () => {
  it('is told to wait, while good tokens from the same address still pass', async () => {
    const api = await ApiUnderTest.start({ failedTokensPerMinute: 5 });
    try {
      const bad = () => api.request('/v1/me', { headers: { Authorization: 'Bearer nonsense' } });
      const answers: Reply[] = [];
      for (let i = 0; i < 8; i += 1) answers.push(await bad());
      expect(answers.filter((a) => a.status === 401).length).toBeGreaterThanOrEqual(5);
      const last = answers.at(-1);
      expect([last?.status, last?.body.code]).toEqual([429, 'TOO_MANY_TOKENS']);
      const wait = Number(last?.headers.get('retry-after'));
      expect(wait > 0 && wait <= 60).toBe(true);
      expect((await api.get('asi.rep', '/v1/me')).status).toBe(200);
    } finally {
      await api.stop();
    }
  });
});
