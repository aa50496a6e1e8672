import { preferredLanguage } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationOf } from './correlation.js';
import { EDGE_TEXTS } from './texts.js';

/** Answers an address that cannot be decoded, before any route is looked for; what was sent is not said back. */
export function answerUnreadable(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const { title, help } = EDGE_TEXTS[language].MALFORMED;
  void reply
    .status(400)
    .header('Content-Type', 'application/problem+json')
    .header('Content-Language', language)
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .send({
      type: '/problems/MALFORMED',
      status: 400,
      code: 'MALFORMED',
      title,
      detail: help,
      details: {},
      correlation: correlationOf(request),
    });
}
