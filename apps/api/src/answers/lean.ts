import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { encodingFor } from '../console/site.js';

const WORTH_PACKING = 1024;
const pack = promisify(gzip);

/**
 * What a browser is told about the body that it is given: nothing to be told of an answer without one. The kept answer
 * has them all (RFC 9111, 3.2: what a 304 leaves out stays as it was), and they are larger than everything else in it.
 */
const ABOUT_A_BODY = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-Content-Type-Options',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
  'Permissions-Policy',
  'Content-Type',
];

/** The answer that nothing has changed, in few bytes. */
export const withoutBody = (reply: FastifyReply): FastifyReply => {
  for (const name of ABOUT_A_BODY) void reply.removeHeader(name);
  return reply.status(304);
};

/** A digest of the whole answer, weak: the same words, whatever their encoding. */
const digestOf = (body: string): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

async function lean(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<unknown> {
  if (typeof body !== 'string' || !request.url.startsWith('/v1/')) return body;
  // An agreement's ETag is its version and says nothing of what its reader may do today: it is no digest.
  if (request.method === 'GET' && reply.statusCode === 200 && !reply.hasHeader('ETag')) {
    const digest = digestOf(body);
    void reply.header('ETag', digest);
    if (request.headers['if-none-match'] === digest) {
      void withoutBody(reply);
      return '';
    }
  }
  const accepts = encodingFor(request.headers['accept-encoding']) !== 'identity';
  const packed = reply.hasHeader('Content-Encoding');
  if (body.length < WORTH_PACKING || !accepts || packed) return body;
  void reply.header('Content-Encoding', 'gzip').header('Vary', 'Accept-Encoding, Accept-Language');
  return pack(body);
}

/** Answers of the API as light as they can be: packed, and not sent again when nothing changed. */
export function answerLean(fastify: FastifyInstance): void {
  fastify.addHook('onSend', lean);
}
