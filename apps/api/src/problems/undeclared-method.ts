import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../docs/openapi.js';
import { answerUnread } from './unreadable.js';

/** An address of the document, and the methods that it takes. */
interface Place {
  readonly pattern: RegExp;
  readonly methods: readonly string[];
}

const escaped = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function placesOf(paths: Readonly<Record<string, object>>): readonly Place[] {
  const literalFirst = Object.entries(paths).sort(
    ([a], [b]) => a.split('{').length - b.split('{').length,
  );
  return literalFirst.map(([path, operations]) => {
    const parts = path
      .split('/')
      .map((part) =>
        /^\{\w+\}$/.test(part) ? (part === '{path}' ? '.+' : '[^/]+') : escaped(part),
      );
    const methods = Object.keys(operations).map((method) => method.toUpperCase());
    return {
      pattern: new RegExp(`^${parts.join('/')}$`),
      methods: methods.includes('GET') ? [...methods, 'HEAD'] : methods,
    };
  });
}

/**
 * Answers 405 with `Allow` where the API's document knows the address but not the method, before a body is read or a
 * token is looked at. Addresses that it does not know go on to whoever knows them.
 */
export function refuseUndeclaredMethods(fastify: FastifyInstance): void {
  const places = placesOf(openApiDocument().paths as Readonly<Record<string, object>>);
  fastify.addHook('onRequest', (request, reply, done) => {
    const [path = ''] = request.url.split('?');
    // Literal addresses come first, as the router has it: /catch-up is no agreement.
    const { methods } = places.find(({ pattern }) => pattern.test(path)) ?? {};
    if (methods === undefined || methods.includes(request.method)) {
      done();
      return;
    }
    void reply.header('Allow', [...methods].sort().join(', '));
    answerUnread('METHOD_NOT_ALLOWED', request, reply);
  });
}
