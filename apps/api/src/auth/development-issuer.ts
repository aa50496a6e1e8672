import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { developmentKey } from '@twinning/identity';
import Provider from 'oidc-provider';

/**
 * The local start's own OpenID Connect issuer below `/oidc`: discovery and keys, so that tokens are checked exactly as
 * those of any other issuer. Only for the demonstration; a production start names its issuer.
 */
export async function mountDevelopmentIssuer(
  app: NestFastifyApplication,
  issuer: string,
  dataFolder: string,
): Promise<void> {
  const provider = new Provider(issuer, {
    jwks: { keys: [await developmentKey(dataFolder)] },
    clients: [],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: [issuer] },
  });
  const logger = new Logger('issuer');
  provider.on('server_error', (_, error: Error) => {
    logger.error(error.message);
  });
  app.use('/oidc', provider.callback());
}
