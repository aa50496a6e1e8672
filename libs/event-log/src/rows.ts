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

export const toEnvelope = (row: EventRow): Envelope => ({
  stream: row.stream,
  version: row.version,
  type: row.type,
  schemaVersion: row.schema_version,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
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
