import { openCheckpoint, type Checkpoint } from './checkpoint.js';
import { cosign } from './cosignature.js';
import type { Signer, Verifier } from './keys.js';
import { rootAt, verifyConsistency, type Hash } from './merkle.js';
import { openNote } from './note.js';
import { nodesOfTiles, type FetchTile } from './tiles/index.js';

/** Why a witness does not cosign. Everything but `UNREADABLE` is evidence against the log. */
export type Inconsistency =
  | 'UNKNOWN_SIGNATURE'
  | 'OTHER_ORIGIN'
  | 'SHRUNK'
  | 'OTHER_HISTORY'
  | 'TILES_DIFFER'
  | 'PROOF_DIFFERS'
  | 'UNREADABLE';

export type Witnessed =
  | {
      readonly kind: 'COSIGNED';
      readonly note: string;
      readonly checkpoint: Checkpoint;
      /** The one of the log's keys that signed it. */
      readonly logKey: Verifier;
    }
  | { readonly kind: 'INCONSISTENT'; readonly why: Inconsistency; readonly detail: string };

/** What a witness knows and where it looks. */
export interface Watch {
  /** The last checkpoint that the witness cosigned; null the first time. */
  readonly last: Checkpoint | null;
  /** Keys of one log, of which any may have signed: the one that is trusted, and those to which its notes lead. */
  readonly logKeys: readonly [Verifier, ...Verifier[]];
  /** The checkpoint that the log serves now. */
  readonly note: string;
  readonly fetchTile: FetchTile;
  /** The consistency proof that the log serves for two sizes. */
  readonly fetchProof: (first: number, second: number) => Promise<readonly Hash[]>;
}

/**
 * Judges the log's present checkpoint against the last one seen: both roots are computed anew from the served tiles,
 * and the served consistency proof must hold. Cosigns (`cosignature/v1`, Unix seconds) only when all of it fits.
 */
export async function witnessed(
  watch: Watch,
  witness: Signer,
  seconds: number,
): Promise<Witnessed> {
  const { last, logKeys, note, fetchTile, fetchProof } = watch;
  let now: Checkpoint;
  try {
    now = openCheckpoint(note, logKeys);
  } catch (error) {
    return no('UNKNOWN_SIGNATURE', (error as Error).message);
  }
  if (now.origin !== (last?.origin ?? logKeys[0].name)) return no('OTHER_ORIGIN', now.origin);
  const sizes = `${String(last?.size ?? 0)} → ${String(now.size)}`;
  if (last !== null && now.size < last.size) return no('SHRUNK', sizes);
  if (last !== null && now.size === last.size && !now.root.equals(last.root)) {
    return no('OTHER_HISTORY', sizes);
  }
  try {
    const nodes = nodesOfTiles(fetchTile, now.size);
    if (!(await rootAt(now.size, nodes)).equals(now.root)) return no('TILES_DIFFER', sizes);
    if (last !== null && last.size > 0) {
      if (!(await rootAt(last.size, nodes)).equals(last.root)) return no('OTHER_HISTORY', sizes);
      const proof = await fetchProof(last.size, now.size);
      if (!verifyConsistency(last, now, proof)) return no('PROOF_DIFFERS', sizes);
    }
  } catch (error) {
    return no('UNREADABLE', (error as Error).message);
  }
  const logKey = logKeys.find((key) => isSignedWith(note, key)) ?? logKeys[0];
  return { kind: 'COSIGNED', note: cosign(note, witness, seconds), checkpoint: now, logKey };
}

/** True when the note bears a signature of this key that holds. */
export function isSignedWith(note: string, key: Verifier): boolean {
  try {
    openNote(note, [key]);
    return true;
  } catch {
    return false;
  }
}

const no = (why: Inconsistency, detail: string): Witnessed => ({
  kind: 'INCONSISTENT',
  why,
  detail,
});
