import type { JsonObject } from '@twinning/domain';
import { KEY_PATTERN } from '../commands/edge.js';

// What the operations have in common: headers, answers and how a schema is named.

export const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: JsonObject, example?: JsonObject): JsonObject => ({
  'application/json': { schema, ...(example && { example }) },
});
export const problem = (description: string): JsonObject => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

export const HEADERS: Readonly<Record<string, JsonObject>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The command id: new for each command, the same to repeat one.',
    schema: { type: 'string', pattern: KEY_PATTERN },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'ETag of the agreement as it was read, e.g. "12".',
    schema: { type: 'string', pattern: '^(W/)?"[0-9]{1,9}"$' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'en or fr',
    schema: { type: 'string' },
  },
  OccurredOn: {
    name: 'Twinning-Occurred-On',
    in: 'header',
    required: false,
    description: 'When it happened, while an agreement with a past is entered (catch-up mode).',
    schema: { type: 'string', format: 'date-time', pattern: '^(19|[2-9][0-9])' },
  },
};
export const header = (name: string): JsonObject => ({
  $ref: `#/components/parameters/${name}`,
});

export const RESPONSES: Readonly<Record<string, JsonObject>> = {
  Accepted: {
    description: 'Carried out; the events stand in the record.',
    content: json(ref('Accepted')),
  },
  Stored: {
    description: 'Stored; it will be carried out when the conductor is back.',
    content: json(ref('Stored')),
  },
  Malformed: problem('Malformed, or fields that are wrong (INVALID_INPUT).'),
  Unauthenticated: problem(
    'No valid token, or a fresh proof of the person is needed (STEP_UP_REQUIRED).',
  ),
  Forbidden: problem('Not this role or not this body (FORBIDDEN_ROLE, PROXY_FORBIDDEN).'),
  NotFound: problem('Nothing that the caller may see.'),
  Conflict: problem('Not in this status (WRONG_STATUS), or a claim is taken (SLOT_TAKEN).'),
  Changed: problem('Changed since it was read (VERSION_CONFLICT, TEXT_CHANGED).'),
  Unsupported: problem('Not JSON.'),
  TooLarge: problem('Larger than 64 KiB.'),
  Refused: problem('A rule of the agreement refuses it, or COMMAND_ID_REUSED.'),
  Required: problem('Idempotency-Key or If-Match is missing.'),
  TooMany: problem('Too many requests, refusals or bad tokens; Retry-After says for how long.'),
  Away: problem('The record is away; nothing was stored.'),
};
export const response = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` });
