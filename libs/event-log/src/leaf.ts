import { canonicalJson, type Json } from './canonical.js';
import { sha256 } from './sha256.js';

/** Everything of an event but its payload's values and its position. Instants are RFC 3339, UTC, milliseconds. */
export interface Envelope {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly onBehalfOf: number | string | null;
  readonly commandId: string | null;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly ruleset: string | null;
  /** 128 bits, hexadecimal: two equal events never have equal leaves. */
  readonly nonce: string;
}

/** Who acted: a person reference (never a name), the role, the member body. */
export interface Actor {
  readonly person: string | null;
  readonly role: string;
  readonly body: number | null;
}

/** SHA-256(salt ‖ canonical value) in hexadecimal: shows nothing of the value without the salt. */
export const commitment = (salt: Buffer, value: Json): string =>
  sha256(salt, Buffer.from(canonicalJson(value), 'utf8')).toString('hex');

/**
 * The bytes that stand in the tree. This format is fixed for ever (`leaf` 1): the log cannot be rewritten. Field by
 * field commitments let any field be disclosed, withheld or erased with every proof still valid.
 */
export const leafBytes = (envelope: Envelope, fields: Readonly<Record<string, string>>): Buffer => {
  const { stream, version, type, schemaVersion, occurredAt, recordedAt, actor, onBehalfOf } =
    envelope;
  const { commandId, causationId, correlationId, ruleset, nonce } = envelope;
  return Buffer.from(
    canonicalJson({
      leaf: 1,
      stream,
      version,
      type,
      schemaVersion,
      occurredAt,
      recordedAt,
      actor: { person: actor.person, role: actor.role, body: actor.body },
      onBehalfOf,
      commandId,
      causationId,
      correlationId,
      ruleset,
      nonce,
      fields,
    }),
    'utf8',
  );
};
