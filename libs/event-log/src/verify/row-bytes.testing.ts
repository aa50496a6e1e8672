import type { Json, JsonObject } from '../canonical.js';
import { asNumeric } from './exact-numbers.js';
import { COLUMN, JSONB_VERSION } from './row-bytes.js';
import type { CheckedRow } from './row-faults.js';

const EPOCH_MS = Date.UTC(2000, 0, 1);

/** A value as PostgreSQL writes a `jsonb`: a space after each comma and colon, shorter keys first. */
export function jsonb(value: Json): string {
  if (typeof value === 'number') return asNumeric(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(jsonb).join(', ')}]`;
  const bytes = (key: string) => Buffer.from(key);
  const entries = Object.entries(value as JsonObject).sort(
    ([a], [b]) => bytes(a).length - bytes(b).length || bytes(a).compare(bytes(b)),
  );
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}: ${jsonb(one)}`).join(', ')}}`;
}

const integer = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const long = (value: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(value);
  return bytes;
};
const instant = (at: string) => long(BigInt(Date.parse(at) - EPOCH_MS) * 1_000n);
const json = (value: unknown) =>
  Buffer.concat([Buffer.from([JSONB_VERSION]), Buffer.from(jsonb(value as Json))]);
const text = (value: string | null) => (value === null ? null : Buffer.from(value));

/** The columns of a row as `COPY … (FORMAT binary)` sends them, in their order. */
export function columnsOf(row: CheckedRow): (Buffer | null)[] {
  const columns: (Buffer | null)[] = [];
  columns[COLUMN.index] = long(BigInt(row.index));
  columns[COLUMN.stream] = text(row.stream);
  columns[COLUMN.version] = integer(row.version);
  columns[COLUMN.type] = text(row.type);
  columns[COLUMN.schemaVersion] = integer(row.schema_version);
  columns[COLUMN.occurredAt] = instant(row.occurred_at);
  columns[COLUMN.recordedAt] = instant(row.recorded_at);
  columns[COLUMN.actor] = json(row.actor);
  columns[COLUMN.onBehalfOf] = json(row.on_behalf_of);
  columns[COLUMN.commandId] = text(row.command_id);
  columns[COLUMN.causationId] = text(row.causation_id);
  columns[COLUMN.correlationId] = text(row.correlation_id);
  columns[COLUMN.ruleset] = text(row.ruleset);
  columns[COLUMN.nonce] = text(row.nonce);
  columns[COLUMN.leaf] = row.leaf;
  columns[COLUMN.leafHash] = row.leaf_hash;
  columns[COLUMN.payload] = json(row.payload);
  columns[COLUMN.salts] = json(row.salts);
  columns[COLUMN.sealed] = json(row.sealed);
  return columns;
}

/** A whole answer of rows: signature, flags, an extension of no bytes, the rows, the end. */
export function binaryCopy(rows: readonly (readonly (Buffer | null)[])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')];
  for (const columns of rows) {
    parts.push(integer(columns.length).subarray(2));
    for (const column of columns) {
      parts.push(integer(column === null ? -1 : column.length), column ?? Buffer.alloc(0));
    }
  }
  return Buffer.concat([...parts, integer(-1).subarray(2)]);
}
