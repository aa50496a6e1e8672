import { canonicalJson, type Json, type JsonObject } from './canonical.js';
import { commitment } from './leaf.js';
import { random128, randomHex128 } from './random-bytes.js';
import { sha256SaltedHex } from './sha256.js';
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

const SALT = /^[0-9a-f]{32}$/;
const ERASED: JsonObject = { $erased: true };

/** The boxes are committed to as they lie there: none can be exchanged, not even after its key is gone. */
const SEALED = '$sealed';

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
    // Assigned, it would set a prototype and be lost.
    if (field === '__proto__') throw new TypeError('A field cannot be named __proto__.');
    const salt = random128();
    commitments[field] = commitment(salt, value);
    const person = Object.hasOwn(personal, field) ? personal[field] : undefined;
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
  if (Object.keys(sealed).length > 0) {
    const salt = random128();
    commitments[SEALED] = commitment(salt, sealed as unknown as JsonObject);
    salts[SEALED] = salt.toString('hex');
  }
  return { payload: open, salts, sealed, commitments };
}

/** A payload of which nothing is sealed, as JSON: its values, their salts, and what the leaf says of them. */
export interface OpenFieldsText {
  readonly payload: string;
  readonly salts: string;
  /** In canonical form. */
  readonly commitments: string;
}

/** The same as `storeFields` where nothing is personal, written at once: each value has one text, for its row and for its hash. */
export function openFieldsText(payload: JsonObject): OpenFieldsText {
  let [values, salts, commitments] = ['', '', ''];
  for (const field of Object.keys(payload).sort()) {
    if (field === '__proto__') throw new TypeError('A field cannot be named __proto__.');
    const value = canonicalJson(payload[field] as Json);
    const salt = randomHex128();
    const name = `${values === '' ? '' : ','}${canonicalJson(field)}:`;
    values += name + value;
    salts += `${name}"${salt}"`;
    commitments += `${name}"${sha256SaltedHex(salt, value)}"`;
  }
  return { payload: `{${values}}`, salts: `{${salts}}`, commitments: `{${commitments}}` };
}

/**
 * What a leaf says of open fields with these salts, in canonical form, so that values can be held to it; null where a salt
 * is missing, over, or none.
 */
export function commitmentsText(
  payload: JsonObject,
  salts: Readonly<Record<string, string>>,
): string | null {
  const fields = Object.keys(payload).sort();
  if (Object.keys(salts).length !== fields.length) return null;
  let text = '';
  for (const field of fields) {
    const salt = Object.hasOwn(salts, field) ? salts[field] : undefined;
    if (salt === undefined || !SALT.test(salt)) return null;
    const hash = sha256SaltedHex(salt, canonicalJson(payload[field] as Json));
    text += `${text === '' ? '' : ','}${canonicalJson(field)}:"${hash}"`;
  }
  return `{${text}}`;
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
  const plain = opened(key, `${place}/${field}`, box);
  if (plain === null) {
    throw new Error(`Field ${field} of ${place} does not open with the key of person ${person}.`);
  }
  return JSON.parse(plain) as { salt: string; value: Json };
}

function opened(key: Buffer, place: string, box: string): string | null {
  try {
    return unseal(key, place, Buffer.from(box, 'base64'));
  } catch {
    return null;
  }
}

/** What lies in the open: the values, and the boxes themselves when there are any. */
export const openValues = ({ payload, sealed }: StoredFields): JsonObject =>
  Object.keys(sealed).length === 0
    ? payload
    : { ...payload, [SEALED]: sealed as unknown as JsonObject };

/**
 * The fields whose open value, or whose box, does not match its commitment in the leaf, and those that stand in no leaf or in
 * two places. Boxes are not opened.
 */
export function openFieldFaults(
  stored: StoredFields,
  commitments: Readonly<Record<string, string>>,
): readonly string[] {
  const open = openValues(stored);
  const faults = Object.entries(commitments)
    .filter(([field]) => !Object.hasOwn(stored.sealed, field))
    .filter(([field, expected]) => !isCommitted(stored.salts[field], open[field], expected))
    .map(([field]) => field);
  // One place for each: an open value under a sealed one, or a salt without a value, is nobody's.
  const sealed = Object.keys(stored.sealed);
  const isKnown = (field: string) => Object.hasOwn(commitments, field);
  const extra = [
    ...Object.keys(stored.payload).filter((f) => !isKnown(f) || sealed.includes(f)),
    ...sealed.filter((f) => !isKnown(f)),
    ...Object.keys(stored.salts).filter((f) => !Object.hasOwn(open, f)),
  ];
  return [...new Set([...faults, ...extra])];
}

/**
 * The same, and the sealed fields whose content does not match its commitment. A sealed field that does not open is one of
 * them, unless its person is `erased`; without `keys` sealed fields are checked as boxes only.
 */
export async function fieldFaults(
  stored: StoredFields,
  commitments: Readonly<Record<string, string>>,
  place: string,
  keys: PersonKeys | null,
  erased: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const faults = new Set(openFieldFaults(stored, commitments));
  for (const [field, box] of Object.entries(stored.sealed)) {
    const holds =
      keys === null ||
      (await opensTo(field, box, commitments[field], place, keys).catch(() => false)) ||
      (erased.has(box.person) && (await keys.find(box.person)) === null);
    if (!holds) faults.add(field);
  }
  return [...faults];
}

const isCommitted = (salt: string | undefined, value: Json | undefined, expected: string) =>
  salt !== undefined &&
  value !== undefined &&
  SALT.test(salt) &&
  commitment(Buffer.from(salt, 'hex'), value) === expected;

async function opensTo(
  field: string,
  box: SealedField,
  expected: string | undefined,
  place: string,
  keys: PersonKeys,
): Promise<boolean> {
  const plain = await openField(field, box, place, keys);
  return plain !== null && isCommitted(plain.salt, plain.value, expected ?? '');
}
