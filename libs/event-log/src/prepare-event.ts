import type { Json, JsonObject } from './canonical.js';
import type { Commit, NewEvent } from './events.js';
import { storeFields } from './fields.js';
import { demandInstant, leafBytes, type Actor, type Envelope } from './leaf.js';
import type { PersonKeys } from './person-keys.js';
import { random128 } from './random-bytes.js';

/** Where a sealed value belongs: a box moved to another event does not open. */
export const placeOf = (stream: string, version: number): string => `${stream}@${String(version)}`;

/** An event as it goes to the database: its columns, and the bytes that stand in the tree. */
export interface PreparedEvent {
  readonly envelope: Envelope;
  readonly row: JsonObject;
  readonly leaf: Buffer;
  readonly event: NewEvent;
}

export async function prepareEvent(
  keys: PersonKeys | null,
  commit: Commit,
  event: NewEvent,
  { version, recordedAt }: { readonly version: number; readonly recordedAt: string },
): Promise<PreparedEvent> {
  demandInstant(event.occurredAt);
  const envelope: Envelope = {
    stream: commit.stream,
    version,
    type: event.type,
    schemaVersion: event.schemaVersion,
    occurredAt: event.occurredAt,
    recordedAt,
    actor: commit.actor,
    onBehalfOf: commit.onBehalfOf,
    commandId: commit.commandId,
    causationId: commit.causationId,
    correlationId: commit.correlationId,
    ruleset: commit.ruleset,
    nonce: random128().toString('hex'),
  };
  const place = placeOf(commit.stream, version);
  const fields = await storeFields(event.payload, event.personal ?? {}, place, keys);
  const { payload, salts, sealed, commitments } = fields;
  const actor: Record<keyof Actor, Json> = { ...envelope.actor };
  return {
    envelope,
    event,
    leaf: leafBytes(envelope, commitments),
    row: { ...envelope, actor, payload, salts, sealed: sealed as unknown as JsonObject },
  };
}
