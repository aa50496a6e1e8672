/** Proof that one entry stands in the record; base64 throughout. */
export interface Receipt {
  readonly index: number;
  readonly leaf: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export interface PublicKey {
  readonly name: string;
  readonly id: Uint8Array;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

type Bytes = Uint8Array<ArrayBuffer>;

export const fromBase64 = (text: string): Bytes =>
  Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Bytes =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const sha256 = async (...parts: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', joined(...parts)));

export const leafHash = (leaf: Uint8Array): Promise<Bytes> => sha256(new Uint8Array([0]), leaf);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Promise<Bytes> =>
  sha256(new Uint8Array([1]), left, right);

/** The public key in the form of C2SP signed notes: `name+keyid+base64(1 ‖ key)`. Null when it is none. */
export async function readKey(text: string): Promise<PublicKey | null> {
  const [, name, id, coded] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  if (name === undefined || id === undefined || coded === undefined) return null;
  const bytes = fromBase64(coded);
  if (bytes.length !== 33 || bytes[0] !== 1) return null;
  const hash = await sha256(utf8(`${name}\n`), bytes);
  const key: PublicKey = { name, id: fromHex(id), key: bytes.slice(1) };
  return sameBytes(hash.slice(0, 4), key.id) ? key : null;
}

/** What a checkpoint claims, before its signature is looked at; null when it is none. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [origin, size, root] = note.split('\n');
  if (!origin || size === undefined || !/^(0|[1-9]\d{0,15})$/.test(size) || root === undefined) {
    return null;
  }
  try {
    const bytes = fromBase64(root);
    return bytes.length === 32 ? { origin, size: Number(size), root: bytes } : null;
  } catch {
    return null;
  }
}

/** Whether the key has signed the checkpoint (Ed25519). */
export async function isSigned(note: string, { name, id, key }: PublicKey): Promise<boolean> {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return false;
  const text = utf8(note.slice(0, gap + 1));
  const verifier = await crypto.subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, [
    'verify',
  ]);
  for (const line of note.slice(gap + 2).split('\n')) {
    const [, signer, coded] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    if (signer !== name || coded === undefined) continue;
    const bytes = fromBase64(coded);
    if (!sameBytes(bytes.slice(0, 4), id)) continue;
    return crypto.subtle.verify('Ed25519', verifier, bytes.slice(4), text);
  }
  return false;
}

/** The root that the proof leads to from the leaf (RFC 9162, 2.1.3.2), or null when its length cannot fit. */
export async function rootFromInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Promise<Uint8Array | null> {
  if (index < 0 || index >= size) return null;
  let [fn, sn] = [index, size - 1];
  let root: Uint8Array = await leafHash(leaf);
  for (const sibling of proof) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      root = await nodeHash(sibling, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      root = await nodeHash(root, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? root : null;
}

export type Claim = 'KEY' | 'SIGNATURE' | 'INCLUSION' | 'ENTRY' | 'CONSISTENCY';
export interface Verdict {
  readonly claim: Claim;
  readonly holds: boolean;
}

/** Checks a receipt claim by claim, with nothing but the public key: nobody's word is taken. */
export async function verifyReceipt(
  receipt: Receipt,
  keyText: string,
): Promise<readonly Verdict[]> {
  const key = await readKey(keyText);
  const checkpoint = readCheckpoint(receipt.checkpoint);
  const signed = key !== null && (await isSigned(receipt.checkpoint, key));
  const leaf = fromBase64(receipt.leaf);
  const root =
    checkpoint === null
      ? null
      : await rootFromInclusion(
          leaf,
          receipt.index,
          checkpoint.size,
          receipt.proof.map(fromBase64),
        );
  return [
    { claim: 'KEY', holds: key !== null },
    { claim: 'SIGNATURE', holds: signed },
    {
      claim: 'INCLUSION',
      holds: root !== null && checkpoint !== null && sameBytes(root, checkpoint.root),
    },
    { claim: 'ENTRY', holds: entryOf(receipt) !== null },
  ];
}

/** The entry that a receipt proves, as the record has it; null when its bytes are no entry. */
export function entryOf({ leaf }: Pick<Receipt, 'leaf'>): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64(leaf)));
    return typeof value === 'object' && value !== null && 'leaf' in value ? value : null;
  } catch {
    return null;
  }
}
