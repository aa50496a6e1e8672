import {
  claimedCheckpoint,
  cosignatures,
  keyId,
  openCheckpoint,
  readNote,
  SIGNATURE_TYPE,
  verifyConsistency,
  type Checkpoint,
  type Verifier,
} from '@twinning/event-log';
import type { Cosigned } from '../format.js';
import type { CaseFault, Witnessed } from './claims.js';
import { placeOfNote } from './held.js';

/** What a case file says of cosignatures, and what is held beside it. */
export interface Witnessing {
  readonly origin: string;
  readonly checkpoint: Checkpoint | null;
  /** `witnesses.json`. */
  readonly cosigned: readonly Cosigned[];
  /** Checkpoints kept elsewhere which the record of the file continues: they may bear cosignatures too. */
  readonly held: readonly string[];
}

export interface WitnessCheck {
  readonly faults: readonly CaseFault[];
  /** The newest cosignature of each witness that was asked for. */
  readonly witnesses: readonly Witnessed[];
  /** Cosignatures of keys that nobody named. */
  readonly unknown: number;
}

/** A cosignature is eight bytes of time and the signature. */
const COSIGNATURE_BYTES = 72;

/** Whether this is a list of cosigned checkpoints as `witnesses.json` has it. */
export const isCosignedList = (value: unknown): value is readonly Cosigned[] =>
  Array.isArray(value) &&
  value.every((each: Partial<Cosigned> | null) => {
    const { note, proof } = each ?? {};
    const isProof = Array.isArray(proof) && proof.every((hash) => typeof hash === 'string');
    return typeof note === 'string' && isProof;
  });

/** Looks for the cosignatures of these witnesses: each must have cosigned a checkpoint that the record of the file continues. */
export function checkWitnesses(
  { origin, checkpoint, cosigned, held }: Witnessing,
  keys: readonly Verifier[],
  witnesses: readonly Verifier[],
): WitnessCheck {
  const faults: CaseFault[] = [];
  const said = new Map<string, Witnessed>();
  const unknown = new Set<string>();
  const fault = (code: CaseFault['code'], place: string) => {
    faults.push({ claim: 'WITNESSES', code, place });
  };
  const look = (note: string, place: string) => {
    const { size } = claimedCheckpoint(note);
    for (const witness of witnesses) {
      try {
        const seconds = Math.max(0, ...cosignatures(note, witness));
        const before = said.get(nameOf(witness));
        if (seconds > 0 && size >= (before?.size ?? 0)) {
          said.set(nameOf(witness), { name: witness.name, size, seconds });
        }
      } catch {
        fault('COSIGNATURE_DIFFERS', place);
      }
    }
    for (const line of readNote(note).signatures) {
      const name = `${line.name}+${line.keyId.toString('hex')}`;
      if (line.signature.length === COSIGNATURE_BYTES && !witnesses.some((w) => nameOf(w) === name))
        unknown.add(name);
    }
  };
  cosigned.forEach(({ note, proof }, i) => {
    const place = `witnesses ${String(i + 1)}`;
    const path = proof.map((hash) => Buffer.from(hash, 'base64'));
    const kept = openedAs(origin, note, keys);
    if (kept === null) {
      fault('WITNESS_NOTE', place);
      return;
    }
    if (checkpoint !== null && !isContinued(kept, checkpoint, path)) {
      fault('WITNESS_OTHER_HISTORY', place);
      return;
    }
    look(note, place);
  });
  for (const note of held) look(note, placeOfNote(note));
  for (const witness of witnesses) {
    if (!said.has(nameOf(witness))) fault('WITNESS_ABSENT', witness.name);
  }
  return { faults, witnesses: [...said.values()], unknown: unknown.size };
}

const nameOf = (witness: Verifier): string =>
  `${witness.name}+${keyId(witness, SIGNATURE_TYPE.cosignature).toString('hex')}`;

function openedAs(origin: string, note: string, keys: readonly Verifier[]): Checkpoint | null {
  try {
    const opened = openCheckpoint(note, keys);
    return opened.origin === origin ? opened : null;
  } catch {
    return null;
  }
}

function isContinued(kept: Checkpoint, now: Checkpoint, proof: readonly Buffer[]): boolean {
  if (kept.size === now.size) return kept.root.equals(now.root);
  return kept.size < now.size && (kept.size === 0 || verifyConsistency(kept, now, proof));
}
