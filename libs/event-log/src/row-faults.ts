import { fieldFaults, openCommitments } from './fields.js';
import { leafBytes } from './leaf.js';
import { placeOf } from './prepare-event.js';
import type { Hash } from './merkle.js';
import type { PersonKeys } from './person-keys.js';
import { toEnvelope, type EventRow } from './rows.js';

/** A row, and whether one of its instants is finer than the milliseconds that a leaf can say. */
export type CheckedRow = EventRow & { readonly too_fine: boolean };

/** What of a row does not fit the bytes of its leaf, whose hash is `hash`. Never throws, whatever the row holds. */
export async function rowFaults(
  row: CheckedRow,
  hash: Hash,
  keys: PersonKeys | null,
  erased: ReadonlySet<string>,
): Promise<readonly string[]> {
  if (!hash.equals(row.leaf_hash)) return ['its hash is not that of its bytes'];
  if (isMadeAgain(row)) return [];
  let fields: Readonly<Record<string, string>>;
  try {
    ({ fields } = JSON.parse(row.leaf.toString('utf8')) as { fields: Record<string, string> });
    if (row.too_fine || !isActor(row) || !leafBytes(toEnvelope(row), fields).equals(row.leaf)) {
      return ['a column differs from its bytes'];
    }
  } catch {
    return ['its bytes are not a leaf'];
  }
  const wrong = await fieldFaults(row, fields, placeOf(row.stream, row.version), keys, erased);
  return wrong.map((field) => `field ${field} differs from its commitment`);
}

/**
 * Whether the row gives the very bytes of its leaf: then nothing of it is wrong, and the leaf need not be read. A row with
 * sealed fields never does, since what was committed to cannot be seen.
 */
function isMadeAgain(row: CheckedRow): boolean {
  try {
    const commitments = row.too_fine || !isActor(row) ? null : openCommitments(row);
    return commitments !== null && leafBytes(toEnvelope(row), commitments).equals(row.leaf);
  } catch {
    return false;
  }
}

// The leaf names three members of the actor: a fourth would stand in the column and in no leaf.
const isActor = ({ actor }: EventRow): boolean => Object.keys(actor).length === 3;
