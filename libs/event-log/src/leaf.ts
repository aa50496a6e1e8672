import { canonicalJson, type Json } from './canonical.js';
import { sha256Salted } from './sha256.js';

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
  sha256Salted(salt, canonicalJson(value));

/**
 * The text that stands in the tree, in canonical form: these names in this order. The format is fixed for ever (`leaf` 1):
 * the log cannot be rewritten. Field by field commitments let any field be disclosed, withheld or erased with every proof
 * still valid.
 */
export const leafText = (of: Envelope, fields: Readonly<Record<string, string>>): string =>
  leafWith(of, canonicalJson(fields));

/** The same where the commitments are a text in canonical form already. */
export const leafWith = (of: Envelope, commitments: string): string =>
  leafHead(of) +
  commitments +
  leafMiddle(of) +
  canonicalJson(of.recordedAt) +
  leafEnd(of) +
  `${canonicalJson(of.version)}}`;

/** Up to the fields: the same for every event of a commit. */
export const leafHead = (
  of: Pick<Envelope, 'actor' | 'causationId' | 'commandId' | 'correlationId'>,
): string =>
  `{"actor":{"body":${canonicalJson(of.actor.body)},"person":${canonicalJson(of.actor.person)},` +
  `"role":${canonicalJson(of.actor.role)}},"causationId":${canonicalJson(of.causationId)},` +
  `"commandId":${canonicalJson(of.commandId)},"correlationId":${canonicalJson(of.correlationId)},` +
  `"fields":`;

/** From the fields up to the time of the record. */
export const leafMiddle = (of: Pick<Envelope, 'nonce' | 'occurredAt' | 'onBehalfOf'>): string =>
  `,"leaf":1,"nonce":${canonicalJson(of.nonce)},"occurredAt":${canonicalJson(of.occurredAt)},` +
  `"onBehalfOf":${canonicalJson(of.onBehalfOf)},"recordedAt":`;

/** From the time of the record up to the version. */
export const leafEnd = (
  of: Pick<Envelope, 'ruleset' | 'schemaVersion' | 'stream' | 'type'>,
): string =>
  `,"ruleset":${canonicalJson(of.ruleset)},"schemaVersion":${canonicalJson(of.schemaVersion)},` +
  `"stream":${canonicalJson(of.stream)},"type":${canonicalJson(of.type)},"version":`;

/** The bytes of the same. */
export const leafBytes = (of: Envelope, fields: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(leafText(of, fields), 'utf8');

/** What a leaf says of its event's fields: name and commitment. Throws on what is no leaf. */
export const fieldsOfLeaf = (leaf: Buffer): Readonly<Record<string, string>> =>
  (JSON.parse(leaf.toString('utf8')) as { readonly fields: Record<string, string> }).fields;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Throws `TypeError` on an instant that a column would give back in another form than the leaf has it. */
export function demandInstant(text: string): void {
  if (!INSTANT.test(text)) throw new TypeError(`Not an instant with milliseconds, UTC: ${text}`);
}
