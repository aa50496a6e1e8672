import { PHASES, SIDES, STATUSES, TWINNING_TYPES, type JsonObject } from '@twinning/domain';

const text: JsonObject = { type: 'string' };
const whole: JsonObject = { type: 'integer' };
const instant: JsonObject = { type: 'string', format: 'date-time' };
const day: JsonObject = { type: 'string', format: 'date' };
const uuid: JsonObject = { type: 'string', format: 'uuid' };
const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] });
const listOf = (items: JsonObject): JsonObject => ({ type: 'array', items });
const anything: JsonObject = { type: 'object', additionalProperties: true };

/** Every property is always there unless named in `optional`. */
const record = (
  properties: Readonly<Record<string, JsonObject>>,
  ...optional: string[]
): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
const items = (of: JsonObject): JsonObject => record({ items: listOf(of) });

const body = orNull(record({ member: whole, acronym: orNull(text) }));
const deadline = record({
  timer: text,
  step: text,
  subject: text,
  due: instant,
  lastDay: orNull(day),
  zone: text,
  whose: text,
  clause: text,
  text,
});

const summary = {
  id: uuid,
  version: whole,
  status: { type: 'string', enum: STATUSES },
  statusText: text,
  phase: { type: 'string', enum: PHASES },
  phaseText: text,
  type: { type: 'string', enum: TWINNING_TYPES },
  workingGroup: orNull(text),
} satisfies Readonly<Record<string, JsonObject>>;

/** The components of the OpenAPI document. */
export const SCHEMAS: JsonObject = {
  Accepted: record({
    command: uuid,
    agreement: uuid,
    status: { const: 'ACCEPTED' },
    version: whole,
    decidedAt: instant,
    events: listOf(record({ index: whole, type: text })),
  }),
  Stored: record({ command: uuid, agreement: uuid, status: { const: 'STORED' }, at: text }),
  Problem: record(
    {
      type: text,
      status: whole,
      code: text,
      title: text,
      detail: text,
      clause: text,
      details: anything,
      correlation: text,
      command: uuid,
      agreement: uuid,
      version: whole,
      recorded: orNull(whole),
    },
    'clause',
    'command',
    'agreement',
    'version',
    'recorded',
  ),
  AgreementPage: record({
    items: listOf(
      record({
        ...summary,
        lead: orNull(whole),
        twinned: orNull(whole),
        committee: orNull(whole),
        start: orNull(day),
        end: orNull(day),
        nextDeadline: orNull(instant),
        updatedAt: instant,
      }),
    ),
    next: orNull(text),
  }),
  Agreement: record({
    ...summary,
    typeText: text,
    ruleset: text,
    catchUp: { type: 'boolean' },
    initiator: { type: 'string', enum: SIDES },
    lead: body,
    twinned: body,
    committee: orNull(record({ id: whole, reference: orNull(text), title: orNull(text) })),
    requestHash: text,
    term: orNull(
      record({ start: day, end: day, activatedAt: instant, windowOpened: { type: 'boolean' } }),
    ),
    request: anything,
    approval: anything,
    negotiation: anything,
    execution: anything,
    oversight: anything,
    evaluation: anything,
    ending: anything,
    jointActs: listOf(anything),
    duties: listOf(
      record({
        id: text,
        desk: text,
        commands: listOf(text),
        since: instant,
        due: orNull(instant),
        clause: text,
        text,
      }),
    ),
    nextDeadline: orNull(deadline),
    actions: listOf(
      record(
        {
          command: text,
          text,
          clause: text,
          allowed: { type: 'boolean' },
          refusal: record({ code: text, title: text, help: text }),
        },
        'refusal',
      ),
    ),
  }),
  Timeline: items(
    record({
      version: whole,
      index: whole,
      type: text,
      text,
      occurredAt: instant,
      recordedAt: instant,
      actor: record({ person: orNull(text), role: text, body: orNull(whole) }),
      onBehalfOf: orNull({ type: ['integer', 'string'] }),
      command: orNull(uuid),
    }),
  ),
  Deadlines: items(deadline),
  Events: items(anything),
  Me: record({
    person: text,
    member: orNull(whole),
    roles: listOf(anything),
    stepUp: { type: 'boolean' },
  }),
  Tasks: items(
    record({
      agreement: uuid,
      id: text,
      text,
      desk: text,
      member: orNull(whole),
      committee: orNull(whole),
      commands: listOf(text),
      clause: text,
      since: instant,
      due: orNull(instant),
    }),
  ),
  Escalations: items(
    record({
      agreement: uuid,
      id: text,
      level: text,
      trigger: text,
      owner: text,
      since: instant,
      ageDays: whole,
    }),
  ),
  Items: items(anything),
  Member: anything,
  Committee: anything,
  Membership: record({
    member: whole,
    committee: whole,
    on: day,
    status: orNull({ type: 'string', enum: ['P', 'O'] }),
    history: listOf(
      record({ from: day, to: orNull(day), status: { type: 'string', enum: ['P', 'O'] } }),
    ),
  }),
  Consistency: record({ first: whole, second: whole, proof: listOf(text) }),
  Receipt: record({ index: whole, leaf: text, proof: listOf(text), checkpoint: text }),
  Health: record({ status: text, record: text, conductor: text }, 'record', 'conductor'),
};
