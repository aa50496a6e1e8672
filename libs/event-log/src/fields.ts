import { randomBytes } from 'node:crypto';
import { canonicalJson, type Json, type JsonObject } from './canonical.js';
import { commitment } from './leaf.js';
import { seal, unseal, type PersonKeys } from './person-keys.js';

/** The payload as it lies beside the leaf: open values with their salts, personal ones sealed together with theirs. */
export interface StoredFields {
  readonly payload: JsonObject;
  /** Salt of each open field: 16 bytes, hexadecimal. */
  readonly salts: Readonly<Record<string, string>>;
  readonly sealed: Readonly<Record<string, SealedField>>;
}

export interface SealedField {
  readonly person: string;
  /** AES-256-GCM over the canonical JSON of `{salt, value}`, base64. */
  readonly box: string;
}

const ERASED: JsonObject = { $erased: true };

/** Commits to every top-level field and seals the personal ones. `place` binds a box to its event. */
export async function storeFields(
  payload: JsonObject,
  personal: Readonly<Record<string, string>>,
  place: string,
  keys: PersonKeys | null,
): Promise<StoredFields & { readonly commitments: Readonly<Record<string, string>> }> {
  const open: Record<string, Json> = {};
  const salts: Record<string, string> = {};
  const sealed: Record<string, SealedField> = {};
  const commitments: Record<string, string> = {};
  for (const [field, value] of Object.entries(payload)) {
    const salt = randomBytes(16);
    commitments[field] = commitment(salt, value);
    const person = personal[field];
    if (person === undefined) {
      open[field] = value;
      salts[field] = salt.toString('hex');
    } else {
      if (keys === null) throw new Error(`Field ${field} is personal and the log has no keys.`);
      const plain = canonicalJson({ salt: salt.toString('hex'), value });
      const box = seal(await keys.ensure(person), `${place}/${field}`, plain);
      sealed[field] = { person, box: box.toString('base64') };
    }
  }
  return { payload: open, salts, sealed, commitments };
}

/** The payload as it was appended, as far as the keys still open it. */
export async function openFields(
  stored: StoredFields,
  place: string,
  keys: PersonKeys | null,
): Promise<JsonObject> {
  const opened: Record<string, Json> = { ...stored.payload };
  for (const [field, box] of Object.entries(stored.sealed)) {
    const plain = await openField(field, box, place, keys);
    opened[field] = plain === null ? ERASED : plain.value;
  }
  return opened;
}

/** Value and salt of a sealed field; null when its key is gone or was never given. */
export async function openField(
  field: string,
  { person, box }: SealedField,
  place: string,
  keys: PersonKeys | null,
): Promise<{ salt: string; value: Json } | null> {
  const key = (await keys?.find(person)) ?? null;
  if (key === null) return null;
  const plain = unseal(key, `${place}/${field}`, Buffer.from(box, 'base64'));
  return JSON.parse(plain) as { salt: string; value: Json };
}

/**
 * The fields whose value does not match its commitment in the leaf; sealed fields are checked as far as the keys still
 * open them.
 */
export async function fieldFaults(
  stored: StoredFields,
  commitments: Readonly<Record<string, string>>,
  place: string,
  keys: PersonKeys | null,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [field, expected] of Object.entries(commitments)) {
    const box = stored.sealed[field];
    if (box !== undefined) {
      const plain = await openField(field, box, place, keys);
      if (plain && commitment(Buffer.from(plain.salt, 'hex'), plain.value) !== expected) {
        faults.push(field);
      }
    } else {
      const value = stored.payload[field];
      const salt = stored.salts[field];
      const holds =
        value !== undefined &&
        salt !== undefined &&
        commitment(Buffer.from(salt, 'hex'), value) === expected;
      if (!holds) faults.push(field);
    }
  }
  const known = new Set(Object.keys(commitments));
  const extra = [...Object.keys(stored.payload), ...Object.keys(stored.sealed)];
  return [...faults, ...extra.filter((field) => !known.has(field))];
}
