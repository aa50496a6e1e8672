import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demonstrationPeople } from '@twinning/identity';
import { referenceSet } from '@twinning/registry';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { interaction } from './issuer/interaction.js';
import { developmentProvider, type IssuerOptions } from './issuer/provider.js';
import { answerForeignHost } from './foreign-host.js';
import { isOwnHost } from './session-cookie.js';

/** The people that the local issuer knows: the ISO desks and four of each body of the reference set. */
export const issuerPeople = () =>
  demonstrationPeople(
    [...referenceSet.committees.members].map(([id, acronym]) => ({ id, acronym })),
  );

/**
 * The local start's own OpenID Connect issuer below `/oidc`, so that people sign in and tokens are checked exactly as
 * with any other issuer. Only for the demonstration; a production start names its issuer.
 */
export async function mountDevelopmentIssuer(
  app: NestFastifyApplication,
  options: Omit<IssuerOptions, 'people'>,
): Promise<void> {
  const people = issuerPeople();
  const provider = await developmentProvider({ ...options, people });
  const logger = new Logger('issuer');
  provider.on('server_error', (_, error: Error) => {
    logger.error(error.message);
  });
  const callback = provider.callback();
  app.use('/oidc', (request: IncomingMessage, response: ServerResponse) => {
    if (!isOwnHost(request.headers.host, options.issuer)) {
      answerForeignHost(request, response);
      return;
    }
    if (!/^\/interaction\/[^/]+$/.test(request.url ?? '')) {
      void callback(request, response);
      return;
    }
    interaction(provider, people, request, response).catch((error: unknown) => {
      logger.warn(error instanceof Error ? error.message : 'interaction');
      if (!response.headersSent) response.writeHead(400, { 'Cache-Control': 'no-store' });
      response.end();
    });
  });
}
