import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Said of a route that no controller serves: everybody is answered. */
    readonly policy?: 'PUBLIC';
  }
}

/** Options of a route that is added to Fastify itself, past the guard of the controllers: it is for everybody. */
export const OPEN = { config: { policy: 'PUBLIC' } } as const;

const trimmed = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** `GET /v1/x` for each address that a controller's method serves. */
export function placesOf(controller: Type, handler: object): readonly string[] {
  const paths = (of: object): readonly string[] =>
    [Reflect.getMetadata(PATH_METADATA, of) as string | readonly string[]].flat();
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
  return paths(controller).flatMap((before) =>
    paths(handler).map((after) => {
      const path = [before, after].map(trimmed).filter((part) => part !== '');
      return `${RequestMethod[method]} /${path.join('/')}`;
    }),
  );
}

/**
 * Everything that answers below Fastify, from the adapter's first moment on: routes of controllers, routes added beside
 * them, and what is mounted in front of all routes. What no controller serves must say that it is open.
 */
export class RouteWatch {
  private readonly routes = new Map<string, boolean>();
  private readonly mounted: string[] = [];
  private readonly declared = new Set<string>();

  constructor(adapter: FastifyAdapter) {
    adapter.getInstance().addHook('onRoute', ({ method, url, config }) => {
      for (const one of [method].flat()) {
        // Fastify's own HEAD stands beside a GET and does what that does.
        if (one !== 'HEAD') this.routes.set(`${one} ${url}`, config?.policy === 'PUBLIC');
      }
    });
    const use = adapter.use.bind(adapter) as (...args: readonly unknown[]) => unknown;
    adapter.use = (...args: readonly unknown[]): unknown => {
      this.mounted.push(typeof args[0] === 'string' ? args[0] : '/');
      return use(...args);
    };
  }

  /** Says that what is mounted at this address answers everybody. */
  declareOpen(address: string): void {
    this.declared.add(address);
  }

  /** What neither a controller serves (`served`: their places) nor is declared open. */
  undeclared(served: ReadonlySet<string>): readonly string[] {
    return [
      ...[...this.routes].filter(([place, open]) => !open && !served.has(place)).map(([p]) => p),
      ...this.mounted.filter((address) => !this.declared.has(address)).map((a) => `use ${a}`),
    ];
  }
}
