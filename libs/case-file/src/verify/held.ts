import {
  openCheckpoint,
  verifyConsistency,
  type Checkpoint,
  type Verifier,
} from '@twinning/event-log';
import type { CaseEvents, Continuation } from '../format.js';
import type { CaseFault } from './claims.js';

/** What of a case file says how its record goes on from an earlier size. */
export interface Continuing {
  readonly origin: string;
  readonly checkpoint: Checkpoint | null;
  readonly continuation: Continuation | null;
  readonly genesis: CaseEvents['log'][number] | undefined;
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
  { origin, checkpoint, continuation, genesis }: Continuing,
  keys: readonly Verifier[],
): CaseFault['code'] | null {
  const [claimed] = note.split('\n', 1);
  if (claimed !== origin) {
    return claimed === givenUpBy(genesis) ? 'HELD_GIVEN_UP' : 'HELD_OTHER_RECORD';
  }
  let kept: Checkpoint;
  try {
    kept = openCheckpoint(note, keys);
  } catch {
    return 'HELD_SIGNATURE';
  }
  if (checkpoint === null) return 'HELD_NOT_SHOWN';
  if (kept.size === checkpoint.size) {
    return kept.root.equals(checkpoint.root) ? null : 'HELD_OTHER_HISTORY';
  }
  if (kept.size === 0) return null;
  if (continuation?.size !== kept.size) return 'HELD_NOT_SHOWN';
  const proof = continuation.proof.map((hash) => Buffer.from(hash, 'base64'));
  return verifyConsistency(kept, checkpoint, proof) ? null : 'HELD_OTHER_HISTORY';
}

/** The name under which a record that was put back had been known: its first leaf says so. */
const givenUpBy = (genesis: Continuing['genesis']): string | undefined =>
  (genesis?.fields.continues?.value as { origin?: string } | undefined)?.origin;
