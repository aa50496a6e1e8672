import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ApiUnderTest } from '../testing/api-under-test.js';

const A_MINUTE = 30;
const LARGE = 10_000_000;

describe('an address that takes files', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ openRequestsPerMinute: A_MINUTE });
  });
  afterAll(() => api.stop());

  /** Sends the head of a large upload and not a byte of it: an answer now has not waited for the body. */
  const headOnly = (path: string, credentials: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(api.url);
      const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
      const timer = setTimeout(() => {
        socket.destroy();
        resolve('waits for the body');
      }, 1_500);
      socket.on('error', reject);
      socket.once('data', (chunk: Buffer) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(chunk.toString().split('\r\n', 1)[0] ?? '');
      });
      socket.write(
        [
          `POST ${path} HTTP/1.1`,
          'Host: localhost',
          `Origin: ${api.url}`,
          'Content-Type: application/pdf',
          `Content-Length: ${String(LARGE)}`,
          credentials,
          '',
          '',
        ].join('\r\n'),
      );
    });
  const madeUp = () => randomBytes(32).toString('base64url');

  it('reads none from whom it does not know, whatever cookie or token they send along', async () => {
    for (const path of [
      '/v1/papers/check',
      `/v1/agreements/${randomUUID()}/attachments?purpose=CV`,
    ]) {
      expect(await headOnly(path, `Cookie: twinning-session=${madeUp()}`)).toContain(' 401 ');
      expect(await headOnly(path, 'Cookie: a=b')).toContain(' 401 ');
      expect(await headOnly(path, 'Authorization: Bearer made.up.token')).toContain(' 401 ');
      expect(await headOnly(path, 'Authorization: Basic eDp5')).toContain(' 401 ');
      expect(await headOnly(path, 'X-Nothing: 1')).toContain(' 401 ');
    }
    const known = `Authorization: Bearer ${await api.token('asi.rep')}`;
    expect(await headOnly('/v1/papers/check', known)).toBe('waits for the body');
  });

  it('or any other lets nobody try sessions without end', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < A_MINUTE * 2; i += 1) {
      const cookie = `twinning-session=${madeUp()}`;
      statuses.push((await api.request('/v1/me', { headers: { cookie } })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(A_MINUTE);
    // Who is signed in has a budget of their own.
    expect((await api.get('asi.rep', '/v1/me')).status).toBe(200);
  });
});
