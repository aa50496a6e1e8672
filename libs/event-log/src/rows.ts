import type { JsonObject } from './canonical.js';
import type { RecordedEvent } from './events.js';
import type { SealedField } from './fields.js';
import type { Actor, Envelope } from './leaf.js';

/** A row of `log.event` as the driver gives it. */
export interface EventRow {
  readonly index: string | number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: Actor;
  readonly on_behalf_of: number | string | null;
  readonly command_id: string | null;
  readonly causation_id: string | null;
  readonly correlation_id: string | null;
  readonly ruleset: string | null;
  readonly nonce: string;
  readonly leaf: Buffer;
  readonly leaf_hash: Buffer;
  readonly payload: JsonObject;
  readonly salts: Readonly<Record<string, string>>;
  readonly sealed: Readonly<Record<string, SealedField>>;
}

/** A row of which the instants are dates, or text already (RFC 3339, milliseconds). */
type InstantsOf<T> = Omit<EventRow, 'occurred_at' | 'recorded_at'> & {
  readonly occurred_at: T;
  readonly recorded_at: T;
};
export type TextRow = InstantsOf<string>;

// PostgreSQL’s infinity is no date for the driver: in no leaf, and so found.
const instantText = (at: Date | string): string =>
  at instanceof Date ? at.toISOString() : String(at);

export const toEnvelope = (row: InstantsOf<Date | string>): Envelope => ({
  stream: row.stream,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  occurredAt: instantText(row.occurred_at),
  recordedAt: instantText(row.recorded_at),
  actor: row.actor,
  onBehalfOf: row.on_behalf_of,
  commandId: row.command_id,
  causationId: row.causation_id,
  correlationId: row.correlation_id,
  ruleset: row.ruleset,
  nonce: row.nonce,
});

export const toRecorded = (row: EventRow, payload: JsonObject): RecordedEvent => ({
  ...toEnvelope(row),
  index: Number(row.index),
  payload,
});
