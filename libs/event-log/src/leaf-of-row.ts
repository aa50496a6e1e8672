import { commitmentsText } from './fields.js';
import { fieldsOfLeaf, leafBytes, leafWith } from './leaf.js';
import { toEnvelope, type EventRow, type TextRow } from './rows.js';

/**
 * What the row's leaf says of its fields, when its columns make that leaf byte by byte; else null. Throws where the leaf's bytes
 * are no leaf, or a column is nothing that a leaf can say.
 */
export function fieldsOfRow(row: EventRow | TextRow): Readonly<Record<string, string>> | null {
  const fields = fieldsOfLeaf(row.leaf);
  const isMade = isShaped(row) && leafBytes(toEnvelope(row), fields).equals(row.leaf);
  return isMade ? fields : null;
}

/** Whether the row's values alone make its leaf anew: so it is with nearly all, and nothing of the leaf need be read for it. */
export function isMadeAnew(row: EventRow): boolean {
  if (!isShaped(row) || Object.keys(row.sealed).length > 0) return false;
  const fields = commitmentsText(row.payload, row.salts);
  return fields !== null && row.leaf.equals(Buffer.from(leafWith(toEnvelope(row), fields), 'utf8'));
}

// The leaf names three members of the actor: a fourth would stand in the column and in no leaf. An empty list has no more
// members than an empty object.
const isShaped = ({ actor, payload, salts, sealed }: EventRow | TextRow): boolean =>
  [actor, payload, salts, sealed].every(
    (value) => Object.prototype.toString.call(value) === '[object Object]',
  ) && Object.keys(actor).length === 3;
