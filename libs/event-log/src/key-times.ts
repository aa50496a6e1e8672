import { sql } from 'kysely';
import { openCheckpoint, standsIn, type Checkpoint } from './checkpoint.js';
import type { Connection } from './connection.js';
import { isCommitted, provenStream, type ProvenEvent } from './disclosure.js';
import { LOG_STREAM } from './genesis.js';
import { acceptedText, endorsed, KEY_CHANGED, type KeyChange } from './key-change.js';
import { isSameKey, verifierIn, type Verifier } from './keys.js';
import type { Envelope } from './leaf.js';
import { logSize } from './log.js';
import { openNote } from './note.js';
import { rememberedNodes, rootOf } from './proofs.js';

/** A change of the signing key, and where its leaf stands: the key before is good up to this size, the new one from the next. */
export interface PlacedChange extends KeyChange {
  readonly index: number;
}

/** The change that an event proves: null when it is none, or its leaf or its values do not stand in the tree of this checkpoint. */
export function changeProven(event: ProvenEvent, at: Checkpoint): PlacedChange | null {
  try {
    if (!standsIn(event, at)) return null;
    const leaf = JSON.parse(Buffer.from(event.leaf, 'base64').toString('utf8')) as Leaf;
    if (leaf.type !== KEY_CHANGED || leaf.stream !== LOG_STREAM) return null;
    const said = ['key', 'previous', 'note', 'accepted'].map((field) => {
      const shown = Object.hasOwn(event.fields, field) ? event.fields[field] : undefined;
      const isSaid = shown !== undefined && isCommitted(shown, leaf.fields[field]);
      return isSaid && typeof shown.value === 'string' ? shown.value : null;
    });
    const [key, previous, note, accepted] = said;
    if (key == null || previous == null || note == null) return null;
    return { index: event.index, key, previous, note, ...(accepted != null && { accepted }) };
  } catch {
    // Whoever wrote it may have written anything.
    return null;
  }
}

type Leaf = Envelope & { readonly fields: Readonly<Record<string, string>> };

/**
 * The keys of a log, each with the sizes for which it is good: the trusted ones, those to which their notes lead, and those
 * that came before them. Forwards a change counts when the key that signed until then vouches for it; a key given up vouches
 * for nothing and never comes back. Backwards it counts when the later key says so (`accepted`), or, in events of earlier
 * releases, when `isProven` says that its place in the tree is signed by somebody trusted, and the changes make one chain.
 */
export function keysInTime(
  trusted: readonly Verifier[],
  changes: readonly PlacedChange[],
  isProven: (change: PlacedChange) => boolean = () => false,
): readonly Verifier[] {
  const keys = keysFrom(trusted, changes);
  return [...keys, ...keysBefore(keys, changes, isProven)];
}

/** Of the same, the trusted keys and those that came after them. */
export function keysFrom(
  trusted: readonly Verifier[],
  changes: readonly PlacedChange[],
): readonly Verifier[] {
  const keys: Verifier[] = [];
  for (const key of trusted) if (!keys.some((k) => isSameKey(k, key))) keys.push(key);
  for (const { note, index } of changes) {
    const present = keys.filter((key) => key.until === undefined);
    for (const by of present) {
      const next = endorsed(note, [by]);
      if (next === null || isSameKey(next, by)) continue;
      keys[keys.indexOf(by)] = { ...by, until: index };
      if (!keys.some((key) => isSameKey(key, next))) keys.push(next);
    }
  }
  return keys;
}

/** The keys before the known ones, the nearest first. */
function keysBefore(
  known: readonly Verifier[],
  changes: readonly PlacedChange[],
  isProven: (change: PlacedChange) => boolean,
): readonly Verifier[] {
  const all = [...known];
  const chain = chainOf(changes).filter(({ change }) => isProven(change));
  const links = changes.flatMap((change) => linkOf(change) ?? []);
  // What a key says of itself goes before what the order of the events says.
  for (const key of all) {
    const before =
      links.find((link) => isSameKey(link.next, key) && isAccepted(link)) ??
      chain.find(({ change, next }) => isSameKey(next, key) && change.accepted === undefined);
    if (before === undefined || all.some((k) => isSameKey(k, before.previous))) continue;
    all.push({ ...before.previous, until: before.change.index });
  }
  return all.slice(known.length);
}

