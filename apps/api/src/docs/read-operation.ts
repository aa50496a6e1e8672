import type { JsonObject } from '@twinning/domain';
import { header, json, problem, ref, response } from './http-parts.js';
import type { Read } from './read.js';

const BYTES: JsonObject = { type: 'string', format: 'binary' };

/** A route that reads, as the document describes it. */
export function readOperation(read: Read): JsonObject {
  const names = [...read.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '');
  return {
    operationId: read.id,
    tags: [read.tag],
    summary: read.summary,
    ...(read.open === true && { security: [] }),
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(read.query ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        required: false,
        schema,
      })),
      header('AcceptLanguage'),
    ],
    ...(read.takes === 'FILE' && {
      requestBody: { required: true, content: { 'application/octet-stream': { schema: BYTES } } },
    }),
    responses: {
      [read.status ?? '200']: {
        description: 'Found.',
        ...(read.status !== '204' && { content: contentOf(read) }),
      },
      ...(read.takes === 'FILE' && { '422': problem('The file is not taken.') }),
      '400': response('Malformed'),
      ...(read.open === true
        ? {}
        : {
            '401': response('Unauthenticated'),
            '403': response('Forbidden'),
            '429': response('TooMany'),
          }),
      '404': response('NotFound'),
      '503': response('Away'),
    },
  };
}

function contentOf({ text, bytes, schema }: Read): JsonObject {
  if (bytes !== undefined) return { [bytes]: { schema: BYTES } };
  return text === true ? { 'text/plain': { schema: { type: 'string' } } } : json(ref(schema));
}
