import {
  MATCH_COMPONENTS,
  PHASES,
  RULESET_IDS,
  SCENARIOS,
  STATUSES,
  TWINNING_TYPES,
  type JsonObject,
} from '@twinning/domain';
import { DESK_READS } from './desk-reads.js';
import { DOCUMENT_READS } from './document-reads.js';

export type Tag =
  | 'Agreements'
  | 'Commands'
  | 'Documents'
  | 'Desk'
  | 'Registry'
  | 'Record'
  | 'Health';

/** A route that reads: its address, what may be asked, and the schema of its answer. */
export interface Read {
  readonly id: string;
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly schema: string;
  readonly query?: Readonly<Record<string, JsonObject>>;
  /** Needs no token. */
  readonly open?: true;
  /** Answers plain text. */
  readonly text?: true;
  /** Takes the bytes of a file. */
  readonly takes?: 'FILE';
  /** Sent with this method; GET when absent. */
  readonly method?: 'post' | 'delete';
  /** Status of a good answer; 200 when absent. */
  readonly status?: '201' | '204';
  /** Answers bytes of this media type. */
  readonly bytes?: string;
}

const text: JsonObject = { type: 'string' };
const whole: JsonObject = { type: 'integer', minimum: 1 };
const date: JsonObject = { type: 'string', format: 'date' };
const past = { version: whole, asOf: text };
const asOf: JsonObject = {
  type: 'string',
  description: 'As it stood on this date, at this instant, or at @size of the record',
};
const moments = { from: text, to: text };

