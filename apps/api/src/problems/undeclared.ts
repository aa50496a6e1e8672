import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { declaredPlaces, type Place } from './declared.js';
import { Problem } from './problem.js';
import { answerUnread } from './unreadable.js';

/** The path as the router reads it: without a host (absolute form), query or fragment, and decoded. */
function pathOf(url: string): string {
  const [path = ''] = url.replace(/^https?:\/\/.*?\//, '/').split(/[?#]/);
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function placeOf(places: readonly Place[], url: string): Place | undefined {
  const path = pathOf(url);
  return places.find(({ pattern }) => pattern.test(path));
}

/**
 * Answers 405 with `Allow` where the API's document knows the address but not the method, before a body is read or a
 * token is looked at. Addresses that it does not know go on to whoever knows them.
 */
export function refuseUndeclaredMethods(fastify: FastifyInstance): void {
  const places = declaredPlaces();
  fastify.addHook('onRequest', (request, reply, done) => {
    const { methods } = placeOf(places, request.url) ?? {};
    if (methods === undefined || methods.includes(request.method)) {
      done();
      return;
    }
    void reply.header('Allow', [...methods].sort().join(', '));
    answerUnread('METHOD_NOT_ALLOWED', request, reply);
  });
}

/**
 * Refuses a query parameter that the API's document does not know of an address, and names those that there are: a filter
 * that is misspelt would be left out, and the list taken for the whole. Stands behind the guard that asks who calls.
 */
export class QueryGuard implements CanActivate {
  private readonly places = declaredPlaces();

  canActivate(context: ExecutionContext): boolean {
    const { url, method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const given = Object.keys(query ?? {});
    const known = given.length === 0 ? undefined : placeOf(this.places, url)?.queries.get(method);
    if (known === undefined) return true;
    const unknown = given.filter((name) => !known.includes(name));
    if (unknown.length === 0) return true;
    const expected = known.length === 0 ? 'nothing' : `one of: ${known.join(', ')}`;
    throw new Problem('INVALID_INPUT', {
      faults: unknown.map((name) => ({ pointer: `/${name}`, expected })),
    });
  }
}
