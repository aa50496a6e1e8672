import type { FastifyInstance } from 'fastify';
import { declaredPlaces } from './declared.js';
import { Problem } from './problem.js';
import { answerUnread } from './unreadable.js';

/**
 * Refuses what the API's document does not know of an address that it knows: a method by 405 with `Allow`, before a body
 * is read or a token is looked at; a query parameter by 400, which names those that there are. A filter that is misspelt
 * would otherwise be left out, and the list taken for the whole. Other addresses go on to whoever knows them.
 */
export function refuseUndeclared(fastify: FastifyInstance): void {
  const places = declaredPlaces();
  const placeOf = (url: string) => {
    const [path = ''] = url.split('?');
    return places.find(({ pattern }) => pattern.test(path));
  };
  fastify.addHook('onRequest', (request, reply, done) => {
    const { methods } = placeOf(request.url) ?? {};
    if (methods === undefined || methods.includes(request.method)) {
      done();
      return;
    }
    void reply.header('Allow', [...methods].sort().join(', '));
    answerUnread('METHOD_NOT_ALLOWED', request, reply);
  });
  fastify.addHook('preValidation', (request, _, done) => {
    const given = Object.keys((request.query ?? {}));
    const known = given.length === 0 ? null : placeOf(request.url)?.queries.get(request.method);
    const unknown = known ? given.filter((name) => !known.includes(name)) : [];
    if (known && unknown.length > 0) {
      const expected = known.length === 0 ? 'nothing' : `one of: ${known.join(', ')}`;
      const faults = unknown.map((name) => ({ pointer: `/${name}`, expected }));
      throw new Problem('INVALID_INPUT', { faults });
    }
    done();
  });
}
