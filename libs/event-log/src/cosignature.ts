import {
  keyId,
  SIGNATURE_TYPE,
  signBytes,
  verifyBytes,
  type Signer,
  type Verifier,
} from './keys.js';
import { readNote, signatureLine } from './note.js';

const message = (seconds: number, text: string): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${String(seconds)}\n${text}`);

const timestamp = (seconds: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(seconds));
  return bytes;
};

/**
 * The checkpoint with a witness's cosignature added (C2SP tlog-cosignature, `cosignature/v1`): the witness states that
 * at `seconds` (Unix time) this was the largest tree of the origin that it had seen, consistent with all before.
 */
export function cosign(note: string, witness: Signer, seconds: number): string {
  const { text } = readNote(note);
  const signature = signBytes(witness, message(seconds, text));
  const id = keyId(witness, SIGNATURE_TYPE.cosignature);
  return note + signatureLine(witness.name, id, Buffer.concat([timestamp(seconds), signature]));
}

/** Unix times at which this witness has cosigned the note; throws when a cosignature of its does not match. */
export function cosignatures(note: string, witness: Verifier): readonly number[] {
  const { text, signatures } = readNote(note);
  const id = keyId(witness, SIGNATURE_TYPE.cosignature);
  return signatures
    .filter((s) => s.name === witness.name && s.keyId.equals(id))
    .map(({ signature }) => {
      const seconds = signature.length === 72 ? Number(signature.readBigUInt64BE()) : NaN;
      if (
        !Number.isSafeInteger(seconds) ||
        !verifyBytes(witness, message(seconds, text), signature.subarray(8))
      ) {
        throw new Error(`The cosignature of ${witness.name} does not match.`);
      }
      return seconds;
    });
}
