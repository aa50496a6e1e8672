import {
  definitions,
  participationCommands,
  peopleCommands,
  type JsonObject,
} from '@twinning/domain';
import { pathOf, publicCommands } from '../commands/command-names.js';
import { participationRoutes } from '../participation/command-names.js';
import { peopleRoutes } from '../people/command-names.js';
import { remindersJson } from '../desk/reminders.js';
import { EXAMPLES } from './examples.js';
import { READS, type Read } from './reads.js';
import { SCHEMAS } from './schemas.js';

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject, example?: JsonObject): JsonObject => ({
  'application/json': { schema, ...(example && { example }) },
});
const problem = (description: string): JsonObject => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});

const HEADERS: Readonly<Record<string, JsonObject>> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'The command id: new for each command, the same to repeat one.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,128}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'ETag of the agreement as it was read, e.g. "12".',
    schema: { type: 'string' },
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
    schema: { type: 'string', format: 'date-time' },
  },
};
const header = (name: string): JsonObject => ({
  $ref: `#/components/parameters/${name}`,
});

const RESPONSES: Readonly<Record<string, JsonObject>> = {
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
const response = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` });

const commandResponses = (created: boolean): JsonObject => ({
  [created ? '201' : '200']: response('Accepted'),
  '202': response('Stored'),
  '400': response('Malformed'),
  '401': response('Unauthenticated'),
  '403': response('Forbidden'),
  '404': response('NotFound'),
  '409': response('Conflict'),
  '412': response('Changed'),
  '413': response('TooLarge'),
  '415': response('Unsupported'),
  '422': response('Refused'),
  '428': response('Required'),
  '429': response('TooMany'),
  '503': response('Away'),
});

function commandOperation(command: string): JsonObject {
  const definition = definitions[command];
  if (definition === undefined) throw new Error(`No command ${command}.`);
  const opens = definition.opens === true;
  const roles = [...new Set(definition.allowed.flatMap((row) => row.roles))];
  const example = EXAMPLES[command];
  return {
    operationId: command.charAt(0).toLowerCase() + command.slice(1),
    tags: ['Commands'],
    summary: command,
    description: `Clause ${definition.clause}. Issued by: ${roles.join(', ')}.${
      definition.joint === true ? ' A joint act: it takes effect when both partners agree.' : ''
    }`,
    parameters: [
      ...(opens ? [] : [{ ...AGREEMENT }, header('IfMatch')]),
      header('IdempotencyKey'),
      header('OccurredOn'),
      header('AcceptLanguage'),
    ],
    requestBody: { required: true, content: json(definition.shape.json, example) },
    responses: commandResponses(opens),
  };
}

const AGREEMENT: JsonObject = {
  name: 'agreement',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

function participationOperation(command: string): JsonObject {
  const definition = participationCommands[command];
  if (definition === undefined) throw new Error(`No command ${command}.`);
  const answers = Object.fromEntries(
    Object.entries(commandResponses(false)).filter(
      ([status]) => !['202', '409', '412'].includes(status),
    ),
  );
  const whole = { type: 'integer', minimum: 1 };
  return {
    operationId: `participation${command}`,
    tags: ['Commands'],
    summary: command,
    description: `Clause ${definition.clause}. Issued by: ${definition.roles.join(', ')}. Decided in the request.`,
    parameters: [
      ...['member', 'committee'].map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: whole,
      })),
      header('IdempotencyKey'),
      header('AcceptLanguage'),
    ],
    requestBody: {
      required: command !== 'OpenParticipation',
      content: json(command === 'OpenParticipation' ? { type: 'object' } : definition.shape.json),
    },
    responses: {
      ...answers,
      '200': { description: 'Carried out.', content: json(ref('ParticipationAccepted')) },
    },
  };
}

function peopleOperation(command: string): JsonObject {
  const definition = peopleCommands[command];
  if (definition === undefined) throw new Error(`No command ${command}.`);
  const answers = Object.fromEntries(
    Object.entries(commandResponses(false)).filter(
      ([status]) => !['202', '409', '412'].includes(status),
    ),
  );
  return {
    operationId: `people${command}`,
    tags: ['Desk'],
    summary: command,
    description: `Clause ${definition.clause}. Issued by: ${definition.roles.join(', ')}. Decided in the request.`,
    parameters: [BODY, header('IdempotencyKey'), header('AcceptLanguage')],
    requestBody: { required: true, content: json(definition.shape.json) },
    responses: {
      ...answers,
      '200': { description: 'Carried out.', content: json(ref('PeopleAccepted')) },
    },
  };
}

const BODY: JsonObject = {
  name: 'body',
  in: 'path',
  required: true,
  description: 'ISO member id, or 0 for the desks of ISO',
  schema: { type: 'integer', minimum: 0, maximum: 2_147_483_647 },
};
const remindersOperation = (): JsonObject => ({
  operationId: 'sendReminders',
  tags: ['Desk'],
  summary: 'Reminds those who owe these tasks; as a dry run says only what would happen',
  parameters: [header('IdempotencyKey'), header('AcceptLanguage')],
  requestBody: { required: true, content: json(remindersJson) },
  responses: {
    '200': { description: 'What became of each task.', content: json(ref('Reminders')) },
    '400': response('Malformed'),
    '401': response('Unauthenticated'),
    '403': response('Forbidden'),
    '428': response('Required'),
  },
});

const OPENING: Readonly<Record<string, string>> = {
  StartDraft: '/v1/agreements',
  OpenCatchUp: '/v1/agreements/catch-up',
};

const BYTES: JsonObject = { type: 'string', format: 'binary' };

function readOperation(read: Read): JsonObject {
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
      ...(read.open === true ? {} : { '401': response('Unauthenticated') }),
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

/** The OpenAPI 3.1 document: commands from the domain's definitions, reads from their table. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const command of publicCommands()) {
    const path = OPENING[command] ?? `/v1/agreements/{agreement}/${pathOf(command)}`;
    paths[path] = { ...paths[path], post: commandOperation(command) };
  }
  for (const { path, command } of participationRoutes) {
    paths[`/v1/participation/{member}/{committee}/${path}`] = {
      post: participationOperation(command),
    };
  }
  for (const { path, command } of peopleRoutes) {
    paths[`/v1/bodies/{body}/people/${path}`] = { post: peopleOperation(command) };
  }
  paths['/v1/desk/reminders'] = { post: remindersOperation() };
  for (const read of READS) {
    paths[read.path] = { ...paths[read.path], [read.method ?? 'get']: readOperation(read) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Twinning',
      version: '1',
      description:
        'ISO twinning agreements (accords de jumelage): every step as a command, every fact from the record. ' +
        'Contains information from ISO Open Data (ISO technical committees), © ISO, made available under the ' +
        'Open Data Commons Attribution License (ODC-By) v1.0; transformed.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: ['Agreements', 'Commands', 'Documents', 'Desk', 'Registry', 'Record', 'Health'].map(
      (name) => ({
        name,
      }),
    ),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      parameters: { ...HEADERS },
      responses: { ...RESPONSES },
      schemas: SCHEMAS,
    },
  };
}
