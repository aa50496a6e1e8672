import { keyId, signBytes, verifyBytes, type Signer, type Verifier } from './keys.js';

/** A signed note taken apart (C2SP signed-note): the text with its last newline, and its signature lines. */
export interface Note {
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** First four bytes of the decoded signature. */
  readonly keyId: Buffer;
  /** What follows the key id. */
  readonly signature: Buffer;
}

/** `text` ends with a newline. */
export const signNote = (text: string, signer: Signer): string =>
  `${text}\n${signatureLine(signer.name, keyId(signer), signBytes(signer, Buffer.from(text)))}`;

export const signatureLine = (name: string, id: Buffer, signature: Buffer): string =>
  `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;

/** Takes a note apart without judging its signatures; throws saying what is malformed. */
export function readNote(note: string): Note {
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) throw new Error('Not a signed note: no blank line before the signatures.');
  const text = note.slice(0, gap + 1);
  const rest = note.slice(gap + 2);
  if (!rest.endsWith('\n')) throw new Error('Not a signed note: its last line is cut off.');
  const signatures = rest.slice(0, -1).split('\n').map(readSignature);
  return { text, signatures };
}

function readSignature(line: string): NoteSignature {
  const [, name, coded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
  const bytes = Buffer.from(coded, 'base64');
  if (name === undefined || bytes.length < 5 || bytes.toString('base64') !== coded) {
    throw new Error('Not a signed note: a signature line is malformed.');
  }
  return { name, keyId: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** The text of a note that bears a valid signature of one of the verifiers; throws saying what is wrong. */
export const openNote = (note: string, verifiers: readonly Verifier[]): string =>
  openSigned(note, verifiers).text;

/** The same, and which of the verifiers have signed it. */
export function openSigned(
  note: string,
  verifiers: readonly Verifier[],
): { readonly text: string; readonly signers: readonly Verifier[] } {
  const { text, signatures } = readNote(note);
  const known = signatures.flatMap((s) =>
    verifiers
      .filter((v) => v.name === s.name && keyId(v).equals(s.keyId))
      .map((verifier) => ({
        verifier,
        holds: verifyBytes(verifier, Buffer.from(text), s.signature),
      })),
  );
  if (known.length === 0) throw new Error('The note bears no signature of a known key.');
  if (known.some(({ holds }) => !holds))
    throw new Error('A signature of a known key does not match.');
  return { text, signers: known.map(({ verifier }) => verifier) };
}
