import type { JsonObject } from '@twinning/domain';
import { proofsInAnswer, unproven } from './record-schemas.js';
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

const index: JsonObject = { type: 'integer', minimum: 0 };
const committees: JsonObject = { anyOf: [{ const: 'ALL' }, listOf(whole)] };
const commands: JsonObject = { anyOf: [{ const: 'ALL' }, listOf(text)] };

/** A role; with `by` it is another person's, delegated for some days. */
export const grant = record(
  { role: text, committees, by: record({ delegation: text, person: text, commands }) },
  'committees',
  'by',
);

/** The components for the people of a body and for the audit of access. */
export const PEOPLE_SCHEMAS: JsonObject = {
  Staff: record({
    body: index,
    version: index,
    people: listOf(
      record({
        person: text,
        name: orNull(text),
        email: orNull(text),
        state: { type: 'string', enum: ['INVITED', 'ACTIVE', 'ENDED'] },
        grants: listOf(grant),
        since: instant,
      }),
    ),
    delegations: listOf(
      record({
        id: text,
        from: text,
        to: text,
        grant,
        commands,
        commandTexts: listOf(text),
        start: day,
        end: day,
        reason: { type: 'string', enum: ['DELEGATION', 'ABSENCE'] },
      }),
    ),
    timeline: listOf(
      record({
        index,
        version: whole,
        type: text,
        at: instant,
        actor: anything,
        onBehalfOf: orNull({ type: ['integer', 'string'] }),
        text,
      }),
    ),
  }),
  PeopleAccepted: record(
    {
      command: uuid,
      body: index,
      status: { const: 'ACCEPTED' },
      version: index,
      decidedAt: instant,
      events: listOf(record({ index, type: text })),
      receipts: listOf(text),
      proofs: proofsInAnswer,
      unproven,
    },
    'proofs',
    'unproven',
  ),
  Refusals: items(
    record({
      index,
      subject: text,
      at: instant,
      person: orNull(text),
      body: orNull(whole),
      onBehalfOf: orNull(text),
      code: text,
      title: text,
      command: orNull(text),
      route: orNull(text),
      agreement: orNull(uuid),
      last: { type: 'boolean' },
      count: orNull(whole),
    }),
  ),
  Accesses: items(
    record({
      index,
      agreement: uuid,
      kind: text,
      at: instant,
      person: orNull(text),
      body: orNull(whole),
      onBehalfOf: orNull(text),
      details: anything,
    }),
  ),
};
