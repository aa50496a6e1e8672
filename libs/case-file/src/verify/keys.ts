import {
  changeProven,
  claimedCheckpoint,
  followKeys,
  isGoodAt,
  isSameKey,
  KEY_CHANGED,
  keysFrom,
  LOG_STREAM,
  verifierIn,
  type Checkpoint,
  type ProvenEvent,
  type Verifier,
} from '@twinning/event-log';
import { FILES, KEY_CHANGES } from '../format.js';
import type { CaseFault } from './claims.js';
import { fieldFaults, placedIn, proofFaults } from './events.js';

/** What a case file says of the keys of its record: `key.txt`, `key-changes.json`, and `keys` of `events.json`. */
export interface SaidOfKeys {
  readonly key: string;
  readonly notes: string;
  readonly events: readonly ProvenEvent[] | undefined;
}

export interface KeyCheck {
  /** The trusted keys and those to which they lead, each with the size up to which it is good, where that is proven. */
  readonly keys: readonly Verifier[];
  readonly faults: readonly CaseFault[];
  /** Whether the file proves it of each; null when it names no change. */
  readonly areShown: boolean | null;
}

/**
 * Follows the keys from those given (else that of the file) to the later ones. Where the file brings the events of the changes,
 * only these count, and each must stand in the tree of the file's checkpoint, whose signature is judged with what comes out here.
 */
export function checkKeys(
  said: SaidOfKeys,
  note: string,
  size: number,
  given: readonly Verifier[],
): KeyCheck {
  const faults: CaseFault[] = [];
  const own = verifierIn(said.key);
  if (own === null) faults.push({ claim: 'KEY', code: 'FILE_MALFORMED', place: FILES.key });
  const notes = notesIn(said.notes);
  if (notes === null) faults.push({ claim: 'KEY', code: 'FILE_MALFORMED', place: KEY_CHANGES });
  const trusted = given.length > 0 ? given : own === null ? [] : [own];
  const proven = said.events === undefined ? null : provenIn(said.events, note);
  const keys =
    proven === null ? followKeys(trusted, notes ?? []) : keysFrom(trusted, proven.changes);
  if (proven !== null) {
    const places = new Set(proven.changes.map((change) => change.note));
    faults.push(...proven.faults);
    (notes ?? []).forEach((each, i) => {
      if (!places.has(each))
        faults.push({
          claim: 'KEY',
          code: 'KEY_UNPROVEN',
          place: `${KEY_CHANGES} ${String(i + 1)}`,
        });
    });
  }
  if (own !== null) {
    const known = keys.find((key) => isSameKey(key, own));
    if (known === undefined) faults.push({ claim: 'KEY', code: 'KEY_OTHER', place: FILES.key });
    else if (!isGoodAt(known, size))
      faults.push({ claim: 'KEY', code: 'KEY_ENDED', place: FILES.key });
  }
  const isNone = proven === null ? (notes ?? []).length === 0 : proven.changes.length === 0;
  return { keys, faults, areShown: isNone ? null : proven !== null };
}

function provenIn(events: readonly ProvenEvent[], note: string) {
  const claimed = claimedOrNull(note);
  try {
    const placed = placedIn('keys', events);
    const each = placed.map((one, i) => {
      const { leaf, place } = one;
      const found: CaseFault[] = [...proofFaults([one], claimed), ...fieldFaults(one)];
      const before = placed[i - 1]?.event.index ?? -1;
      if (leaf.stream !== LOG_STREAM || leaf.type !== KEY_CHANGED)
        found.push({ claim: 'ORDER', code: 'OTHER_STREAM', place });
      else if (one.event.index <= before)
        found.push({ claim: 'ORDER', code: 'OUT_OF_ORDER', place });
      const isWhole = claimed !== null && found.length === 0;
      return { found, change: isWhole ? changeProven(one.event, claimed) : null };
    });
    return {
      faults: each.flatMap(({ found }) => found),
      changes: each.flatMap(({ change }) => change ?? []),
    };
  } catch {
    const fault: CaseFault = { claim: 'FILES', code: 'FILE_MALFORMED', place: FILES.events };
    return { faults: [fault], changes: [] };
  }
}

function claimedOrNull(note: string): Checkpoint | null {
  try {
    return claimedCheckpoint(note);
  } catch {
    return null;
  }
}

// No such file means no change; what is not a list of notes is malformed.
function notesIn(text: string): readonly string[] | null {
  if (text === '') return [];
  try {
    const notes: unknown = JSON.parse(text);
    return Array.isArray(notes) && notes.every((n) => typeof n === 'string') ? notes : null;
  } catch {
    return null;
  }
}
