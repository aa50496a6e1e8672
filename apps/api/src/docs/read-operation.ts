import type { JsonObject } from '@twinning/domain';
import { header, json, problem, ref, response } from './http-parts.js';
import { hash, place, uuid, whole, type Read } from './read.js';

/** What a part of an address looks like, by its name. */
const PARTS: Readonly<Record<string, JsonObject>> = {
  agreement: uuid,
  hash,
  member: whole,
  committee: whole,
  index: place,
  session: { type: 'string', pattern: '^[0-9a-f]{16}$' },
  body: { ...whole, minimum: 0 },
};

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
      ...names.map((name) => ({
        ...{ name, in: 'path', required: true },
        schema: partOf(read, name),
      })),
      ...Object.entries(read.query ?? {}).map(([name, schema]) => ({
        name,
        in: 'query',
        required: read.needs?.includes(name) === true,
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
          }),
      '429': response('TooMany'),
      '404': response('NotFound'),
      '503': response('Away'),
    },
  };
}

const partOf = ({ id }: Read, name: string): JsonObject =>
  PARTS[name] ?? (name === 'id' && /Member|Committee/.test(id) ? whole : { type: 'string' });

// An event of a stream, as its reader has it.
const EVENT: JsonObject = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    event: { type: 'string' },
    data: { type: 'string' },
    retry: { type: 'integer' },
  },
};

function contentOf({ text, bytes, schema }: Read): JsonObject {
  if (bytes === 'text/event-stream') return { [bytes]: { schema: EVENT } };
  if (bytes !== undefined) return { [bytes]: { schema: BYTES } };
  return text === true ? { 'text/plain': { schema: { type: 'string' } } } : json(ref(schema));
}
