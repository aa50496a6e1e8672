import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { readCookie, setCookie } from './session-cookie.js';

const HTTPS = 'https://twinning.example';
const HTTP = 'http://127.0.0.1:4600';
const with_ = (cookie: string) => ({ headers: { cookie } }) as unknown as FastifyRequest;

describe('a cookie', () => {
  it('on https is for this host alone, Secure, and in no script', () => {
    expect(setCookie(HTTPS, 'session', 'x', { sameSite: 'Strict' }).split('; ')).toEqual([
      '__Host-session=x',
      'Path=/',
      'HttpOnly',
      'SameSite=Strict',
      'Secure',
    ]);
  });

  it('on plain http of this machine is neither, because no browser would keep it', () => {
    expect(setCookie(HTTP, 'session', 'x', { sameSite: 'Lax', maxAgeSeconds: 0 })).toBe(
      'session=x; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    );
  });

  it('is read under its full name only, and not at all when it comes twice', () => {
    expect(readCookie(with_('a=1; __Host-session=x'), HTTPS, 'session')).toBe('x');
    expect(readCookie(with_('session=x'), HTTPS, 'session')).toBeNull();
    expect(readCookie(with_('__Host-session=x; __Host-session=y'), HTTPS, 'session')).toBeNull();
    expect(readCookie({ headers: {} } as unknown as FastifyRequest, HTTPS, 'session')).toBeNull();
  });
});
