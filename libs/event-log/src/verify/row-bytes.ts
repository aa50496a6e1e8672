import { sql, type RawBuilder } from 'kysely';
import { areNumbersExact } from './exact-numbers.js';
import type { CheckedRow } from './row-faults.js';

/** The columns of an event, in the order in which `COPY` is asked for them. */
export const COLUMN = {
  index: 0,
  stream: 1,
  version: 2,
  type: 3,
  schemaVersion: 4,
  occurredAt: 5,
  recordedAt: 6,
  actor: 7,
  onBehalfOf: 8,
  commandId: 9,
  causationId: 10,
  correlationId: 11,
  ruleset: 12,
  nonce: 13,
  leaf: 14,
  leafHash: 15,
  payload: 16,
  salts: 17,
  sealed: 18,
} as const;
export type Column = (typeof COLUMN)[keyof typeof COLUMN];
const COLUMNS = 19;

// Each with its type: a column to which a superuser gave another one is still read as what it says.
/** The events of an index range as bytes. `COPY` takes no parameters; these are integers. */
export const copyOf = (from: number, to: number): RawBuilder<Buffer> => sql`
  COPY (SELECT index::int8, stream::text, version::int4, type::text, schema_version::int4, occurred_at::timestamptz,
               recorded_at::timestamptz, actor::jsonb, on_behalf_of::jsonb, command_id::text, causation_id::text,
               correlation_id::text, ruleset::text, nonce::text, leaf::bytea, leaf_hash::bytea, payload::jsonb,
               salts::jsonb, sealed::jsonb
          FROM log.event WHERE index >= ${sql.lit(from)} AND index < ${sql.lit(to)} ORDER BY index)
    TO STDOUT (FORMAT binary)`;

/** Signature, flags and length of the extension, which is none. */
const HEADER = 19;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
/** What stands before the text of a `jsonb`. */
export const JSONB_VERSION = 1;

/** Bytes for which there is room at first: some answers of the server, each with a hundred events. */
const ROOM = 256 * 1024;

/**
 * The rows of an answer of `COPY … (FORMAT binary)`, one at a time as they come: where each column lies in the bytes. A row
 * is to be judged before more bytes are taken in.
 */
export class RowBytes {
  bytes = Buffer.allocUnsafe(ROOM);
  // Of the present row. A null has the end -1.
  private readonly starts = new Int32Array(COLUMNS);
  private readonly ends = new Int32Array(COLUMNS);
  private at = 0;
  private filled = 0;
  private hasBegun = false;
  private hasEnded = false;

