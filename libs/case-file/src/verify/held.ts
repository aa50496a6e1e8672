import {
  KeyEnded,
  openCheckpoint,
  verifyConsistency,
  type Checkpoint,
  type Verifier,
} from '@twinning/event-log';
import type { Continuation, Cosigned } from '../format.js';
import type { CaseFault } from './claims.js';

/** What of a case file says how its record goes on from an earlier size. */
export interface Continuing {
  readonly origin: string;
  readonly checkpoint: Checkpoint | null;
  /** Proofs that the file brings, of whatever sizes. */
  readonly continuations: readonly Continuation[];
  /** The names that its first leaf says were given up. */
  readonly givenUp: readonly string[];
}

/**
 * Holds a case file to checkpoints that somebody kept elsewhere: the one proof that nobody put the record back and went on,
 * and that no second server signs another record with the same key.
 */
export function heldFaults(
  held: readonly string[],
  of: Continuing,
  keys: readonly Verifier[],
): { readonly faults: readonly CaseFault[]; readonly continued: readonly string[] } {
  const faults: CaseFault[] = [];
  const continued: string[] = [];
  for (const note of held) {
    const code = faultOf(note, of, keys);
    if (code === null) continued.push(note);
    else faults.push({ claim: 'CONTINUES', code, place: placeOfNote(note) });
  }
  return { faults, continued };
}

/** Origin and size, as a note says them. */
export const placeOfNote = (note: string): string => note.split('\n', 2).join(' ');

function faultOf(
  note: string,
  { origin, checkpoint, continuations, givenUp }: Continuing,
  keys: readonly Verifier[],
): CaseFault['code'] | null {
  const [claimed = ''] = note.split('\n', 1);
  if (claimed !== origin) {
    return givenUp.includes(claimed) ? 'HELD_GIVEN_UP' : 'HELD_OTHER_RECORD';
  }
  let kept: Checkpoint;
  try {
    kept = openCheckpoint(note, keys);
  } catch (error) {
    return error instanceof KeyEnded ? 'KEY_ENDED' : 'HELD_SIGNATURE';
  }
  if (checkpoint === null) return 'HELD_NOT_SHOWN';
  if (kept.size === checkpoint.size) {
    return kept.root.equals(checkpoint.root) ? null : 'HELD_OTHER_HISTORY';
  }
  if (kept.size === 0) return null;
  const shown = continuations.filter(({ size }) => size === kept.size);
  if (shown.length === 0) return 'HELD_NOT_SHOWN';
  const isShown = shown.some(({ proof }) =>
    verifyConsistency(
      kept,
      checkpoint,
      proof.map((hash) => Buffer.from(hash, 'base64')),
    ),
  );
  return isShown ? null : 'HELD_OTHER_HISTORY';
}

/**
 * The proofs of `continues.json`, which is one or a list of them, and those of `witnesses.json`: what a witness has cosigned,
 * somebody may have kept. Whatever is not shaped as one shows nothing.
 */
export function continuationsIn(
  continues: unknown,
  cosigned: readonly Cosigned[],
): readonly Continuation[] {
  const listed: readonly unknown[] = Array.isArray(continues) ? continues : [continues];
  const beside = cosigned.map(({ note, proof }) => ({ size: sizeIn(note), proof }));
  return [...listed.filter(isContinuation), ...beside];
}

function isContinuation(value: unknown): value is Continuation {
  const { size, proof } = (value ?? {}) as Partial<Continuation>;
  const isProof = Array.isArray(proof) && proof.every((hash) => typeof hash === 'string');
  return Number.isSafeInteger(size) && isProof;
}

const sizeIn = (note: string): number => Number(note.split('\n', 2)[1]);
