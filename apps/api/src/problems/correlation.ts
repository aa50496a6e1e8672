import type { FastifyRequest } from 'fastify';

const ACCEPTED = /^[A-Za-z0-9._-]{8,64}$/;

/** The correlation id of a request: the caller's own when it is well-formed, the server's otherwise. */
export function correlationOf(request: FastifyRequest): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && ACCEPTED.test(given) ? given : String(request.id);
}
