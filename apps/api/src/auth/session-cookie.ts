import type { FastifyRequest } from 'fastify';

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:');

// A browser keeps a `__Host-` or `Secure` cookie only from https; a local start speaks plain http.
const nameIn = (publicUrl: string, name: string): string =>
  isHttps(publicUrl) ? `__Host-${name}` : name;

export interface CookieOptions {
  /** `Strict` for the session; `Lax` where the issuer sends the browser back to us. */
  readonly sameSite: 'Strict' | 'Lax';
  /** Absent: until the browser is closed. 0 removes it. */
  readonly maxAgeSeconds?: number;
}

/** A `Set-Cookie` value: no script reads it, no other host and no other path gets it. */
export const setCookie = (
  publicUrl: string,
  name: string,
  value: string,
  { sameSite, maxAgeSeconds }: CookieOptions,
): string =>
  [
    `${nameIn(publicUrl, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(isHttps(publicUrl) ? ['Secure'] : []),
    ...(maxAgeSeconds === undefined ? [] : [`Max-Age=${String(maxAgeSeconds)}`]),
  ].join('; ');

/** The value of a cookie that we set; null when it is absent or sent twice. */
export function readCookie(
  request: FastifyRequest,
  publicUrl: string,
  name: string,
): string | null {
  const wanted = nameIn(publicUrl, name);
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('=', 2))
    .filter(([key]) => key === wanted)
    .map(([, value]) => value ?? '');
  return values.length === 1 ? (values[0] ?? null) : null;
}

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every such request and
 * no page can forge it; a request without one is not from a browser's page and is refused.
 */
export function isFromOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  const scheme = new URL(publicUrl).protocol;
  return origin === new URL(publicUrl).origin || origin === `${scheme}//${host ?? ''}`;
}
