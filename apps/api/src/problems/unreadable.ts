import { preferredLanguage } from '@twinning/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correlationOf } from './correlation.js';
import { EDGE_STATUS, type EdgeCode } from './problem.js';
import { EDGE_TEXTS } from './texts.js';

/** Answers an address that cannot be decoded, before any route is looked for; what was sent is not said back. */
export const answerUnreadable = (
  _: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void => {
  answerUnread('MALFORMED', request, reply);
};

/** Answers a request of which nothing but the head is read. */
export function answerUnread(code: EdgeCode, request: FastifyRequest, reply: FastifyReply): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const { title, help } = EDGE_TEXTS[language][code];
  const status = EDGE_STATUS[code];
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json')
    .header('Content-Language', language)
    .header('Cache-Control', 'no-store')
    .header('X-Content-Type-Options', 'nosniff')
    .send({
      type: `/problems/${code}`,
      status,
      code,
      title,
      detail: help,
      details: {},
      correlation: correlationOf(request),
    });
}
