import { fieldFaults } from '../fields.js';
import { fieldsOfRow } from '../leaf-of-row.js';
import { placeOf } from '../prepare-event.js';
import type { PersonKeys } from '../person-keys.js';
import type { TextRow } from '../rows.js';

/**
 * A row with its instants as text (RFC 3339, milliseconds), and whether one of them is finer than that. As text they are
 * compared with the leaf as they are.
 */
export type CheckedRow = TextRow & { readonly too_fine: boolean };

/** What of a row does not fit the bytes of its leaf. Never throws, whatever the row holds. */
export async function rowFaults(
  row: CheckedRow,
  keys: PersonKeys | null,
  erased: ReadonlySet<string>,
): Promise<readonly string[]> {
  try {
    const fields = row.too_fine ? null : fieldsOfRow(row);
    if (fields === null) return ['a column differs from its bytes'];
    const wrong = await fieldFaults(row, fields, placeOf(row.stream, row.version), keys, erased);
    return wrong.map((field) => `field ${field} differs from its commitment`);
  } catch {
    return ['its bytes are not a leaf'];
  }
}
