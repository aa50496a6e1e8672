import { fieldsOfLeaf, leafBytes, type Envelope } from './leaf.js';
import type { EventRow } from './rows.js';

type Columns = Pick<EventRow, 'actor' | 'leaf' | 'payload' | 'salts' | 'sealed'>;

/**
 * What the row's leaf says of its fields, when its columns make that leaf byte by byte; else null. Throws where the leaf's bytes
 * are no leaf.
 */
export function fieldsOfRow(
  row: Columns,
  envelope: () => Envelope,
): Readonly<Record<string, string>> | null {
  const fields = fieldsOfLeaf(row.leaf);
  const isMade = isActor(row) && areObjects(row) && leafBytes(envelope(), fields).equals(row.leaf);
  return isMade ? fields : null;
}

// The leaf names three members of the actor: a fourth would stand in the column and in no leaf.
const isActor = ({ actor }: Columns): boolean => Object.keys(actor).length === 3;

// An empty list has no more members than an empty object.
const areObjects = ({ payload, salts, sealed }: Columns): boolean =>
  [payload, salts, sealed].every(
    (value) => Object.prototype.toString.call(value) === '[object Object]',
  );
