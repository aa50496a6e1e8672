import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { Memory } from './continuity.js';

/** An Ed25519 key of a named signer, as C2SP signed notes use it. */
export interface Verifier {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
  /** Of a log's key that was given up: the largest size of which it may have signed a checkpoint. */
  readonly until?: number;
}

export interface Signer extends Verifier {
  readonly privateKey: KeyObject;
  /** Asked before every checkpoint, and told of it after: see `demandContinuity`. */
  readonly memory?: Memory;
}

/** Signature types of C2SP signed-note: the log's own, and a witness's cosignature. */
export const SIGNATURE_TYPE = { log: 1, cosignature: 4 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A signer from its 32-byte seed. */
export function signerFrom(name: string, seed: Buffer): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { name, privateKey, publicKey: spki.subarray(-32) };
}

/** The first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key) (C2SP signed-note). */
export const keyId = (
  { name, publicKey }: Verifier,
  type: SignatureType = SIGNATURE_TYPE.log,
): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([type]))
    .update(publicKey)
    .digest()
    .subarray(0, 4);

/** `name+keyid+base64(type ‖ public key)`: the text form in which verifiers are handed around. */
export const verifierText = (v: Verifier, type: SignatureType = SIGNATURE_TYPE.log): string =>
  `${v.name}+${keyId(v, type).toString('hex')}+${Buffer.concat([Buffer.from([type]), v.publicKey]).toString('base64')}`;

export const isSameKey = (a: Verifier, b: Verifier): boolean =>
  a.name === b.name && a.publicKey.equals(b.publicKey);

/** What a key can be called (C2SP signed-note): neither spaces nor "+", which part it from its id. */
export const isKeyName = (name: string): boolean => /^[^\s+]+$/.test(name);

/** A verifier and its signature type from its text form; throws saying what is wrong with it. */
export function readVerifier(text: string): Verifier & { readonly type: SignatureType } {
  const [, name, id, coded] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  if (name === undefined || id === undefined || coded === undefined) {
    throw new Error('Not a key: name+keyid+base64 is expected.');
  }
  const bytes = Buffer.from(coded, 'base64');
  const type = Object.values(SIGNATURE_TYPE).find((t) => t === bytes[0]);
  if (type === undefined || bytes.length !== 33) throw new Error('Not an Ed25519 key.');
  const verifier = { name, publicKey: bytes.subarray(1), type };
  if (keyId(verifier, type).toString('hex') !== id) {
    throw new Error('The key does not fit its id: it was copied wrongly or changed.');
  }
  return verifier;
}

/** The key of a record that a text is, without what else it may say; null when it is none. */
export function verifierIn(text: string): Verifier | null {
  try {
    const { name, publicKey } = readVerifier(text);
    return { name, publicKey };
  } catch {
    return null;
  }
}

export const signBytes = (signer: Signer, bytes: Buffer): Buffer =>
  sign(null, bytes, signer.privateKey);

export function verifyBytes(verifier: Verifier, bytes: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, verifier.publicKey]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, bytes, key, signature);
}
