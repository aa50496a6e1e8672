import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from '../testing/api-under-test.js';
import { SlowClients } from '../testing/slow-clients.js';

/** Connections that never finish what they say: as many as are asked for, or as a process may have files open here. */
const WANTED = 10_000;
const handles = Number(execFileSync('sh', ['-c', 'ulimit -n']).toString()) || Infinity;
const SLOW = Math.min(WANTED, handles - 500);
if (SLOW < WANTED) {
  console.warn(
    `Only ${String(SLOW)} slow connections: this process may have ${String(handles)} files open.`,
  );
}
const ASKED = 200;

describe('somebody who wants to stop the service', () => {
  let api: ApiUnderTest;
  let slow: SlowClients | undefined;
  beforeAll(async () => {
    api = await ApiUnderTest.start({ requestsPerMinute: 1_000_000, refusalsPerMinute: 1_000_000 });
  });
  afterAll(async () => {
    slow?.stop();
    await api.stop();
  });

  /** How long 99 of 100 honest requests take at most, in milliseconds. */
  async function p99(): Promise<number> {
    const token = await api.token('asi.rep');
    const took: number[] = [];
    for (let i = 0; i < ASKED; i += 1) {
      const began = performance.now();
      const { status } = await api.request('/v1/tasks', {
        headers: { Authorization: `Bearer ${token}` },
      });
      took.push(performance.now() - began);
      expect(status).toBe(200);
    }
    return took.sort((a, b) => a - b)[Math.floor(ASKED * 0.99) - 1] ?? Infinity;
  }

  const post = (body: string) =>
    api.token('asi.rep').then((token) =>
      api.request('/v1/agreements', {
        method: 'POST',
        body,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': randomUUID(),
        },
      }),
    );

  it('keeps nobody waiting by connections that never finish', async () => {
    await p99();
    const before = await p99();
    slow = new SlowClients(Number(new URL(api.url).port), SLOW);
    await slow.until(SLOW * 0.95);
    const during = await p99();
    // Those that the service lets go of come back: it was as full all the time.
    expect(slow.open).toBeGreaterThan(SLOW * 0.9);
    slow.stop();
    // A few milliseconds more or less are the machine's.
    expect(during).toBeLessThanOrEqual(before * 3 + 20);
  }, 120_000);

  it.each([
    ['more than 64 KiB', () => `{"side":"${'x'.repeat(70_000)}"}`, 413],
    ['nesting without end', () => '['.repeat(30_000) + ']'.repeat(30_000), 400],
    [
      'a thousand unknown fields',
      () =>
        JSON.stringify(
          Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`f${String(i)}`, i])),
        ),
      400,
    ],
    ['text made for slow patterns', () => JSON.stringify({ side: `${'a'.repeat(30_000)}!` }), 400],
    [
      'blanks made for slow patterns',
      () => JSON.stringify({ workingGroup: `${' \t'.repeat(15_000)}x` }),
      400,
    ],
    ['a number without end', () => `{"committee":${'9'.repeat(50_000)}}`, 400],
  ])('gains nothing by %s', async (_, body, status) => {
    const began = performance.now();
    expect((await post(body())).status).toBe(status);
    // What is slow by its size or its pattern takes minutes, on any machine.
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it.each([
    ['cursor', 'a'.repeat(8_000)],
    [
      'cursor',
      Buffer.from(JSON.stringify({ updatedAt: 'x', ordinal: 1e308 })).toString('base64url'),
    ],
    ['asOf', `@${'9'.repeat(5_000)}`],
    ['q', '%'.repeat(150)],
    ['q', '_'.repeat(150)],
    ['limit', '1e999'],
    ['status', 'ACTIVE,'.repeat(2_000)],
  ])('gains nothing by a %s of its own making', async (name, value) => {
    const began = performance.now();
    const query = new URLSearchParams({ [name]: value });
    const { status } = await api.get('asi.rep', `/v1/agreements?${query.toString()}`);
    expect([200, 400, 431]).toContain(status);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