  /** Takes in bytes that follow those before; what has been read is given up. */
  take(more: Buffer): void {
    const left = this.filled - this.at;
    if (left + more.length > this.bytes.length) {
      const larger = Buffer.allocUnsafe((left + more.length) * 2);
      this.bytes.copy(larger, 0, this.at, this.filled);
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.at, this.filled);
    }
    more.copy(this.bytes, left);
    this.at = 0;
    this.filled = left + more.length;
  }

  /** Goes to the next row; false when no whole one is there. */
  next(): boolean {
    if (!this.hasBegun && !this.begins()) return false;
    const { bytes, starts, ends, filled } = this;
    let { at } = this;
    if (this.hasEnded || at + 2 > filled) return false;
    const columns = bytes.readInt16BE(at);
    if (columns === -1) {
      this.hasEnded = true;
      return false;
    }
    if (columns !== COLUMNS) throw new Error(`A row of ${String(columns)} columns.`);
    at += 2;
    for (let column = 0; column < COLUMNS; column += 1) {
      if (at + 4 > filled) return false;
      // As `readInt32BE` does, without its call: this is done nineteen times for each event.
      const length =
        ((bytes[at] as number) << 24) |
        ((bytes[at + 1] as number) << 16) |
        ((bytes[at + 2] as number) << 8) |
        (bytes[at + 3] as number);
      at += 4;
      starts[column] = at;
      ends[column] = length < 0 ? -1 : at + length;
      if (length > 0) at += length;
    }
    if (at > filled) return false;
    this.at = at;
    return true;
  }

  /** Throws unless the answer came to its end. */
  end(): void {
    if (!this.hasEnded) throw new Error('The copy has broken off.');
  }

  private begins(): boolean {
    if (this.filled < HEADER) return false;
    if (!this.bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) {
      throw new Error('Not a binary copy.');
    }
    this.at = HEADER;
    this.hasBegun = true;
    return true;
  }

  isNull(column: Column): boolean {
    return (this.ends[column] as number) < 0;
  }

  /** First byte of a column. */
  start(column: Column): number {
    return this.starts[column] as number;
  }

  /** Where a column ends; a null at once. */
  stop(column: Column): number {
    return this.isNull(column) ? this.start(column) : (this.ends[column] as number);
  }

  /** A null is no number: what follows it would be read. */
  int8(column: Column): number {
    if (this.isNull(column)) return NaN;
    const start = this.start(column);
    return this.bytes.readInt32BE(start) * 2 ** 32 + this.bytes.readUInt32BE(start + 4);
  }

  int4(column: Column): number {
    if (this.isNull(column)) return NaN;
    return this.bytes.readInt32BE(this.start(column));
  }

  text(column: Column): string {
    return this.bytes.toString('utf8', this.start(column), this.stop(column));
  }

  isSame(column: Column, bytes: Buffer): boolean {
    return bytes.compare(this.bytes, this.start(column), this.stop(column)) === 0;
  }

  /** The bytes themselves, not a copy of them. */
  part(column: Column): Buffer {
    return this.bytes.subarray(this.start(column), this.stop(column));
  }

  /** Microseconds since 1970. Beyond 2^53 (`infinity`) they are only nearly right, and fit no leaf either way. */
  microseconds(column: Column): number {
    return this.int8(column) + EPOCH_MS * 1_000;
  }

  /** The row as values: for what cannot be judged by its bytes. Throws on what is none of the columns' types. */
  decoded(): CheckedRow {
    const maybe = (column: Column) => (this.isNull(column) ? null : this.text(column));
    const json = (column: Column): unknown => jsonOf(this.part(column));
    const times = [COLUMN.occurredAt, COLUMN.recordedAt].map((c) => this.microseconds(c));
    const [occurred, recorded] = times.map((at) => new Date(Math.floor(at / 1_000)).toISOString());
    return {
      index: this.int8(COLUMN.index),
      stream: this.text(COLUMN.stream),
      version: this.int4(COLUMN.version),
      type: this.text(COLUMN.type),
      schema_version: this.int4(COLUMN.schemaVersion),
      occurred_at: occurred ?? '',
      recorded_at: recorded ?? '',
      actor: json(COLUMN.actor) as CheckedRow['actor'],
      on_behalf_of: json(COLUMN.onBehalfOf) as CheckedRow['on_behalf_of'],
      command_id: maybe(COLUMN.commandId),
      causation_id: maybe(COLUMN.causationId),
      correlation_id: maybe(COLUMN.correlationId),
      ruleset: maybe(COLUMN.ruleset),
      nonce: this.text(COLUMN.nonce),
      leaf: this.part(COLUMN.leaf),
      leaf_hash: this.part(COLUMN.leafHash),
      payload: json(COLUMN.payload) as CheckedRow['payload'],
      salts: json(COLUMN.salts) as CheckedRow['salts'],
      sealed: json(COLUMN.sealed) as CheckedRow['sealed'],
      too_fine: times.some((at) => at % 1_000 !== 0),
    };
  }
}

function jsonOf(bytes: Buffer): unknown {
  if (bytes[0] !== JSONB_VERSION) throw new Error('No jsonb of a known version.');
  const text = bytes.toString('utf8', 1);
  const value: unknown = JSON.parse(text);
  if (!areNumbersExact(text)) throw new Error('A number that no leaf can say.');
  return value;
}
