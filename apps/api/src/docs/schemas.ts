import { clauseShapes, MINOR_DIGITS, type JsonObject } from '@twinning/domain';
import {
  anything,
  instant,
  items,
  listOf,
  orNull,
  partOf,
  record,
  text,
  uuid,
  whole,
} from './schema-parts.js';
import { AGREEMENT_SCHEMAS } from './agreement-schemas.js';
import { DESK_SCHEMAS } from './desk-schemas.js';
import { DOCUMENT_SCHEMAS } from './document-schemas.js';
import { grant, PEOPLE_SCHEMAS } from './people-schemas.js';
import { proofInAnswer, proofsInAnswer, RECORD_SCHEMAS, unproven } from './record-schemas.js';
import { REGISTRY_SCHEMAS } from './registry-schemas.js';

/** The components of the OpenAPI document. */
export const SCHEMAS: JsonObject = {
  Accepted: record(
    {
      command: uuid,
      agreement: uuid,
      status: { const: 'ACCEPTED' },
      version: whole,
      decidedAt: instant,
      events: listOf(record({ index: whole, type: text })),
      receipt: text,
      proof: proofInAnswer,
      unproven,
    },
    'proof',
    'unproven',
  ),
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
      receipt: text,
      proof: proofInAnswer,
      proofs: proofsInAnswer,
      unproven,
    },
    'clause',
    'command',
    'agreement',
    'version',
    'recorded',
    'receipt',
    'proof',
    'proofs',
    'unproven',
  ),
  Me: record({
    person: text,
    member: orNull(whole),
    acronym: orNull(text),
    roles: listOf(grant),
    stepUp: { type: 'boolean' },
    // Of bodies whose people the caller could be and has not said yes to.
    invitations: listOf(record({ body: whole, acronym: orNull(text) })),
    now: instant,
    entries: { type: 'integer', minimum: 0 },
  }),
  Tasks: record({
    // Of all that there are, however many are listed: `soon` are due within two weeks, `recent` began in the last two.
    counts: record({ all: whole, soon: whole, recent: whole }),
    items: listOf(
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
        status: orNull(text),
        type: orNull(text),
        leadAcronym: orNull(text),
        twinnedAcronym: orNull(text),
        committeeReference: orNull(text),
        otherwise: orNull(record({ due: instant, text })),
        reminded: orNull(record({ at: instant, person: text })),
      }),
    ),
  }),
  Issuers: items(record({ id: text, name: orNull(text) })),
  Sessions: items(
    record({
      handle: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      current: { type: 'boolean' },
      device: orNull(text),
      signedInAt: instant,
      lastUsedAt: instant,
      endsAt: instant,
    }),
  ),
  SessionsEnded: record({ ended: { type: 'integer', minimum: 0 } }),
  People: items(record({ id: text, name: text, member: orNull(whole), roles: listOf(text) })),
  Policy: record({
    roles: listOf(
      record({
        role: text,
        text,
        grant: orNull(text),
        relation: text,
        relationText: text,
        reads: listOf(text),
      }),
    ),
    rules: listOf(record({ rule: text, text })),
    chapters: listOf(
      record({
        chapter: text,
        title: text,
        lines: listOf(
          record({
            command: text,
            action: text,
            clause: text,
            roles: listOf(text),
            statuses: listOf(text),
            phases: listOf(text),
            types: listOf(text),
            needs: listOf(text),
          }),
        ),
      }),
    ),
  }),
  Words: { type: 'object', additionalProperties: { type: 'object', additionalProperties: text } },
  Items: items(anything),
  Found: partOf(anything),
  // What the value of a structured clause looks like, by the clause's id.
  ...Object.fromEntries(
    Object.entries(clauseShapes).map(([clause, shape]) => [`Clause-${clause}`, shape.json]),
  ),
  'Clause-finance': {
    ...clauseShapes.finance.json,
    description:
      'x-minor-digits: digits behind the decimal sign by currency (ISO 4217), 2 where it says nothing.',
    'x-minor-digits': MINOR_DIGITS,
  },
  ...DESK_SCHEMAS,
  ...DOCUMENT_SCHEMAS,
  ...RECORD_SCHEMAS,
  ...PEOPLE_SCHEMAS,
  ...AGREEMENT_SCHEMAS,
  ...REGISTRY_SCHEMAS,
  Health: record(
    {
      status: text,
      record: text,
      conductor: text,
      reasons: listOf(record({ reason: text, count: whole, text })),
    },
    'record',
    'conductor',
    'reasons',
  ),
};
