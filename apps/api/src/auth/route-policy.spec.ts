import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { OPEN, RouteWatch } from './raw-routes.js';
import { Policy, Public, requireRoutePolicies, routesWithoutPolicy } from './route-policy.js';

@Controller('bare')
class BareController {
  @Get()
  nothing() {
    return {};
  }

  @Public()
  @Get('open')
  open() {
    return {};
  }

  noRoute() {
    return {};
  }
}

@Policy('SIGNED_IN')
@Controller('covered')
class CoveredController {
  @Get()
  all() {
    return {};
  }

  @Policy('AUDIT')
  @Get('more')
  more() {
    return {};
  }
}

@Public()
@Controller()
class TilesLike {
  @Get(['tile/*', 'health/live'])
  tile() {
    return {};
  }

  @Post('covered/:id')
  more() {
    return {};
  }
}

@Module({ controllers: [BareController, CoveredController] })
class BareModule {}

@Module({ controllers: [CoveredController] })
class CoveredModule {}

@Module({ controllers: [CoveredController, TilesLike] })
class ServedModule {}

describe('the check of routes at the start', () => {
  let app: INestApplicationContext | null = null;
  const start = async (of: typeof BareModule) =>
    (app = await NestFactory.createApplicationContext(of, { logger: false }));
  afterEach(() => app?.close());

  it('names a route that has neither a policy nor @Public, and lets nothing start', async () => {
    const bare = await start(BareModule);
    expect(routesWithoutPolicy(bare)).toEqual(['BareController.nothing']);
    expect(() => {
      requireRoutePolicies(bare);
    }).toThrow('BareController.nothing');
  });

  it('is content when a rule stands at the controller or at each route', async () => {
    const covered = await start(CoveredModule);
    expect(routesWithoutPolicy(covered)).toEqual([]);
    expect(() => {
      requireRoutePolicies(covered);
    }).not.toThrow();
  });

  describe('beside the controllers', () => {
    type Wiring = (app: NestFastifyApplication, watch: RouteWatch) => void | Promise<void>;
    const bareAfter = async (wire: Wiring) => {
      const adapter = new FastifyAdapter();
      const watch = new RouteWatch(adapter);
      const started = await NestFactory.create<NestFastifyApplication>(ServedModule, adapter, {
        logger: false,
      });
      app = started;
      await wire(started, watch);
      await started.init();
      await started.getHttpAdapter().getInstance().ready();
      return routesWithoutPolicy(started, watch);
    };
    const nothing = (_: IncomingMessage, response: ServerResponse) => response.end();

    it('finds nothing where there is none, wildcards, lists and parameters of controllers included', async () => {
      expect(await bareAfter(() => undefined)).toEqual([]);
    });

    it('names every raw route that does not say it is open, in plugins and of any method too', async () => {
      const bare = await bareAfter(async (started) => {
        const fastify = started.getHttpAdapter().getInstance();
        fastify.get('/open', OPEN, () => ({}));
        fastify.get('/raw', () => ({}));
        fastify.route({ method: ['PUT', 'DELETE'], url: '/raw', handler: () => ({}) });
        // Beside a controller's own: another method of the same address.
        fastify.delete('/covered/:id', () => ({}));
        await started.register((plugin, _, done) => {
          plugin.post('/hook', () => ({}));
          done();
        });
      });
      expect([...bare].sort()).toEqual([
        'DELETE /covered/:id',
        'DELETE /raw',
        'GET /raw',
        'POST /hook',
        'PUT /raw',
      ]);
    });

    it('names what is mounted in front of all routes', async () => {
      const bare = await bareAfter((started, watch) => {
        watch.declareOpen('/known');
        started.use('/known', nothing);
        started.use('/hidden', nothing);
        started.use(nothing);
      });
      expect(bare).toEqual(['use /hidden', 'use /']);
    });

    it('lets nothing start then', async () => {
      const adapter = new FastifyAdapter();
      const watch = new RouteWatch(adapter);
      adapter.getInstance().get('/raw', () => ({}));
      const started = await NestFactory.create<NestFastifyApplication>(ServedModule, adapter, {
        logger: false,
      });
      app = started;
      await started.init();
      expect(() => {
        requireRoutePolicies(started, watch);
      }).toThrow('GET /raw');
    });
  });
});
