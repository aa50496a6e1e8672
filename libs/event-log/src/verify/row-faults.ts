import { fieldFaults } from '../fields.js';
import { leafBytes, type Envelope } from '../leaf.js';
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
  let fields: Readonly<Record<string, string>>;
  try {
    ({ fields } = JSON.parse(row.leaf.toString('utf8')) as { fields: Record<string, string> });
    if (
      row.too_fine ||
      !isActor(row) ||
      !areObjects(row) ||
      !leafBytes(envelopeOf(row), fields).equals(row.leaf)
    ) {
      return ['a column differs from its bytes'];
    }
    const wrong = await fieldFaults(row, fields, placeOf(row.stream, row.version), keys, erased);
    return wrong.map((field) => `field ${field} differs from its commitment`);
  } catch {
    return ['its bytes are not a leaf'];
  }
}

// The leaf names three members of the actor: a fourth would stand in the column and in no leaf.
const isActor = ({ actor }: CheckedRow): boolean => Object.keys(actor).length === 3;

// An empty list has no more members than an empty object.
const areObjects = ({ payload, salts, sealed }: CheckedRow): boolean =>
  [payload, salts, sealed].every(
    (value) => Object.prototype.toString.call(value) === '[object Object]',
  );

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
