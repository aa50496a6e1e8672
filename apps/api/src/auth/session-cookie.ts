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

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Where our own pages come from: the public address, on this machine under each of its names. */
function ownOrigins(publicUrl: string): readonly string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}

/** Whether `Host` names this machine or the public address. Any name may lead here (DNS rebinding): its page is not ours. */
export function isOwnHost(host: string | undefined, publicUrl: string): boolean {
  const name = (host ?? '').toLowerCase();
  return name === new URL(publicUrl).host || LOOPBACK.includes(name.replace(/:\d{1,5}$/, ''));
}

/**
 * Whether a request that changes something comes from our own pages. Browsers send `Origin` with every such request and
 * no page can forge it; a request without one is not from a browser's page and is refused. `Host` proves nothing: it is
 * whatever name led here.
 */
export function isFromOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin === undefined) return false;
  return (
    ownOrigins(publicUrl).includes(origin) || (site !== undefined && isTunnel(origin, publicUrl))
  );
}

/** A tunnel on this machine has a port of its own; that page and service are of one origin only the browser can say. */
function isTunnel(origin: string, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [page, ours] = [new URL(origin), new URL(publicUrl)];
  return (
    page.protocol === ours.protocol &&
    LOOPBACK.includes(page.hostname) &&
    LOOPBACK.includes(ours.hostname)
  );
}
