import { sql } from 'kysely';
import type { Json } from './canonical.js';
import { openField, openValues, type StoredFields } from './fields.js';
import { commitment } from './leaf.js';
import { readFrom, type Source } from './connection.js';
import { placeOf } from './prepare-event.js';
import { inclusionProof, type NodeAt } from './merkle.js';
import type { PersonKeys } from './person-keys.js';
import type { EventRow } from './rows.js';

/** A value in clear with the salt (16 bytes, hexadecimal) that leads to its commitment in the leaf. */
export interface Disclosed {
  readonly salt: string;
  readonly value: Json;
}

/** An event that proves itself: its leaf (base64), its way to the root, and the fields that are shown. */
export interface ProvenEvent {
  readonly index: number;
  readonly leaf: string;
  readonly proof: readonly string[];
  /** Fields of the leaf that are missing here are withheld or erased: their commitments still verify. */
  readonly fields: Readonly<Record<string, Disclosed>>;
}

/** Which fields of an event stay commitments. */
export type Withhold = (
  event: { readonly stream: string; readonly actor: EventRow['actor'] },
  field: string,
) => boolean;

export interface ProofAt {
  readonly nodes: NodeAt;
  /** Size of the tree that the proofs lead to. */
  readonly size: number;
  readonly keys: PersonKeys | null;
  readonly withhold?: Withhold;
}

/**
 * The events of a stream below `at.size` with everything that a third party needs to check them; of one version when it
 * is given.
 */
export async function provenStream(
  from: Source,
  stream: string,
  at: ProofAt,
  version: number | null = null,
): Promise<readonly ProvenEvent[]> {
  const query = sql<EventRow>`
    SELECT * FROM log.event WHERE stream = ${stream} AND index < ${at.size}
       AND (${version}::integer IS NULL OR version = ${version})
     ORDER BY version`;
  const { rows } = await readFrom(from, (on) => query.execute(on));
  return Promise.all(rows.map((row) => proven(row, at)));
}

/** The events of a command below `at.size`, in commit order: those it made, or the leaf that says why it was refused. */
export async function provenCommand(
  from: Source,
  { stream, command }: { readonly stream: string; readonly command: string },
  at: ProofAt,
): Promise<readonly ProvenEvent[]> {
  const query = sql<EventRow>`
    SELECT * FROM log.event
     WHERE stream = ${stream} AND command_id = ${command} AND index < ${at.size}
     ORDER BY index`;
  const { rows } = await readFrom(from, (on) => query.execute(on));
  return Promise.all(rows.map((row) => proven(row, at)));
}

async function proven(row: EventRow, at: ProofAt): Promise<ProvenEvent> {
  const index = Number(row.index);
  const proof = await inclusionProof(index, at.size, at.nodes);
  const shown = Object.entries(
    await discloseFields(row, placeOf(row.stream, row.version), at.keys),
  );
  return {
    index,
    leaf: row.leaf.toString('base64'),
    proof: proof.map((hash) => hash.toString('base64')),
    fields: Object.fromEntries(shown.filter(([field]) => at.withhold?.(row, field) !== true)),
  };
}

async function discloseFields(
  stored: StoredFields,
  place: string,
  keys: PersonKeys | null,
): Promise<Readonly<Record<string, Disclosed>>> {
  const fields: Record<string, Disclosed> = {};
  for (const [field, value] of Object.entries(openValues(stored))) {
    const salt = stored.salts[field];
    if (salt !== undefined) fields[field] = { salt, value };
  }
  for (const [field, box] of Object.entries(stored.sealed)) {
    const opened = await openField(field, box, place, keys);
    if (opened !== null) fields[field] = { salt: opened.salt, value: opened.value };
  }
  return fields;
}

/** True when the value and the salt are those that the leaf commits to. */
export const isCommitted = ({ salt, value }: Disclosed, expected: string | undefined): boolean =>
  /^[0-9a-f]{32}$/.test(salt) && commitment(Buffer.from(salt, 'hex'), value) === expected;
