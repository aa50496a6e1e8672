import { proofsInAnswer, unproven } from './record-schemas.js';
import {
  MATCH_COMPONENTS,
  TWINNING_TYPES,
  WITHHELD_FROM_PARTNER,
  type JsonObject,
} from '@twinning/domain';
import { NO_CHANGES } from '@twinning/registry';
import {
  anything,
  day,
  instant,
  listOf,
  number,
  orNull,
  record,
  text,
  uuid,
  whole,
} from './schema-parts.js';

/** Members, committees, participation and partners. */
const badRows = listOf(
  record({
    line: whole,
    field: orNull(text),
    reason: text,
    value: orNull(text),
    id: orNull(whole),
    text,
  }),
);

export const REGISTRY_SCHEMAS: JsonObject = {
  Suggestions: record({ member: whole, suggested: { type: 'boolean' } }),
  Matching: record({
    on: day,
    twinned: whole,
    acronym: text,
    type: { type: 'string', enum: TWINNING_TYPES },
    typeText: text,
    committee: whole,
    weights: record(Object.fromEntries(MATCH_COMPONENTS.map((c) => [c, whole]))),
    candidates: whole,
    items: listOf(
      record({
        rank: whole,
        member: whole,
        acronym: text,
        country: orNull(text),
        score: number,
        components: listOf(
          record({
            component: { type: 'string', enum: MATCH_COMPONENTS },
            weight: whole,
            value: orNull(number),
            points: number,
            of: number,
            reason: text,
            facts: anything,
            text,
          }),
        ),
      }),
    ),
    regions: listOf(record({ region: orNull(text), count: whole, share: number })),
    excluded: listOf(record({ code: text, count: whole, title: text })),
    taken: orNull(
      record({
        code: text,
        bodies: orNull(text),
        until: orNull(day),
        title: text,
        help: text,
      }),
    ),
    unwilling: whole,
    notices: listOf(text),
  }),
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
  RegistryImport: record({
    committees: whole,
    members: whole,
    memberships: whole,
    changes: record(Object.fromEntries(Object.keys(NO_CHANGES).map((c) => [c, whole]))),
    date: day,
    dryRun: { type: 'boolean' },
    skipped: badRows,
    skippedCount: whole,
    leftOut: whole,
    attribution: text,
  }),
  MemberImport: record({
    ...{ members: whole, changed: whole, date: day, dryRun: { type: 'boolean' } },
    justified: { type: 'boolean' },
    warnings: listOf(record({ line: whole, member: whole, code: text, value: orNull(text) })),
    warningsCount: whole,
    skipped: badRows,
    skippedCount: whole,
  }),
  Participation: record({
    member: whole,
    committee: whole,
    version: whole,
    status: orNull({ type: 'string', enum: ['P', 'O'] }),
    since: orNull(day),
    inRegistry: orNull({ type: 'string', enum: ['P', 'O'] }),
    barredUntil: orNull(day),
    inactivity: record({
      verdict: { type: 'string', enum: ['OK', 'WARN', 'NOTIFY'] },
      findings: listOf(record({ rule: text, verdict: text, due: whole, missed: whole })),
    }),
    cases: listOf(anything),
    ballots: listOf(anything),
    meetings: listOf(anything),
    experts: listOf(text),
    deadlines: listOf(anything),
    timeline: listOf(
      record({ index: whole, version: whole, type: text, at: instant, recordedAt: instant, text }),
    ),
    withheld: listOf({ type: 'string', enum: WITHHELD_FROM_PARTNER }),
  }),
  ParticipationAccepted: record(
    {
      command: uuid,
      member: whole,
      committee: whole,
      status: { const: 'ACCEPTED' },
      version: whole,
      decidedAt: instant,
      events: listOf(record({ index: whole, type: text })),
      receipts: listOf(text),
      proofs: proofsInAnswer,
      unproven,
    },
    'proofs',
    'unproven',
  ),
};
