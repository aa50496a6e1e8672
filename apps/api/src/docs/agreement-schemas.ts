import {
  PHASES,
  RULESET_IDS,
  SCENARIOS,
  SIDES,
  STATUSES,
  TWINNING_TYPES,
  type JsonObject,
} from '@twinning/domain';
import {
  anything,
  day,
  instant,
  items,
  listOf,
  orNull,
  record,
  text,
  uuid,
  whole,
} from './schema-parts.js';

const ruleset: JsonObject = { type: 'string', enum: RULESET_IDS };
const yesOrNo: JsonObject = { type: 'boolean' };
const body = orNull(record({ member: whole, acronym: orNull(text) }));
const refusal = record({ code: text, title: text, help: text });
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

/** Agreements and what is told of them. */
export const AGREEMENT_SCHEMAS: JsonObject = {
  AgreementPage: record({
    items: listOf(
      record({
        ...summary,
        typeText: text,
        lead: orNull(whole),
        leadAcronym: orNull(text),
        twinned: orNull(whole),
        twinnedAcronym: orNull(text),
        committee: orNull(whole),
        committeeReference: orNull(text),
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
    withheld: listOf(record({ section: text, text })),
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
    jointActs: listOf(
      record({
        kind: text,
        side: { type: 'string', enum: SIDES },
        contentHash: orNull(text),
        proposedAt: instant,
        content: orNull(anything),
        untranslated: listOf(text),
      }),
    ),
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
          refusal,
          choices: record({
            field: text,
            values: listOf(
              record({ value: text, allowed: { type: 'boolean' }, refusal }, 'refusal'),
            ),
          }),
          known: listOf(record({ field: text, values: listOf(record({ value: text, text })) })),
        },
        ...['refusal', 'choices'],
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
      name: orNull(text),
      onBehalfOf: orNull({ type: ['integer', 'string'] }),
      command: orNull(uuid),
    }),
  ),
  Versions: items(record({ version: whole, changed: anything })),
  Deadlines: items(deadline),
  Events: items(anything),
  RulesetMove: record({
    agreement: uuid,
    version: whole,
    from: ruleset,
    to: ruleset,
    rules: listOf(record({ rule: text, from: text, to: text })),
    prerequisites: listOf(record({ code: text, failsNow: yesOrNo, failsThen: yesOrNo })),
    clauses: listOf(text),
    reopens: yesOrNo,
    refusal: orNull(record({ code: text, clause: text, title: text, help: text })),
    sentences: listOf(text),
  }),
  WhatIf: record({
    agreement: uuid,
    version: whole,
    scenario: { type: 'string', enum: SCENARIOS },
    text,
    from: instant,
    until: instant,
    ended: { type: 'string', enum: ['UNTIL', 'NOTHING_LEFT', 'LIMIT'] },
    endedText: text,
    moments: listOf(
      record({
        at: instant,
        kind: { type: 'string', enum: ['DEADLINE', 'COMMAND', 'FACT'] },
        timer: orNull(text),
        whose: text,
        clause: orNull(text),
        text,
        events: listOf(record({ type: text, text })),
        refusal: orNull(record({ code: text, clause: text, title: text, help: text })),
        status: { type: 'string', enum: STATUSES },
        statusText: text,
        phase: { type: 'string', enum: PHASES },
        again: whole,
        lastAt: instant,
      }),
    ),
    status: { type: 'string', enum: STATUSES },
    statusText: text,
    phase: { type: 'string', enum: PHASES },
    phaseText: text,
  }),
};
