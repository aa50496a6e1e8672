import { fieldFaults } from '../fields.js';
import type { Envelope } from '../leaf.js';
import { fieldsOfRow } from '../leaf-of-row.js';
import { placeOf } from '../prepare-event.js';
import type { PersonKeys } from '../person-keys.js';
import type { EventRow } from '../rows.js';

/**
 * A row with its instants as text (RFC 3339, milliseconds), and whether one of them is finer than that. As text they are
 * compared with the leaf as they are.
 */
export type CheckedRow = Omit<EventRow, 'occurred_at' | 'recorded_at'> & {
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly too_fine: boolean;
};

/** What of a row does not fit the bytes of its leaf. Never throws, whatever the row holds. */
export async function rowFaults(
  row: CheckedRow,
  keys: PersonKeys | null,
  erased: ReadonlySet<string>,
): Promise<readonly string[]> {
  try {
    const fields = row.too_fine ? null : fieldsOfRow(row, () => envelopeOf(row));
    if (fields === null) return ['a column differs from its bytes'];
    const wrong = await fieldFaults(row, fields, placeOf(row.stream, row.version), keys, erased);
    return wrong.map((field) => `field ${field} differs from its commitment`);
  } catch {
    return ['its bytes are not a leaf'];
  }
}

const envelopeOf = (row: CheckedRow): Envelope => ({
  stream: row.stream,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  occurredAt: row.occurred_at,
  recordedAt: row.recorded_at,
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  commandId: row.command_id,
  causationId: row.causation_id,
  correlationId: row.correlation_id,
  ruleset: row.ruleset,
  nonce: row.nonce,
});
