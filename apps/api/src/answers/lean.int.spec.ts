import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from '../testing/api-under-test.js';

const sizeOf = (headers: Headers): number =>
  [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);

describe('an answer that has not changed', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  it('is told in few bytes; the whole answer says all that protects it', async () => {
    const whole = await api.get('asi.rep', '/v1/tasks');
    expect(whole.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = whole.headers.get('etag') ?? '';
    const same = await api.get('asi.rep', '/v1/tasks', { 'If-None-Match': etag });
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag]);
    expect(same.headers.get('cache-control')).toBe('no-store');
    expect(same.headers.get('content-security-policy')).toBeNull();
    expect(sizeOf(same.headers)).toBeLessThan(512);
    const other = await api.get('asi.rep', '/v1/tasks', { 'If-None-Match': 'W/"other"' });
    expect([other.status, other.text]).toEqual([200, whole.text]);
  });
});
