import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { run } from '../program.js';

describe('signing in the command line', () => {
  let server: Server;
  let url: string;
  let data: string;
  const asked: { path: string; form: Record<string, string>; authorization: string | undefined }[] =
    [];
  let pending = 0;
  let refusal: string | null = null;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const path = request.url ?? '';
        const form = Object.fromEntries(new URLSearchParams(text));
        asked.push({ path, form, authorization: request.headers.authorization });
        const { status, body } = answer(path, form);
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
  });
  beforeEach(async () => {
    asked.length = 0;
    pending = 1;
    refusal = null;
    data = await mkdtemp(join(tmpdir(), 'twinning-login-'));
  });

  function answer(path: string, form: Record<string, string>): { status: number; body: object } {
    const issuer = `${url}/oidc`;
    switch (path) {
      case '/.well-known/oauth-protected-resource':
        return {
          status: 200,
          body: { authorization_servers: ['https://other.example', issuer] },
        };
      case '/oidc/.well-known/openid-configuration':
        return {
          status: 200,
          body: {
            issuer,
            token_endpoint: `${issuer}/token`,
            device_authorization_endpoint: `${issuer}/device`,
            revocation_endpoint: `${issuer}/revoke`,
          },
        };
      case '/oidc/device':
        return {
          status: 200,
          body: {
            device_code: 'd',
            user_code: 'ABCD-EFGH',
            verification_uri: `${issuer}/go`,
            expires_in: 30,
            interval: 0.01,
          },
        };
      case '/oidc/token':
        if (refusal !== null) return { status: 400, body: { error: refusal } };
        if (form.grant_type === 'refresh_token') {
          return {
            status: 200,
            body: { access_token: 'second', refresh_token: 'r2', expires_in: 600 },
          };
        }
        pending -= 1;
        return pending >= 0
          ? { status: 400, body: { error: 'authorization_pending' } }
          : { status: 200, body: { access_token: 'first', refresh_token: 'r1', expires_in: 600 } };
      case '/oidc/revoke':
        return { status: 200, body: {} };
      default:
        return { status: 200, body: { items: [], next: null } };
    }
  }

  const call = async (...args: string[]) => {
    const words = { out: '', err: '' };
    const streams = { out: new PassThrough(), err: new PassThrough() };
    streams.out.on('data', (chunk: Buffer) => (words.out += chunk.toString()));
    streams.err.on('data', (chunk: Buffer) => (words.err += chunk.toString()));
    const env = { TWINNING_URL: url, LANG: 'en' };
    const code = await run(['--data', data, ...args], { env, ...streams });
    return { code, ...words };
  };
  const file = () => join(data, 'signed-in.json');

  it('shows the code, waits until it is confirmed, and keeps the token for its owner only', async () => {
    const { code, out, err } = await call('login', '--issuer', `${url}/oidc`);
    expect([code, out]).toEqual([0, 'You are signed in; add "--as me" to act as yourself.\n']);
    expect(err).toContain('ABCD-EFGH');
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ accessToken: 'first' });
    expect(`${out}${err}`).not.toContain('first');
  });

  it('acts as the person who signed in, and renews the token when it has ended', async () => {
    await call('login', '--issuer', `${url}/oidc`);
    await call('agreements', 'list', '--as', 'me');
    const kept = JSON.parse(await readFile(file(), 'utf8')) as object;
    await writeFile(file(), JSON.stringify({ ...kept, expiresAt: 0 }));
    await call('agreements', 'list', '--as', 'me');
    const used = asked.filter((a) => a.path.startsWith('/v1/')).map((a) => a.authorization);
    expect(used).toEqual(['Bearer first', 'Bearer second']);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({ refreshToken: 'r2' });
  });

  it('goes only to an issuer that the service trusts, and names them', async () => {
    const { code, err } = await call('login', '--issuer', 'https://evil.example');
    expect([code, err.includes('https://other.example')]).toEqual([1, true]);
    expect(asked.map(({ path }) => path)).toEqual(['/.well-known/oauth-protected-resource']);
  });

  it('says so when the person refuses, and keeps nothing', async () => {
    refusal = 'access_denied';
    const { code, err } = await call('login', '--issuer', `${url}/oidc`);
    expect([code, err.includes('not confirmed (access_denied)')]).toEqual([1, true]);
    await expect(stat(file())).rejects.toThrow('ENOENT');
  });

  it('gives the token back at the end and then is nobody', async () => {
    await call('login', '--issuer', `${url}/oidc`);
    await call('logout');
    expect(asked.at(-1)).toMatchObject({ path: '/oidc/revoke', form: { token: 'r1' } });
    await expect(stat(file())).rejects.toThrow('ENOENT');
    expect((await call('agreements', 'list', '--as', 'me')).err).toContain('twinning login');
    await rm(data, { recursive: true });
  });

  it('speaks French where the call does', async () => {
    expect((await call('--language', 'fr', 'login', '--issuer', `${url}/oidc`)).out).toContain(
      'Vous êtes connecté',
    );
  });
});

describe('the policy', () => {
  it.each([
    ['en', 'Who may do what'],
    ['fr', 'Qui peut faire quoi'],
  ])('is printed in %s without a server', async (language, title) => {
    let out = '';
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const code = await run(['--language', language, 'policy'], {
      env: {},
      out: stream,
      err: stream,
    });
    expect([code, out.startsWith(`# ${title}`)]).toEqual([0, true]);
  });
});
