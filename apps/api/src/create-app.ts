import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app-module.js';
import { mountDevelopmentIssuer } from './auth/development-issuer.js';
import type { ApiConfig } from './config.js';
import { correlationOf } from './problems/correlation.js';
import type { Resources } from './resources.js';

const BODY_LIMIT = 64 * 1024;

/** The API, ready to listen. Without an issuer of its own it carries the development issuer below `/oidc`. */
export async function createApp(
  config: ApiConfig,
  resources: Resources,
): Promise<NestFastifyApplication> {
  const issuer = config.issuer ?? `${config.publicUrl}/oidc`;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, resources, issuer),
    adapter,
    { logger: ['fatal', 'error', 'warn'] },
  );
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { 'script-src': ["'self'"], 'upgrade-insecure-requests': null },
    },
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('X-Correlation-Id', correlationOf(request));
    done();
  });
  if (config.issuer === null) await mountDevelopmentIssuer(app, issuer, config.dataFolder);
  await app.init();
  return app;
}
