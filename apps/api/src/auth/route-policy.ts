import {
  SetMetadata,
  type ExecutionContext,
  type INestApplicationContext,
  type Type,
} from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { ReadRuleName } from '@twinning/domain';
import { placesOf, type RouteWatch } from './raw-routes.js';

const PUBLIC = 'twinning:public';
const RULE = 'twinning:rule';
const UNCOUNTED = 'twinning:uncounted';

/** A route that needs no token: health, documentation, the public side of the log. */
export const Public = () => SetMetadata(PUBLIC, true);

/** A public route that takes nothing from a budget: what a load balancer asks must answer while the database is away. */
export const Uncounted = () => SetMetadata(UNCOUNTED, true);

/** The rule of the policy under which a route or a whole controller stands. */
export const Policy = (rule: ReadRuleName) => SetMetadata(RULE, rule);

type Handler = ReturnType<ExecutionContext['getHandler']>;

/** What stands at a route: public, a rule, or nothing (null), in which case nobody gets in. */
export function policyOf(
  reflector: Reflector,
  handler: Handler,
  controller: Type,
): ReadRuleName | 'PUBLIC' | null {
  const at = [handler, controller];
  if (reflector.getAllAndOverride<boolean | undefined>(PUBLIC, at) === true) return 'PUBLIC';
  return reflector.getAllAndOverride<ReadRuleName | undefined>(RULE, at) ?? null;
}

/** Whether a public route is counted for the address that asks. */
export const isCounted = (reflector: Reflector, handler: Handler, controller: Type): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(UNCOUNTED, [handler, controller]) !== true;

interface Served {
  readonly controller: Type;
  readonly name: string;
  readonly handler: Handler;
}

/** Every method of a controller that serves an address. */
function* served(app: INestApplicationContext): Generator<Served> {
  const scanner = new MetadataScanner();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      const controller = metatype as Type;
      const prototype = controller.prototype as Readonly<Record<string, Handler>>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined) continue;
        if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) continue;
        yield { controller, name, handler };
      }
    }
  }
}

/**
 * Routes of the application that are neither public nor under a rule, as `Controller.method`; with a watch also those that
 * stand beside the controllers without saying that they are open.
 */
export function routesWithoutPolicy(
  app: INestApplicationContext,
  watch?: RouteWatch,
): readonly string[] {
  const reflector = app.get(Reflector);
  const all = [...served(app)];
  const bare = all
    .filter(({ handler, controller }) => policyOf(reflector, handler, controller) === null)
    .map(({ controller, name }) => `${controller.name}.${name}`);
  const places = all.flatMap(({ controller, handler }) => placesOf(controller, handler));
  return [...bare, ...(watch?.undeclared(new Set(places)) ?? [])];
}

/** Refuses to start an application with a route that nobody has given a policy. */
export function requireRoutePolicies(app: INestApplicationContext, watch?: RouteWatch): void {
  const bare = routesWithoutPolicy(app, watch);
  if (bare.length === 0) return;
  throw new Error(
    `No policy stands at ${bare.join(', ')}: give each @Policy(…) with a rule of the domain's READ_RULES, or @Public(), and what no controller serves OPEN.`,
  );
}
