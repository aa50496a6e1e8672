import { PHASES, STATUSES, TWINNING_TYPES, type JsonObject } from '@twinning/domain';

/** A route that reads: its address, what may be asked, and the schema of its answer. */
export interface Read {
  readonly id: string;
  readonly path: string;
  readonly tag: 'Agreements' | 'Commands' | 'Desk' | 'Registry' | 'Record' | 'Health';
  readonly summary: string;
  readonly schema: string;
  readonly query?: Readonly<Record<string, JsonObject>>;
  /** Needs no token. */
  readonly open?: true;
  /** Answers plain text. */
  readonly text?: true;
}

const text: JsonObject = { type: 'string' };
const whole: JsonObject = { type: 'integer', minimum: 1 };
const date: JsonObject = { type: 'string', format: 'date' };
const past = { version: whole, asOf: text };

export const READS: readonly Read[] = [
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
    id: 'getEvents',
    path: '/v1/agreements/{agreement}/events',
    tag: 'Agreements',
    summary: 'The events as they stand in the record',
    schema: 'Events',
    query: { after: { type: 'integer', minimum: 0 } },
  },
  {
    id: 'getCommand',
    path: '/v1/commands/{id}',
    tag: 'Commands',
    summary: 'A stored command and its outcome',
    schema: 'Accepted',
  },
  { id: 'getMe', path: '/v1/me', tag: 'Desk', summary: 'Who the caller is', schema: 'Me' },
  {
    id: 'listTasks',
    path: '/v1/tasks',
    tag: 'Desk',
    summary: 'What the caller owes, the most urgent first',
    schema: 'Tasks',
    query: { limit: whole },
  },
  {
    id: 'listEscalations',
    path: '/v1/escalations',
    tag: 'Desk',
    summary: 'Open escalations that the caller may see, oldest first',
    schema: 'Escalations',
    query: { limit: whole },
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
