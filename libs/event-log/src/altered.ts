import { openFieldFaults } from './fields.js';
import { fieldsOfRow, isMadeAnew } from './leaf-of-row.js';
import type { EventRow } from './rows.js';

/** An entry whose columns are not what its leaf says: nothing is read of it, and nothing is decided from it. */
export class AlteredEntry extends Error {
  override readonly name = 'AlteredEntry';
  readonly index: number;
  readonly stream: string;
  /** The field, or null: a column or the leaf itself. */
  readonly field: string | null;

  constructor({ index, stream }: Pick<EventRow, 'index' | 'stream'>, field: string | null) {
    super(
      `Entry ${String(index)} (${stream}) is not what was recorded: ` +
        (field === null ? 'a column differs from its leaf' : `field ${field} differs`) +
        '. Ask "twinning verify" how far it goes, and restore the entry from a backup.',
    );
    this.index = Number(index);
    this.stream = stream;
    this.field = field;
  }
}

/**
 * What of a row is not what its leaf says; null when all is: a page can rot, and an administrator can write. Whether the leaf is
 * the tree's is not asked for each reading; `verify` does.
 */
export function alteration(row: EventRow): AlteredEntry | null {
  try {
    if (isMadeAnew(row)) return null;
    const fields = fieldsOfRow(row);
    if (fields === null) return new AlteredEntry(row, null);
    const [field] = openFieldFaults(row, fields);
    return field === undefined ? null : new AlteredEntry(row, field);
  } catch {
    return new AlteredEntry(row, null);
  }
}
