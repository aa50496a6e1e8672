import { limit, moments, place, uuid, type Read } from './read.js';

const size = { ...place, minimum: 1 };

/** At least `from`, below `before`. */
const ledgerPage = {
  from: place,
  before: place,
  order: { type: 'string', enum: ['oldest', 'newest'], default: 'oldest' },
  limit,
};

/** The record and its proofs, who read what, and whether the service stands. */
export const RECORD_READS: readonly Read[] = [
  {
    id: 'listAccesses',
    path: '/v1/audit/access',
    tag: 'Record',
    summary: 'Who took confidential things out of the record, oldest or newest first; for auditors',
    schema: 'Accesses',
    query: {
      agreement: uuid,
      ...ledgerPage,
    },
  },
  {
    id: 'listRefusals',
    path: '/v1/audit/refusals',
    tag: 'Record',
    summary: 'Who was refused what, by a rule or at the edge, oldest or newest first; for auditors',
    schema: 'Refusals',
    query: ledgerPage,
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
    summary:
      'How the signing key changed: notes that lead from each key to the next, with the proofs of the changes up to a size',
    schema: 'Items',
    query: { size },
    open: true,
  },
  {
    id: 'getConsistency',
    path: '/v1/record/consistency',
    tag: 'Record',
    summary: 'Proof that an earlier record is a prefix of a later one (RFC 9162)',
    schema: 'Consistency',
    query: { first: size, second: size },
    needs: ['first', 'second'],
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
    needs: ['from'],
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
