import helmet from '@fastify/helmet';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app-module.js';
import { answerLean } from './answers/lean.js';
import { mountDevelopmentIssuer } from './auth/development-issuer.js';
import { demandIssuer } from './auth/local-issuer.js';
import { RouteWatch } from './auth/raw-routes.js';
import { Entrance } from './auth/entrance.js';
import { requireRoutePolicies } from './auth/route-policy.js';
import { isLocal } from './auth/trusted-issuers.js';
import type { ApiConfig } from './config.js';
import { refuseForeignHosts } from './auth/foreign-host.js';
import { isTooDeep } from './limits/depth.js';
import { Problem } from './problems/problem.js';
import { mountConsole } from './console/mount.js';
import { ProcessLog } from './process-log.js';
import { refuseUndeclaredMethods } from './problems/undeclared.js';
import { answerUnreadable } from './problems/unreadable.js';
import { correlationOf } from './problems/correlation.js';
import { acceptUnsubscribing } from './mail/controller.js';
import type { Resources } from './resources.js';
import { acceptFiles } from './documents/uploads.js';
import { acceptSnapshots } from './registry/snapshot-upload.js';

const BODY_LIMIT = 64 * 1024;

/** What pages of this service may load: their own files, nothing inline, nothing from elsewhere, in no frame. */
const CONTENT_SECURITY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
};

/**
 * The API, ready to listen. Without an issuer of its own it carries the development issuer below `/oidc`, or throws when
 * that one may not stand in. `wiring` may change what its module provides.
 */
export async function createApp(
  config: ApiConfig,
  resources: Resources,
  wiring: (module: DynamicModule) => DynamicModule = (module) => module,
): Promise<NestFastifyApplication> {
  await demandIssuer(config, resources);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.proxies.length > 0 && [...config.proxies],
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // Whoever sends slowly is let go of: the whole request within half a minute, its head within a third of that.
    requestTimeout: 30_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
    frameworkErrors: answerUnreadable,
  });
  const watch = new RouteWatch(adapter);
  const app = await NestFactory.create<NestFastifyApplication>(
    wiring(AppModule.with(config, resources)),
    adapter,
    { logger: new ProcessLog(config.logFormat === 'json') },
  );
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply
      .header('X-Correlation-Id', correlationOf(request))
      .header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    // What is read here is for one person; a handler that knows better says so.
    // The address of the route: what was asked for may begin with a host (absolute form).
    const isOfApi = request.routeOptions.url?.startsWith('/v1/') === true;
    if (isOfApi) void reply.header('Cache-Control', 'no-store');
    done();
  });
  // Who signs in without a password is whoever reaches this machine: no page of another name may.
  if (isLocal(config)) refuseForeignHosts(fastify, config.publicUrl);
  refuseUndeclaredMethods(fastify);
  fastify.addHook('preValidation', (request, _, done) => {
    if (isTooDeep(request.body)) throw new Problem('MALFORMED');
    done();
  });
  answerLean(fastify);
  acceptFiles(fastify, (request, reply) => app.get(Entrance).claimed(request, reply));
  acceptSnapshots(fastify);
  acceptUnsubscribing(fastify);
  mountConsole(fastify);
  if (isLocal(config)) {
    // An issuer is asked by whoever wants to sign in.
    watch.declareOpen('/oidc');
    await mountDevelopmentIssuer(app, { ...config, issuer: `${config.publicUrl}/oidc` });
  }
  await app.init();
  requireRoutePolicies(app, watch);
  return app;
}
