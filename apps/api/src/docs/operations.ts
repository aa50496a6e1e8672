import {
  definitions,
  participationCommands,
  peopleCommands,
  type JsonObject,
} from '@twinning/domain';
import { remindersJson } from '../desk/reminders.js';
import { EXAMPLES } from './examples.js';
import { header, json, ref, response } from './http-parts.js';

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

// What goes on with an agreement that was just opened: a client, or a tool that tries the service, can follow it.
const NEXT = [
  'invitePartner',
  'editRequest',
  'confirmPartner',
  'consentToRequest',
  'withdraw',
] as const;
const READ = ['getAgreement', 'getTimeline', 'getDeadlines', 'getEvents'] as const;
const OPENED = '$response.body#/agreement';

function withLinks({ 201: _, ...others }: JsonObject): JsonObject {
  const to = (operationId: string, parameters: JsonObject): JsonObject => ({
    operationId,
    parameters: { agreement: OPENED, ...parameters },
  });
  return {
    ...others,
    '201': {
      description: 'Opened; the events stand in the record.',
      content: json(ref('Accepted')),
      links: {
        ...Object.fromEntries(READ.map((id) => [id, to(id, {})])),
        ...Object.fromEntries(
          NEXT.map((id) => [id, to(id, { 'If-Match': '$response.header.ETag' })]),
        ),
        getCommand: { operationId: 'getCommand', parameters: { id: '$response.body#/command' } },
      },
    },
  };
}

/** A command of an agreement: stored, and carried out by its workflow. */
export function commandOperation(command: string): JsonObject {
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
    responses: opens ? withLinks(commandResponses(true)) : commandResponses(false),
  };
}

const AGREEMENT: JsonObject = {
  name: 'agreement',
  in: 'path',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

interface Direct {
  readonly clause: string;
  readonly roles: readonly string[];
  readonly shape: { readonly json: JsonObject };
}

/** A command that is decided in the request itself. */
function directOperation(
  kind: 'participation' | 'people',
  command: string,
  {
    definition,
    path,
    accepted,
  }: { definition: Direct | undefined; path: readonly JsonObject[]; accepted: string },
): JsonObject {
  if (definition === undefined) throw new Error(`No command ${command}.`);
  const answers = Object.fromEntries(
    Object.entries(commandResponses(false)).filter(
      ([status]) => !['202', '409', '412'].includes(status),
    ),
  );
  const bare = command === 'OpenParticipation';
  return {
    operationId: `${kind}${command}`,
    tags: [kind === 'people' ? 'Desk' : 'Commands'],
    summary: command,
    description: `Clause ${definition.clause}. Issued by: ${definition.roles.join(', ')}. Decided in the request.`,
    parameters: [...path, header('IdempotencyKey'), header('AcceptLanguage')],
    requestBody: {
      required: !bare,
      content: json(bare ? { type: 'object' } : definition.shape.json),
    },
    responses: {
      ...answers,
      '200': { description: 'Carried out.', content: json(ref(accepted)) },
    },
  };
}

const inPath = (name: string, schema: JsonObject, description?: string): JsonObject => ({
  name,
  in: 'path',
  required: true,
  ...(description !== undefined && { description }),
  schema,
});
const id: JsonObject = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };
const body: JsonObject = { type: 'integer', minimum: 0, maximum: 2_147_483_647 };

export const participationOperation = (command: string): JsonObject =>
  directOperation('participation', command, {
    definition: participationCommands[command],
    path: [inPath('member', id), inPath('committee', id)],
    accepted: 'ParticipationAccepted',
  });

export const peopleOperation = (command: string): JsonObject =>
  directOperation('people', command, {
    definition: peopleCommands[command],
    path: [inPath('body', body, 'ISO member id, or 0 for the desks of ISO')],
    accepted: 'PeopleAccepted',
  });

export const remindersOperation = (): JsonObject => ({
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
