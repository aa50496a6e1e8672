import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { leafHash, rootFromInclusion } from './merkle.js';

/** A statement of the log's size and root (C2SP tlog-checkpoint): the root is 32 bytes. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** An Ed25519 key of a named signer, as C2SP signed notes use it. */
export interface Verifier {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

export interface Signer extends Verifier {
  readonly privateKey: KeyObject;
}

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

/** The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key) (C2SP signed-note). */
const keyId = ({ name, publicKey }: Verifier): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([1]))
    .update(publicKey)
    .digest()
    .subarray(0, 4);

/** `name+keyid+base64(0x01 ‖ public key)`: the text form in which verifiers are handed around. */
export const verifierText = (v: Verifier): string =>
  `${v.name}+${keyId(v).toString('hex')}+${Buffer.concat([Buffer.from([1]), v.publicKey]).toString('base64')}`;

export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const text = `${checkpoint.origin}\n${String(checkpoint.size)}\n${checkpoint.root.toString('base64')}\n`;
  const signature = sign(null, Buffer.from(text), signer.privateKey);
  return `${text}\n— ${signer.name} ${Buffer.concat([keyId(signer), signature]).toString('base64')}\n`;
}

/** Reads a checkpoint whose note bears a valid signature of one of the verifiers; throws saying what is wrong. */
export function openCheckpoint(note: string, verifiers: readonly Verifier[]): Checkpoint {
  const gap = note.indexOf('\n\n');
  if (gap < 0) throw new Error('Not a signed note: no blank line before the signatures.');
  const text = note.slice(0, gap + 1);
  const [origin, size, root] = text.split('\n');
  if (!origin || !size || !/^(0|[1-9]\d*)$/.test(size) || !root) {
    throw new Error('Not a checkpoint: origin, size and root are expected.');
  }
  const signatures = note
    .slice(gap + 2)
    .split('\n')
    .filter((line) => line !== '');
  const known = signatures.flatMap((line) => checkSignature(line, text, verifiers));
  if (known.length === 0) throw new Error('The checkpoint bears no signature of a known key.');
  if (known.includes(false)) throw new Error('A signature of a known key does not match.');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

function checkSignature(line: string, text: string, verifiers: readonly Verifier[]): boolean[] {
  const match = /^— (\S+) (\S+)$/.exec(line);
  if (!match) throw new Error('Not a signed note: a signature line is malformed.');
  const bytes = Buffer.from(match[2] as string, 'base64');
  return verifiers
    .filter((v) => v.name === match[1] && keyId(v).equals(bytes.subarray(0, 4)))
    .map((v) => {
      const key = createPublicKey({
        key: Buffer.concat([SPKI_PREFIX, v.publicKey]),
        format: 'der',
        type: 'spki',
      });
      return verify(null, Buffer.from(text), key, bytes.subarray(4));
    });
}

/** Proof that one leaf stands in the log: checked offline with the log's public key alone. Base64 throughout. */
export interface Receipt {
  readonly index: number;
  readonly leaf: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

/** Throws saying which claim of the receipt fails; returns the checkpoint it rests on. */
export function verifyReceipt(receipt: Receipt, verifiers: readonly Verifier[]): Checkpoint {
  const checkpoint = openCheckpoint(receipt.checkpoint, verifiers);
  const root = rootFromInclusion(
    leafHash(Buffer.from(receipt.leaf, 'base64')),
    receipt.index,
    checkpoint.size,
    receipt.proof.map((hash) => Buffer.from(hash, 'base64')),
  );
  if (root === null || !root.equals(checkpoint.root)) {
    throw new Error(`Leaf ${String(receipt.index)} is not in the tree of the checkpoint.`);
  }
  return checkpoint;
}
