import { preferredLanguage } from '@twinning/domain';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EDGE_STATUS } from '../problems/problem.js';
import { EDGE_TEXTS } from '../problems/texts.js';
import { answerUnread } from '../problems/unreadable.js';
import { isOwnHost } from './session-cookie.js';

/** It does nothing but send whoever came by another name to the public address. */
const SENDS_HOME = '/v1/session/login';

/** Answers 421 to whoever came by a name that is not this machine's: a foreign page could have led it here. */
export function refuseForeignHosts(fastify: FastifyInstance, publicUrl: string): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (isOwnHost(request.headers.host, publicUrl) || request.routeOptions.url === SENDS_HOME) {
      done();
      return;
    }
    answerUnread('FOREIGN_HOST', request, reply);
  });
}

/** The same where no route answers: the local issuer has a handler of its own. */
export function answerForeignHost(request: IncomingMessage, response: ServerResponse): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const { title, help } = EDGE_TEXTS[language].FOREIGN_HOST;
  response.writeHead(EDGE_STATUS.FOREIGN_HOST, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': 'no-store',
  });
  response.end(`${title}\n${help}\n`);
}
