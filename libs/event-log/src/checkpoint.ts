import type { Signer, Verifier } from './keys.js';
import { leafHash, rootFromInclusion } from './merkle.js';
import { openSigned, readNote, signNote } from './note.js';

/** A statement of the log's size and root (C2SP tlog-checkpoint): the root is 32 bytes. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** What is signed of a checkpoint. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${String(size)}\n${root.toString('base64')}\n`;

export const signCheckpoint = (checkpoint: Checkpoint, signer: Signer): string =>
  signNote(checkpointText(checkpoint), signer);

/**
 * Reads a checkpoint whose note bears a valid signature of one of the verifiers; throws saying what is wrong, `KeyEnded` when
 * each that signed had been given up before the log was of this size.
 */
export function openCheckpoint(note: string, verifiers: readonly Verifier[]): Checkpoint {
  const { text, signers } = openSigned(note, verifiers);
  const checkpoint = checkpointOf(text);
  if (!signers.some((key) => isGoodAt(key, checkpoint.size))) {
    const until = Math.max(...signers.map((key) => key.until ?? 0));
    throw new KeyEnded(checkpoint.size, until);
  }
  return checkpoint;
}

/** Whether this key may have signed what the log was at this size. */
export const isGoodAt = ({ until }: Verifier, size: number): boolean =>
  until === undefined || size <= until;

/** A key signed after its time: it may be stolen. */
export class KeyEnded extends Error {
  constructor(size: number, until: number) {
    super(
      `At size ${String(size)} it is signed with a key that the record gave up at size ${String(until)}.`,
    );
  }
}

/** What a checkpoint claims, before any signature is looked at. */
export const claimedCheckpoint = (note: string): Checkpoint => checkpointOf(readNote(note).text);

function checkpointOf(text: string): Checkpoint {
  const [origin, size, coded = ''] = text.split('\n');
  const root = Buffer.from(coded, 'base64');
  const isWhole = root.length === 32 && root.toString('base64') === coded;
  if (!origin || !size || !/^(0|[1-9]\d{0,15})$/.test(size) || !isWhole) {
    throw new Error('Not a checkpoint: origin, size and root are expected.');
  }
  return { origin, size: Number(size), root };
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
  if (!standsIn(receipt, checkpoint)) {
    throw new Error(`Leaf ${String(receipt.index)} is not in the tree of the checkpoint.`);
  }
  return checkpoint;
}

/** True when the proof leads from the leaf to the checkpoint's root. */
export function standsIn(
  { index, leaf, proof }: Pick<Receipt, 'index' | 'leaf' | 'proof'>,
  checkpoint: Checkpoint,
): boolean {
  const root = rootFromInclusion(
    leafHash(Buffer.from(leaf, 'base64')),
    index,
    checkpoint.size,
    proof.map((hash) => Buffer.from(hash, 'base64')),
  );
  return Number.isSafeInteger(index) && root !== null && root.equals(checkpoint.root);
}
