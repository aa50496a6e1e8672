import { claimedCheckpoint, type Checkpoint } from './checkpoint.js';
import { genesisIn, namesGivenUp } from './genesis.js';
import { keyChanges, keyNow } from './key-change.js';
import { verifierText, type Signer } from './keys.js';
import { openNote } from './note.js';
import type { Connection } from './connection.js';
import { logSize } from './log.js';
import { rootOf } from './proofs.js';

/** Where a signer remembers, outside the database, the last checkpoint that it signed. */
export interface Memory {
  last(): Promise<string | null>;
  keep(note: string): Promise<void>;
}

/** Why a record is not signed any more until its operator has acted. */
export class NotContinued extends Error {
  constructor(
    readonly why: 'RESTORED' | 'KEY_CHANGED',
    detail: string,
  ) {
    super(`The record is not signed (${why}): ${detail}`);
  }
}

/**
 * The size that was signed last, null when none was. Throws unless the log is the continuation of the last checkpoint
 * that was signed, and the signer's key the one that the log names, or that signed last when it names none. A log put back from a backup would otherwise be signed as another history under the same name.
 */
export async function demandContinuity(
  db: Connection,
  signer: Signer,
  memory: Memory,
): Promise<number | null> {
  const present = keyNow(await keyChanges(db), signer.name);
  if (present !== undefined && present !== verifierText(signer)) {
    throw new NotContinued('KEY_CHANGED', `its key is now ${present}`);
  }
  const note = await memory.last();
  if (note === null) return null;
  const last = await demandKept(db, signer.name, note);
  if (last === null) return null;
  if (present === undefined && !isSignedBy(note, signer)) {
    throw new NotContinued('KEY_CHANGED', 'another key signed last, and the log names none');
  }
  await demandContained(db, last);
  return last.size;
}

/**
 * What was signed last under this name. Null when that was under a name which the log's first leaf says was given up;
 * throws when it was under any other: such a memory is that of another record, and would vouch for nothing.
 */
async function demandKept(
  db: Connection,
  origin: string,
  note: string,
): Promise<Checkpoint | null> {
  const last = claimedCheckpoint(note);
  if (last.origin === origin) return last;
  const genesis = await genesisIn(db);
  if (genesis !== null && namesGivenUp(genesis).includes(last.origin)) return null;
  throw new NotContinued(
    'RESTORED',
    `${last.origin} was signed last, and the first leaf of ${origin} does not say that it was given up`,
  );
}

/** Throws unless the log contains what a checkpoint says. */
async function demandContained(db: Connection, last: Checkpoint): Promise<void> {
  const size = await logSize(db);
  const holds = last.size <= size && (await rootOf(db, last.size)).equals(last.root);
  if (!holds) {
    throw new NotContinued(
      'RESTORED',
      `${String(last.size)} events had been signed, and the log of ${String(size)} does not contain them`,
    );
  }
}

/** Throws when the log of this name no longer contains what was signed last: whoever decides on it forks the record. */
export async function demandNothingLost(
  db: Connection,
  origin: string,
  memory: Memory,
): Promise<void> {
  const note = await memory.last();
  const last = note === null ? null : await demandKept(db, origin, note);
  if (last !== null) await demandContained(db, last);
}

function isSignedBy(note: string, signer: Signer): boolean {
  try {
    openNote(note, [signer]);
    return true;
  } catch {
    return false;
  }
}