interface Link {
  readonly change: PlacedChange;
  readonly previous: Verifier;
  readonly next: Verifier;
}

/** A change whose note is signed with the key before, and that says of both what the note says. */
function linkOf(change: PlacedChange): Link | null {
  const previous = verifierIn(change.previous);
  const next = previous && endorsed(change.note, [previous]);
  if (previous === null || next === null || next.name !== previous.name) return null;
  return verifierIn(change.key)?.publicKey.equals(next.publicKey) === true
    ? { change, previous, next }
    : null;
}

/** Of each name the changes that follow from one another: whoever inserts one behind them cannot make it one of them. */
function chainOf(changes: readonly PlacedChange[]): readonly Link[] {
  const signing = new Map<string, Verifier>();
  return changes.flatMap((change) => {
    const link = linkOf(change);
    const now = link && signing.get(link.previous.name);
    if (link === null || (now && !isSameKey(now, link.previous))) return [];
    signing.set(link.previous.name, link.next);
    return [link];
  });
}

function isAccepted({ change, previous, next }: Link): boolean {
  try {
    return openNote(change.accepted ?? '', [next]) === acceptedText(previous, change.index);
  } catch {
    return false;
  }
}

/** The events that changed the signing key below a size of the log, with their proofs to its root. */
export async function provenKeyChanges(
  db: Connection,
  size: number,
): Promise<readonly ProvenEvent[]> {
  if (size === 0) return [];
  const at = { nodes: rememberedNodes(db), size, keys: null };
  const events = await provenStream(db, LOG_STREAM, at);
  return events.filter(({ leaf }) => typeOf(leaf) === KEY_CHANGED);
}

const typeOf = (leaf: string): unknown => {
  try {
    return (JSON.parse(Buffer.from(leaf, 'base64').toString('utf8')) as { type?: unknown }).type;
  } catch {
    return null;
  }
};

/**
 * All keys that this log has signed with, as far as the trusted ones vouch for them, with their times. What stands in the
 * database counts only where its leaf stands in the tree; the tree counts, for keys before the trusted ones, up to the
 * newest kept checkpoint that these have signed and that it continues.
 */
export async function keysOfLog(
  db: Connection,
  trusted: readonly Verifier[],
): Promise<readonly Verifier[]> {
  const size = await logSize(db);
  const events = await provenKeyChanges(db, size);
  if (events.length === 0) return trusted;
  const tree = { origin: '', size, root: await rootOf(db, size) };
  const changes = events.flatMap((event) => changeProven(event, tree) ?? []);
  const forwards = keysFrom(trusted, changes);
  const signed = await newestSigned(db, size, forwards);
  return keysInTime(trusted, changes, ({ index }) => index < signed);
}

/** Whoever may insert checkpoints must not make the search for one that holds endless. */
const LOOKED_AT = 50;

/** The newest size of which a checkpoint is kept that one of these keys has signed and the log continues; 0 when none is. */
async function newestSigned(
  db: Connection,
  size: number,
  keys: readonly Verifier[],
): Promise<number> {
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM log.checkpoint WHERE size <= ${size} ORDER BY size DESC LIMIT ${LOOKED_AT}`.execute(
    db,
  );
  for (const { note } of rows) {
    const kept = openedOrNull(note, keys);
    const isOurs = kept !== null && kept.size > 0 && kept.size <= size;
    if (isOurs && (await rootOf(db, kept.size)).equals(kept.root)) return kept.size;
  }
  return 0;
}

function openedOrNull(note: string, keys: readonly Verifier[]): Checkpoint | null {
  try {
    return openCheckpoint(note, keys);
  } catch {
    return null;
  }
}
