import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
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

@Module({ controllers: [BareController, CoveredController] })
class BareModule {}

@Module({ controllers: [CoveredController] })
class CoveredModule {}

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
});