export const READS: readonly Read[] = [
  ...DESK_READS,
  {
    id: 'listAgreements',
    path: '/v1/agreements',
    tag: 'Agreements',
    summary: 'Agreements that the caller may see, newest change first',
    schema: 'AgreementPage',
    query: {
      status: { type: 'string', description: `Any of ${STATUSES.join(', ')}, separated by commas` },
      phase: { type: 'string', description: `Any of ${PHASES.join(', ')}, separated by commas` },
      type: { type: 'string', enum: TWINNING_TYPES },
      committee: whole,
      member: whole,
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      cursor: text,
      asOf,
    },
  },
  {
    id: 'getAgreement',
    path: '/v1/agreements/{agreement}',
    tag: 'Agreements',
    summary: 'One agreement now, or as of a version or a date, with the actions open to the caller',
    schema: 'Agreement',
    query: past,
  },
  {
    id: 'getTimeline',
    path: '/v1/agreements/{agreement}/timeline',
    tag: 'Agreements',
    summary: 'What happened, in sentences',
    schema: 'Timeline',
    query: past,
  },
  {
    id: 'getDeadlines',
    path: '/v1/agreements/{agreement}/deadlines',
    tag: 'Agreements',
    summary: 'What happens next and when if nobody acts',
    schema: 'Deadlines',
    query: past,
  },
  {
    id: 'rankPartners',
    path: '/v1/matching',
    tag: 'Registry',
    summary: 'Who could lead a twinning: ranked, each component of the score with its reason',
    schema: 'Matching',
    query: {
      twinned: whole,
      committee: whole,
      type: { type: 'string', enum: TWINNING_TYPES },
      on: date,
      limit: { type: 'integer', minimum: 1, maximum: 200 },
      weights: {
        type: 'string',
        description: `Weights from 0 to 100 of ${MATCH_COMPONENTS.join(', ')}, e.g. language:40,region:0`,
      },
    },
  },
  {
    id: 'whatIf',
    path: '/v1/agreements/{agreement}/what-if',
    tag: 'Agreements',
    summary: 'What would happen: the rules run forward under suppositions, nothing is written',
    schema: 'WhatIf',
    query: {
      scenario: { type: 'string', enum: SCENARIOS },
      on: { ...date, description: 'The day on which the lead loses its status (LEAD_LOSES_P)' },
      until: date,
      steps: {
        type: 'string',
        description:
          'Further suppositions as a JSON list of {on, fact} or {on, as, command, payload}, e.g. ' +
          '[{"on":"2028-03-01","fact":{"kind":"MEMBERSHIP","side":"LEAD","status":"O"}}]',
      },
    },
  },
  {
    id: 'rulesetMove',
    path: '/v1/agreements/{agreement}/ruleset-move',
    tag: 'Agreements',
    summary: 'What would change under another ruleset, before both partners move the agreement',
    schema: 'RulesetMove',
    query: { to: { type: 'string', enum: RULESET_IDS } },
  },
  {
    id: 'getEvents',
    path: '/v1/agreements/{agreement}/events',
    tag: 'Agreements',
    summary: 'The events as they stand in the record',
    schema: 'Events',
    query: { after: { type: 'integer', minimum: 0 } },
  },
  {
    id: 'getDifference',
    path: '/v1/agreements/{agreement}/difference',
    tag: 'Agreements',
    summary: 'What changed between two versions, dates or sizes of the record, in sentences',
    schema: 'Difference',
    query: moments,
  },
  ...DOCUMENT_READS,
  {
    id: 'getCaseFile',
    path: '/v1/agreements/{agreement}/case-file',
    tag: 'Record',
    summary: 'Everything recorded of an agreement in an archive that proves itself offline',
    schema: 'Items',
    query: { withhold: { type: 'string', description: 'Fields that stay commitments' } },
    bytes: 'application/zip',
  },
  {
    id: 'getCommand',
    path: '/v1/commands/{id}',
    tag: 'Commands',
    summary: 'A stored command and its outcome',
    schema: 'Accepted',
  },
  {
    id: 'streamUpdates',
    path: '/v1/updates',
    tag: 'Desk',
    summary:
      'Server-sent events: which agreements that the caller may see have changed. The id is the index in the record; ' +
      'Last-Event-ID (or after) resumes behind it without loss',
    schema: 'Me',
    query: { after: { type: 'integer', minimum: -1 } },
    bytes: 'text/event-stream',
  },
  { id: 'getMe', path: '/v1/me', tag: 'Desk', summary: 'Who the caller is', schema: 'Me' },
  {
    id: 'listTasks',
    path: '/v1/tasks',
    tag: 'Desk',
    summary: 'What the caller owes, the most urgent first',
    schema: 'Tasks',
    query: {
      limit: whole,
      asOf,
      of: {
        type: 'string',
        enum: ['me', 'others'],
        description: 'What others owe in the agreements that the caller may see',
      },
    },
  },
  {
    id: 'listPeople',
    path: '/v1/session/people',
    tag: 'Desk',
    summary: 'The people of a demonstration, who sign in with one click',
    schema: 'People',
    open: true,
  },
  {
    id: 'getStaff',
    path: '/v1/bodies/{body}/people',
    tag: 'Desk',
    summary: 'The people of a body, their roles, and who stands in for whom (0: the desks of ISO)',
    schema: 'Staff',
  },
  {
    id: 'listAccesses',
    path: '/v1/audit/access',
    tag: 'Record',
    summary: 'Who took confidential things out of the record, oldest first; for auditors',
    schema: 'Accesses',
    query: {
      agreement: { type: 'string', format: 'uuid' },
      from: { type: 'integer', minimum: 0 },
      limit: { type: 'integer', minimum: 1, maximum: 500 },
    },
  },
  {
    id: 'getWords',
    path: '/v1/words',
    tag: 'Desk',
    summary: 'The words for every value (statuses, sides, evidence …), in English or French',
    schema: 'Words',
    open: true,
  },
  {
    id: 'getPolicy',
    path: '/v1/policy',
    tag: 'Desk',
    summary: 'Who may do what: the policy that the service itself obeys, in words',
    schema: 'Policy',
  },
  {
    id: 'searchMembers',
    path: '/v1/registry/members',
    tag: 'Registry',
    summary: 'ISO members by acronym or country',
    schema: 'Items',
    query: { q: text, limit: whole },
  },
  {
    id: 'getMember',
    path: '/v1/registry/members/{id}',
    tag: 'Registry',
    summary: 'One ISO member as of a day',
    schema: 'Member',
    query: { on: date },
  },
  {
    id: 'searchCommittees',
    path: '/v1/registry/committees',
    tag: 'Registry',
    summary: 'Committees by reference or title',
    schema: 'Items',
    query: { q: text, limit: whole },
  },
  {
    id: 'getCommittee',
    path: '/v1/registry/committees/{id}',
    tag: 'Registry',
    summary: 'One committee as of a day',
    schema: 'Committee',
    query: { on: date },
  },
  {
    id: 'getCommitteeMembers',
    path: '/v1/registry/committees/{id}/members',
    tag: 'Registry',
    summary: 'P- and O-members of a committee as of a day',
    schema: 'Items',
    query: { on: date },
  },
  {
    id: 'getMembership',
    path: '/v1/registry/membership',
    tag: 'Registry',
    summary: 'What a member was in a committee on a day, and when it changed',
    schema: 'Membership',
    query: { member: whole, committee: whole, on: date },
  },
  {
    id: 'getParticipation',
    path: '/v1/participation/{member}/{committee}',
    tag: 'Registry',
    summary: 'How a member takes part in a committee: facts, cases, deadlines, what happened',
    schema: 'Participation',
  },
  {
    id: 'getCheckpoint',
    path: '/v1/record/checkpoint',
    tag: 'Record',
    summary: 'Size and root of the record, signed (C2SP checkpoint)',
    schema: 'Items',
    open: true,
    text: true,
  },
  {
    id: 'getRecordKey',
    path: '/v1/record/key',
    tag: 'Record',
    summary: 'The public key of the checkpoints',
    schema: 'Items',
    open: true,
    text: true,
  },
  {
    id: 'getKeyChanges',
    path: '/v1/record/key-changes',
    tag: 'Record',
    summary: 'How the signing key changed: notes that lead from each key to the next',
    schema: 'Items',
    open: true,
  },
  {
    id: 'getConsistency',
    path: '/v1/record/consistency',
    tag: 'Record',
    summary: 'Proof that an earlier record is a prefix of a later one (RFC 9162)',
    schema: 'Consistency',
    query: { first: whole, second: whole },
    open: true,
  },
  {
    id: 'getReceipt',
    path: '/v1/record/receipts/{index}',
    tag: 'Record',
    summary: 'Proof that an event stands in the record, verifiable offline',
    schema: 'Receipt',
  },
  {
    id: 'getCommandReceipt',
    path: '/v1/commands/{id}/receipt',
    tag: 'Record',
    summary: 'Proof of what became of a command, accepted or refused, verifiable offline',
    schema: 'CommandReceipt',
  },
  {
    id: 'getProgrammeDifference',
    path: '/v1/difference',
    tag: 'Record',
    summary: 'What changed in all agreements that the caller may see, in sentences',
    schema: 'ProgrammeDifference',
    query: moments,
  },
  {
    id: 'getTilesCheckpoint',
    path: '/checkpoint',
    tag: 'Record',
    summary: 'The same checkpoint, where C2SP tlog-tiles looks for it',
    schema: 'Items',
    open: true,
    text: true,
  },
  {
    id: 'getTile',
    path: '/tile/{path}',
    tag: 'Record',
    summary: 'A hash tile <L>/<N>[.p/<W>] of the record (C2SP tlog-tiles)',
    schema: 'Items',
    open: true,
    bytes: 'application/octet-stream',
  },
  {
    id: 'getLive',
    path: '/health/live',
    tag: 'Health',
    summary: 'The process answers',
    schema: 'Health',
    open: true,
  },
  {
    id: 'getReady',
    path: '/health/ready',
    tag: 'Health',
    summary: 'What the service stands on answers',
    schema: 'Health',
    open: true,
  },
];
