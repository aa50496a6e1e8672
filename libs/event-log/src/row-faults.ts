import { fieldFaults, openCommitments } from './fields.js';
import { leafBytes, type Envelope } from './leaf.js';
import { placeOf } from './prepare-event.js';
import type { Hash } from './merkle.js';
import type { PersonKeys } from './person-keys.js';
import type { EventRow } from './rows.js';

/**
 * A row with its instants as text (RFC 3339, milliseconds), and whether one of them is finer than that. As text they are
 * compared with the leaf as they are, and no date is made of them.
 */
export type CheckedRow = Omit<EventRow, 'occurred_at' | 'recorded_at'> & {
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly too_fine: boolean;
};

/**
 * What of a row does not fit the bytes of its leaf, whose hash is `hash`. Never throws, whatever the row holds. Nearly
 * every row is right and has nothing sealed: of these it is known at once.
 */
export function rowFaults(
  row: CheckedRow,
  hash: Hash,
  keys: PersonKeys | null,
  erased: ReadonlySet<string>,
): readonly string[] | Promise<readonly string[]> {
  if (!hash.equals(row.leaf_hash)) return ['its hash is not that of its bytes'];
  return isMadeAgain(row) ? [] : faultsByField(row, keys, erased);
}

async function faultsByField(
  row: CheckedRow,
  keys: PersonKeys | null,
  erased: ReadonlySet<string>,
): Promise<readonly string[]> {
  let fields: Readonly<Record<string, string>>;
  try {
    ({ fields } = JSON.parse(row.leaf.toString('utf8')) as { fields: Record<string, string> });
    if (row.too_fine || !isActor(row) || !leafBytes(envelopeOf(row), fields).equals(row.leaf)) {
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
    return commitments !== null && leafBytes(envelopeOf(row), commitments).equals(row.leaf);
  } catch {
    return false;
  }
}

// The leaf names three members of the actor: a fourth would stand in the column and in no leaf.
const isActor = ({ actor }: CheckedRow): boolean => Object.keys(actor).length === 3;

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
