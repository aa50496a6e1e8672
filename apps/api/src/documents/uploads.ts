import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MAX_FILE_BYTES } from '@twinning/filing';
import { Problem } from '../problems/problem.js';

const TYPES = [
  'application/octet-stream',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
];

/** The addresses that take a file as their body; all others take JSON of 64 KiB at most. */
const TAKES_FILES: readonly string[] = ['/v1/papers/check', '/v1/agreements/:id/attachments'];

const takesFiles = (url: string | undefined): boolean => TAKES_FILES.includes(url ?? '');

/**
 * Lets files in where they are expected, and nowhere else; `claimed` throws before a byte of the body is read when
 * nobody has sent it whose token or session counts.
 */
export function acceptFiles(
  fastify: FastifyInstance,
  claimed: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  fastify.addHook('onRoute', (route) => {
    if (takesFiles(route.url)) route.bodyLimit = MAX_FILE_BYTES + 1;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    if (takesFiles(request.routeOptions.url)) await claimed(request, reply);
  });
  fastify.addContentTypeParser(TYPES, { parseAs: 'buffer' }, (request, body, done) => {
    if (takesFiles(request.routeOptions.url)) done(null, body);
    else done(new Problem('UNSUPPORTED_MEDIA_TYPE'));
  });
}
