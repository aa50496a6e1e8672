import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { createApp } from '../create-app.js';
import { Resources } from '../resources.js';
import { ApiUnderTest } from '../testing/api-under-test.js';

const A_MINUTE = 20;

/** Asks as if from this address, through a balancer when `forwardedFor` is given. */
function statusAt(url: string, path: string, from: string, forwardedFor?: string) {
  const { port } = new URL(url);
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const headers = forwardedFor === undefined ? {} : { 'X-Forwarded-For': forwardedFor };
    request({ host: '127.0.0.1', port, path, localAddress: from, headers, agent: false })
      .on('response', (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
      })
      .on('error', reject)
      .end();
  });
}

describe('what needs no sign-in', () => {
  let api: ApiUnderTest;
  let second: Awaited<ReturnType<typeof createApp>>;
  let urls: readonly string[];
  beforeAll(async () => {
    const few = { openRequestsPerMinute: A_MINUTE, proxies: ['127.0.0.9'] };
    api = await ApiUnderTest.start(few);
    const { db, clock } = api.engine;
    const { sender, log, signer, continuity } = api.app.get(Resources);
    // Another process on the same database, as far as counting goes.
    second = await createApp(api.config, new Resources(db, clock, log, sender, signer, continuity));
    await second.listen({ host: '127.0.0.1', port: 0 });
    urls = [api.url, await second.getUrl()];
  });
  afterAll(async () => {
    await second.close();
    await api.stop();
  });

  const flood = async (from: string, forwardedFor?: string, path = '/v1/words') => {
    const statuses: number[] = [];
    for (let i = 0; i < A_MINUTE * 3; i += 1) {
      const { status } = await statusAt(urls[i % 2] ?? '', path, from, forwardedFor);
      statuses.push(status);
    }
    return statuses;
  };

  it('has one budget for an address in all processes, and says what is left of it', async () => {
    const first = await statusAt(api.url, '/v1/words', '127.0.0.2');
    expect(first.status).toBe(200);
    expect(first.headers['ratelimit-policy']).toBe(`"open";q=${String(A_MINUTE)};w=60`);
    const statuses = await flood('127.0.0.2');
    const good = statuses.filter((status) => status === 200).length;
    // A batch a process may pass it.
    expect(good).toBeLessThanOrEqual(A_MINUTE + 20);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    for (const path of [
      '/openapi.json',
      '/v1/session',
      '/v1/session/login',
      '/v1/record/key',
      '/tile/0/000',
      '/v1/calendars/nothing.ics',
      '/.well-known/oauth-protected-resource',
    ]) {
      const { status, headers } = await statusAt(api.url, path, '127.0.0.2');
      expect([path, status]).toEqual([path, 429]);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('leaves alone who asks from elsewhere, who is signed in, and the load balancer', async () => {
    await flood('127.0.0.3');
    expect((await statusAt(api.url, '/openapi.json', '127.0.0.4')).status).toBe(200);
    // The same address, by a token: the person has a budget of their own.
    await flood('127.0.0.1');
    expect((await api.get('asi.rep', '/v1/me')).status).toBe(200);
    const probes = await flood('127.0.0.3', undefined, '/health/live');
    expect(new Set(probes)).toEqual(new Set([200]));
  });

  it('believes a balancer that it knows on where a request comes from, and nobody else', async () => {
    await flood('127.0.0.9', '203.0.113.1');
    const through = (client: string) =>
      statusAt(api.url, '/openapi.json', '127.0.0.9', client).then(({ status }) => status);
    expect([await through('203.0.113.1'), await through('203.0.113.2')]).toEqual([429, 200]);
    // Somebody who names another address each time is counted all the same.
    const statuses: number[] = [];
    for (let i = 0; i < A_MINUTE * 3; i += 1) {
      const named = `198.51.100.${String(i)}`;
      statuses.push((await statusAt(api.url, '/openapi.json', '127.0.0.5', named)).status);
    }
    expect(statuses.slice(-10)).toEqual(Array(10).fill(429));
  });
});
