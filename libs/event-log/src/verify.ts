import { Kysely, sql } from 'kysely';
import { Frontier, type Grown } from './frontier.js';
import {
  areKept,
  Checkpoints,
  keptLevels,
  keptNodes,
  nodeFaults,
  surplusFaults,
  type HeldTo,
} from './kept-tree.js';
import { givenUpIn } from './genesis.js';
import type { Verifier } from './keys.js';
import type { Connection } from './connection.js';
import { logSize } from './log.js';
import { erasedPersons } from './erased.js';
import type { PersonKeys } from './person-keys.js';
import { copied } from './verify/copy-out.js';
import { EventRows } from './verify/event-rows.js';
import { copyOf } from './verify/row-bytes.js';

/** One thing that does not hold; `index` is null when it concerns the log as a whole. */
export interface Fault {
  readonly index: number | null;
  readonly what: string;
}

export interface Verification {
  readonly size: number;
  /** Root recomputed from the leaves, hexadecimal. */
  readonly root: string;
  /** The first event that differs from what was recorded; null when none does or none can be named. Of a record made anew
   * to fit itself, the first event after the last checkpoint that still holds. */
  readonly firstDiffers: number | null;
  readonly faults: readonly Fault[];
}

export interface VerifyOptions {
  /** Keys of the log; without them the kept checkpoints are compared with the tree, and their signatures not looked at. */
  readonly verifiers?: readonly Verifier[];
  /** Checkpoints that were kept elsewhere (a witness, a receipt): the only evidence that nobody here can have changed. */
  readonly heldTo?: readonly HeldTo[];
  readonly onProgress?: (done: number, size: number) => void;
}

/** Events that are asked for at once; what is kept of them until the next is the hash of each. */
const RANGE = 8_192;

/**
 * Recomputes the whole log from its rows: every column against the leaf's bytes, every value against its commitment,
 * the order, the streams' versions, every node of the tree, every checkpoint. An altered, removed, reordered or inserted
 * event is a fault; memory grows with the number of streams, not of events.
 */
export const verifyLog = (
  db: Connection,
  keys: PersonKeys | null,
  options: VerifyOptions = {},
): Promise<Verification> => inSnapshot(db, (trx) => verifySnapshot(trx, keys, options));

// A log at work grows while it is read: one snapshot, or its newest events would seem to lie behind its end.
function inSnapshot<T>(db: Connection, work: (trx: Connection) => Promise<T>): Promise<T> {
  if (!(db instanceof Kysely) || db.isTransaction) return work(db);
  return (db as Kysely<unknown>)
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => work(trx));
}

async function verifySnapshot(
  db: Connection,
  keys: PersonKeys | null,
  { verifiers = [], heldTo = [], onProgress = () => undefined }: VerifyOptions,
): Promise<Verification> {
  const size = await logSize(db);
  const faults: Fault[] = [];
  const versions = new Map<string, number>();
  const tree = new Frontier();
  const broken = new Set<string>();
  const erased = await erasedPersons(db);
  const { origin, continues } = await namesOf(db);
  const givenUp = givenUpIn(origin, continues, verifiers);
  if (!givenUp.holds)
    faults.push({ index: 0, what: 'gives up a checkpoint that is none of its name' });
  const checkpoints = new Checkpoints(origin, verifiers, givenUp.names);
  for (const held of heldTo) checkpoints.add(held);
  const rows = new EventRows(keys, erased);
  for (let from = 0, next: number; from < size; from = next) {
    const to = Math.min(from + RANGE, size);
    const before = tree.size;
    // Asked before: while a copy comes in, its connection answers nothing else.
    const levels = await keptLevels(db, from, to);
    for (const { note, of } of await keptNotes(db, from, to)) {
      checkpoints.add({ note, from: 'kept here' }, of);
    }
    const grown: Grown[] = [];
    for await (const judged of rows.of(copied(db, copyOf(from, to)))) {
      for (const { index, stream, version, hash, faults: wrong } of judged) {
        for (const what of wrong) faults.push({ index, what });
        if (index !== tree.size)
          faults.push({ index, what: 'its index does not follow the one before' });
        const last = versions.get(stream) ?? 0;
        if (version !== last + 1) {
          faults.push({ index, what: `version ${String(version)} follows ${String(last)}` });
        }
        versions.set(stream, version);
        grown.push(...tree.add(hash));
        if (checkpoints.wants(tree.size)) checkpoints.pass(tree);
      }
    }
    // Node by node only where something is wrong, to name it.
    if (!areKept(levels, grown)) {
      faults.push(...nodeFaults(await keptNodes(db, from, to), grown, broken));
    }
    // A head that claims more than there is must not make the reading endless: where nothing stands is leapt over.
    next = tree.size === before ? await nextPlace(db, to, size) : to;
    if (next > to) {
      for (const { note, of } of await keptNotes(db, to, next)) {
        checkpoints.add({ note, from: 'kept here' }, of);
      }
    }
    onProgress(next, size);
  }
  for (const { note, of } of await keptNotes(db, size, null)) {
    checkpoints.add({ note, from: 'kept here' }, of);
  }
  checkpoints.end(size);
  if (tree.size !== size)
    faults.push({ index: null, what: `${String(size - tree.size)} events are missing` });
  faults.push(...(await surplusFaults(db, size, tree)), ...checkpoints.faults);
  const named = faults.flatMap((f) => (f.index === null ? [] : [f.index]));
  const firstDiffers = named.length === 0 ? checkpoints.differsFrom : Math.min(...named);
  return { size, root: tree.root().toString('hex'), firstDiffers, faults };
}

/** The first index from `from` on, below `size`, at which an event stands; `size` when there is none. */
async function nextPlace(db: Connection, from: number, size: number): Promise<number> {
  const { rows } = await sql<{ index: string | number | null }>`
    SELECT min(index) AS index FROM log.event WHERE index >= ${from} AND index < ${size}`.execute(
    db,
  );
  return Number(rows[0]?.index ?? size);
}

interface KeptNote {
  readonly of: number;
  readonly note: string;
}

/** The kept checkpoints of the sizes (from, to], beyond `from` when `to` is null. */
async function keptNotes(
  db: Connection,
  from: number,
  to: number | null,
): Promise<readonly KeptNote[]> {
  const { rows } = await sql<{ size: string | number; note: string }>`
    SELECT size, note FROM log.checkpoint
     WHERE size > ${from} AND (${to}::bigint IS NULL OR size <= ${to}::bigint) ORDER BY size`.execute(
    db,
  );
  return rows.map(({ size, note }) => ({ of: Number(size), note }));
}

/** The record's name, and what it gave up when it was put back from a backup, as its first leaf says them. */
async function namesOf(
  db: Connection,
): Promise<{ readonly origin: string | null; readonly continues: unknown }> {
  const { rows } = await sql<{ origin: string | null; continues: unknown }>`
    SELECT payload->>'origin' AS origin, payload->'continues' AS continues
      FROM log.event WHERE index = 0`.execute(db);
  return rows[0] ?? { origin: null, continues: null };
}
