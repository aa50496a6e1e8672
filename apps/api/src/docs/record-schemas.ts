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

const standing = record({ version: whole, status: orNull({ type: 'string', enum: STATUSES }) });
const change = record({ about: text, text });

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
