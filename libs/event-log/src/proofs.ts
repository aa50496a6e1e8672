import { sql } from 'kysely';
import {
  checkpointText,
  openCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type Receipt,
} from './checkpoint.js';
import { demandContinuity } from './continuity.js';
import { LOG_STREAM } from './genesis.js';
import { KEY_CHANGED } from './key-change.js';
import { keysOfLog } from './key-times.js';
import { verifierText, type Signer } from './keys.js';
import type { Connection } from './connection.js';
import { readNote } from './note.js';
import { logSize } from './log.js';
import { nodesOf } from './nodes.js';
import { consistencyProof, inclusionProof, rootAt, type Hash, type NodeAt } from './merkle.js';

/** The same nodes, each read at most once: for many proofs at one size. */
export function rememberedNodes(db: Connection): NodeAt {
  const read = nodesOf(db);
  const known = new Map<string, ReturnType<NodeAt>>();
  return (level, index) => {
    const place = `${String(level)}/${String(index)}`;
    const node = known.get(place) ?? read(level, index);
    known.set(place, node);
    return node;
  };
}

export const rootOf = (db: Connection, size: number): Promise<Hash> => rootAt(size, nodesOf(db));

/** Signs the present size and root and keeps the note; the same size gives the note signed first. */
export const checkpointNow = async (db: Connection, signer: Signer): Promise<string> =>
  checkpointAt(db, await logSize(db), signer);

/**
 * The note of a size that the log has reached: what was signed then, or what would have been; a stored note that says
 * anything else, or that no key of the log signed in its time, is passed over and left to the verification. A signer with a memory
 * signs nothing but the continuation of what it signed last (`NotContinued`).
 */
async function checkpointAt(db: Connection, size: number, signer: Signer): Promise<string> {
  const { memory } = signer;
  const last = memory === undefined ? null : await demandContinuity(db, signer, memory);
  const checkpoint = { origin: signer.name, size, root: await rootOf(db, size) };
  const signed = signCheckpoint(checkpoint, signer);
  await sql`INSERT INTO log.checkpoint (size, note) VALUES (${size}, ${signed})
            ON CONFLICT DO NOTHING`.execute(db);
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM log.checkpoint WHERE size = ${size}`.execute(db);
  const kept = rows[0]?.note ?? signed;
  const note = kept === signed || (await isOwn(db, kept, checkpoint, signer)) ? kept : signed;
  // An older size must not make the memory forget a newer one.
  if (memory !== undefined && size >= (last ?? 0)) await memory.keep(signed);
  return note;
}

/** Whether a stored note says just this, signed with a key of the log: the application may write such rows. */
async function isOwn(
  db: Connection,
  note: string,
  checkpoint: Checkpoint,
  signer: Signer,
): Promise<boolean> {
  try {
    if (readNote(note).text !== checkpointText(checkpoint)) return false;
    openCheckpoint(note, await keysOfLog(db, [signer]));
    return true;
  } catch {
    return false;
  }
}

/** Proof that the event at `index` stands in the log, verifiable offline with the public key alone. */
export const receiptFor = async (db: Connection, index: number, signer: Signer): Promise<Receipt> =>
  receiptAt(db, index, await logSize(db), signer);

/**
 * The same proof in the log of `size` events (more than `index`, at most all): the same size, the same receipt. Of a size
 * before the signer's time, of which nothing signed is kept, it is the proof in the first size of that time.
 */
export async function receiptAt(
  db: Connection,
  index: number,
  asked: number,
  signer: Signer,
): Promise<Receipt> {
  const size = await signable(db, asked, signer);
  return receiptOn(db, index, { size, checkpoint: await checkpointAt(db, size, signer) });
}

/** The proof that rests on a checkpoint of this size (more than `index`), which may still be in the making. */
export async function receiptOn(
  db: Connection,
  index: number,
  { size, checkpoint }: { readonly size: number; readonly checkpoint: string | Promise<string> },
): Promise<Receipt> {
  const { rows } = await sql<{ leaf: Buffer }>`
    SELECT leaf FROM log.event WHERE index = ${index}`.execute(db);
  const leaf = rows[0]?.leaf;
  if (leaf === undefined) throw new RangeError(`The log has no event ${String(index)}.`);
  const proof = await inclusionProof(index, size, nodesOf(db));
  return {
    index,
    leaf: leaf.toString('base64'),
    proof: proof.map((hash) => hash.toString('base64')),
    checkpoint: await checkpoint,
  };
}

/** The first size that a key vouches for: behind the event that brought it; 0 for the first key of a record. */
export async function firstSizeOf(db: Connection, signer: Signer): Promise<number> {
  const { rows } = await sql<{ brought: string | number | null }>`
    SELECT max(index) AS brought FROM log.event
     WHERE stream = ${LOG_STREAM} AND type = ${KEY_CHANGED}
       AND payload->>'key' = ${verifierText(signer)}`.execute(db);
  const brought = rows[0]?.brought ?? null;
  return brought === null ? 0 : Number(brought) + 1;
}

/** This size, or the first one of the signer's time when it is an earlier one and nothing of it is kept. */
async function signable(db: Connection, size: number, signer: Signer): Promise<number> {
  const from = await firstSizeOf(db, signer);
  if (size >= from) return size;
  const { rows } = await sql<{ note: string }>`
    SELECT note FROM log.checkpoint WHERE size = ${size}`.execute(db);
  const note = rows[0]?.note;
  if (note === undefined) return from;
  const checkpoint = { origin: signer.name, size, root: await rootOf(db, size) };
  return (await isOwn(db, note, checkpoint, signer)) ? size : from;
}

/** Index of the event that stands at this version of a stream; null when none does. */
export async function versionIndex(
  db: Connection,
  stream: string,
  version: number,
): Promise<number | null> {
  const { rows } = await sql<{ index: string | number }>`
    SELECT index FROM log.event WHERE stream = ${stream} AND version = ${version}`.execute(db);
  return rows[0] === undefined ? null : Number(rows[0].index);
}

/** Proof that the log of `first` events is a prefix of that of `second`. */
export const consistencyBetween = (
  db: Connection,
  first: number,
  second: number,
): Promise<readonly Hash[]> => consistencyProof(first, second, nodesOf(db));
