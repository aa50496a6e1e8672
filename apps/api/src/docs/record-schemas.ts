import { STATUSES, type JsonObject } from '@twinning/domain';
import {
  anything,
  instant,
  items,
  listOf,
  orNull,
  record,
  text,
  uuid,
  whole,
} from './schema-parts.js';
import { UNPROVEN } from '../record/unproven-texts.js';

const standing = record({ version: whole, status: orNull({ type: 'string', enum: STATUSES }) });
const change = record({ about: text, text });

/** What the answer to a command brings beside the address of its receipt. */
export const proofInAnswer = {
  allOf: [{ $ref: '#/components/schemas/CommandReceipt' }],
  description:
    'The receipt itself, for who sent the command, on the tree as the command left it: it is proof for ever. When the key is sent again it is the same, unless the record has another key or name since',
};
export const proofsInAnswer = {
  ...listOf({ $ref: '#/components/schemas/Receipt' }),
  description: 'The receipts themselves, one for each entry',
};
export const unproven = {
  ...record({ code: { type: 'string', enum: [...UNPROVEN] }, text }),
  description: 'Why this answer brings no receipt: the decision stands all the same',
};

/** What the record answers: proofs, receipts, differences. */
export const RECORD_SCHEMAS: JsonObject = {
  Consistency: record({ first: whole, second: whole, proof: listOf(text) }),
  Receipt: record({ index: whole, leaf: text, proof: listOf(text), checkpoint: text }),
  CommandReceipt: record(
    {
      command: uuid,
      agreement: uuid,
      accepted: { type: 'boolean' },
      events: listOf(record({ index: whole, leaf: text, proof: listOf(text), fields: anything })),
      checkpoint: text,
      unchanged: {
        ...text,
        description: 'Of an accepted command that changed nothing: what the record signs of it',
      },
    },
    'unchanged',
  ),
  Difference: record({
    agreement: uuid,
    from: standing,
    to: standing,
    changes: listOf(change),
    events: listOf(record({ version: whole, index: whole, occurredAt: instant, type: text, text })),
  }),
  ProgrammeDifference: items(
    record({
      agreement: uuid,
      status: { type: 'string', enum: STATUSES },
      changes: listOf(change),
    }),
  ),
};
