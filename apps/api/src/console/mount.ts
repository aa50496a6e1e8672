import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileURLToPath } from 'node:url';
import { withoutBody } from '../answers/lean.js';
import { OPEN } from '../auth/raw-routes.js';
import { encodingFor, readSite, type SiteFile } from './site.js';

/** Addresses of the console's pages: each answers the same document, which then shows the page. */
const PAGES = [
  '/',
  '/sign-in',
  '/agreements',
  '/agreements/*',
  '/appeals',
  '/appeals/*',
  '/new',
  '/registry',
  '/registry/*',
  '/audit',
  '/desk',
  '/people',
  '/sessions',
  '/programme',
  '/help',
  '/outbox',
  '/mail/*',
];

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const IMMUTABLE = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';

const cacheOf = (address: string): string => {
  if (address.startsWith('/assets/')) return IMMUTABLE;
  return address === '/icon.svg' ? DAY : 'no-cache';
};

function answer(request: FastifyRequest, reply: FastifyReply, file: SiteFile, cache: string) {
  void reply
    .header('Cache-Control', cache)
    .header('ETag', file.etag)
    .header('Vary', 'Accept-Encoding');
  const isKept = request.headers['if-none-match'] === file.etag;
  // A page that stayed the same may stand under a new policy.
  if (isKept && !file.type.startsWith('text/html')) return withoutBody(reply).send();
  void reply.header('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  if (isKept) return reply.status(304).send();
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (encoding !== 'identity') void reply.header('Content-Encoding', encoding);
  return reply.type(file.type).send(file.bytes[encoding]);
}

const BUILT = fileURLToPath(new URL('../../../console/dist/site', import.meta.url));

/** Serves the built console on the API's own address; without a built console there is none, and the API works. */
export function mountConsole(fastify: FastifyInstance, folder = BUILT): void {
  const site = readSite(folder);
  const document = site?.get('/index.html');
  if (site === null || document === undefined) {
    new Logger('console').warn('The console is not built; nothing is served at /.');
    return;
  }
  for (const page of PAGES) {
    fastify.get(page, OPEN, (request, reply) => answer(request, reply, document, 'no-cache'));
  }
  for (const [address, file] of site) {
    if (address === '/index.html') continue;
    fastify.get(address, OPEN, (request, reply) => answer(request, reply, file, cacheOf(address)));
  }
}
