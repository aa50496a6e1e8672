import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isFromOwnPage, isOwnHost, readCookie, setCookie } from './session-cookie.js';

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

describe('a page', () => {
  const from = (origin: string, host: string) =>
    ({ headers: { origin, host } }) as unknown as FastifyRequest;

  it('is ours by the public address, whatever name led to it', () => {
    expect(isFromOwnPage(from(HTTPS, 'twinning.example'), HTTPS)).toBe(true);
    expect(isFromOwnPage(from(HTTPS, 'backend:4600'), HTTPS)).toBe(true);
    expect(isFromOwnPage(from('https://evil.example', 'evil.example'), HTTPS)).toBe(false);
    expect(isFromOwnPage(from('https://localhost', 'localhost'), HTTPS)).toBe(false);
  });

  it('is ours on this machine under each of its names, at the port', () => {
    for (const own of ['http://localhost:4600', 'http://127.0.0.1:4600', 'http://[::1]:4600'])
      expect(isFromOwnPage(from(own, 'any'), HTTP)).toBe(true);
    for (const other of [
      'http://localhost:4601',
      'https://localhost:4600',
      'http://evil.example:4600',
    ])
      expect(isFromOwnPage(from(other, other.split('//')[1] ?? ''), HTTP)).toBe(false);
  });

  it('is ours through a tunnel on this machine, where the browser says that page and service are one', () => {
    const told = (origin: string, site: string) =>
      ({ headers: { origin, 'sec-fetch-site': site } }) as unknown as FastifyRequest;
    expect(isFromOwnPage(told('http://127.0.0.1:8080', 'same-origin'), HTTP)).toBe(true);
    expect(isFromOwnPage(told('http://127.0.0.1:8080', 'same-site'), HTTP)).toBe(false);
    expect(isFromOwnPage(told('http://evil.example:4600', 'same-origin'), HTTP)).toBe(false);
    expect(isFromOwnPage(told('http://127.0.0.1:8080', 'same-origin'), HTTPS)).toBe(false);
    expect(isFromOwnPage(told('null', 'same-origin'), HTTP)).toBe(false);
  });
});

describe('a host', () => {
  it('is ours by the public address or as this machine', () => {
    for (const own of ['127.0.0.1:4600', 'LOCALHOST:1', '[::1]:4600', 'localhost'])
      expect(isOwnHost(own, HTTP)).toBe(true);
    for (const foreign of [
      'evil.example:4600',
      'localhost.evil.example',
      '127.0.0.1.evil',
      '',
      undefined,
    ])
      expect(isOwnHost(foreign, HTTP)).toBe(false);
    expect(isOwnHost('twinning.example', HTTPS)).toBe(true);
  });
});
