import { sql } from 'kysely';
import { claimedCheckpoint, openCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Frontier, Grown } from './frontier.js';
import type { Verifier } from './keys.js';
import type { Connection } from './connection.js';
import type { Hash } from './merkle.js';
import type { Fault } from './verify.js';

const HEX = (hash: Hash | null | undefined): string => hash?.toString('hex') ?? '';

/** The kept nodes of each level that close within some leaves, one after the other: null when they are not whole. */
export type KeptLevels = ReadonlyMap<number, Hash | null>;

const LEVELS = Array.from({ length: 54 }, (_, level) => level);

/**
 * The same nodes as `keptNodes`, in a form that is quickly read and compared. Two at one place are not whole: beside a place that
 * is empty they would give the same bytes.
 */
export async function keptLevels(db: Connection, from: number, to: number): Promise<KeptLevels> {
  const { rows } = await sql<{ level: number; hashes: Buffer | null }>`
    SELECT l.level, CASE WHEN n.whole THEN n.hashes END AS hashes
      FROM unnest(${LEVELS.filter((l) => to >= 2 ** l)}::integer[]) AS l(level),
           LATERAL (
             SELECT string_agg(hash, ''::bytea ORDER BY index) AS hashes,
                    coalesce(bool_and(length(hash) = 32), true)
                      AND count(DISTINCT index) = count(*) AS whole
               FROM log.node
              WHERE level = l.level AND index >= ${from}::bigint >> l.level
                AND index < ${to}::bigint >> l.level) n`.execute(db);
  return new Map(rows.map(({ level, hashes }) => [level, hashes]));
}

/** Whether the kept nodes are exactly those computed from the leaves. Each has 32 bytes, so that equal bytes are equal nodes. */
export function areKept(kept: KeptLevels, grown: readonly Grown[]): boolean {
  const made = new Map<number, Hash[]>();
  for (const { level, hash } of grown) {
    const hashes = made.get(level);
    if (hashes === undefined) made.set(level, [hash]);
    else hashes.push(hash);
  }
  return [...made].every(
    ([level, hashes]) => kept.get(level)?.equals(Buffer.concat(hashes)) === true,
  );
}

/** Hashes of the kept nodes, by name. */
export type KeptNodes = ReadonlyMap<string, Hash>;

/** The kept nodes that close within the leaves [from, to). */
export async function keptNodes(db: Connection, from: number, to: number): Promise<KeptNodes> {
  const levels = LEVELS.filter((l) => to >= 2 ** l);
  const parts = levels.map(
    (level) => sql`
      SELECT level, index, hash FROM log.node
       WHERE level = ${level} AND index >= ${Math.floor(from / 2 ** level)}
         AND index < ${Math.floor(to / 2 ** level)}`,
  );
  const { rows } = await sql<{ level: number; index: string | number; hash: Buffer }>`
    ${sql.join(parts, sql` UNION ALL `)}`.execute(db);
  return new Map(rows.map((r) => [nodeName(r.level, Number(r.index)), r.hash]));
}

/**
 * Compares kept nodes with those computed from the leaves. A fault is told at the lowest node, by the first leaf below
 * it; `broken` remembers it for the nodes above.
 */
export function nodeFaults(
  kept: KeptNodes,
  grown: readonly Grown[],
  broken: Set<string>,
): readonly Fault[] {
  const wrong = grown.filter(
    ({ level, index, hash }) => kept.get(nodeName(level, index))?.equals(hash) !== true,
  );
  for (const { level, index } of wrong) broken.add(nodeName(level, index));
  return wrong
    .filter(({ level, index }) =>
      [2 * index, 2 * index + 1].every((below) => !broken.has(nodeName(level - 1, below))),
    )
    .map(({ level, index }) => ({
      index: index * 2 ** level,
      what: `node ${nodeName(level, index)} of the tree kept beside the log is not the hash of what lies below it`,
    }));
}

const nodeName = (level: number, index: number): string => `${String(level)}/${String(index)}`;

/** What stands in the tables beside a log of `size` events, and the edge from which it would grow on. */
export async function surplusFaults(
  db: Connection,
  size: number,
  tree: Frontier,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const { rows } = await sql<{ index: string | number }>`
    SELECT index FROM log.event WHERE index < 0 OR index >= ${size} ORDER BY index LIMIT 100`.execute(
    db,
  );
  for (const row of rows) {
    faults.push({ index: Number(row.index), what: 'stands outside the log, which ends before it' });
  }
  const { rows: counted } = await sql<{ nodes: string | number }>`
    SELECT count(*) AS nodes FROM log.node`.execute(db);
  let expected = 0;
  for (let width = size; width >= 1; width = Math.floor(width / 2)) expected += width;
  if (Number(counted[0]?.nodes) !== expected) {
    faults.push({
      index: null,
      what: 'the tree kept beside the log has other nodes than the log gives',
    });
  }
  const { rows: heads } = await sql<{ frontier: readonly (Buffer | null)[] }>`
    SELECT frontier FROM log.head`.execute(db);
  const edge = (hashes: readonly (Hash | null)[]) => hashes.map(HEX).join().replace(/,+$/, '');
  if (heads.length !== 1 || edge(heads[0]?.frontier ?? []) !== edge(tree.edge())) {
    faults.push({ index: null, what: 'the head of the log does not fit its events' });
  }
  return faults;
}

/** A checkpoint to which the log is held; `from` says who kept it. */
export interface HeldTo {
  readonly note: string;
  readonly from: string;
}

/** Judges checkpoints while the log is read: what was signed must be a prefix of what is there now. */
export class Checkpoints {
  readonly faults: Fault[] = [];
  private readonly open: { readonly from: string; readonly claimed: Checkpoint }[] = [];
  private lastGood = 0;
  private from: number | null = null;

  constructor(
    private readonly origin: string | null,
    private readonly verifiers: readonly Verifier[],
    /** The names under which the record was known before it was put back from a backup and went on as another. */
    private readonly givenUp: readonly string[] = [],
  ) {}

  add({ note, from }: HeldTo, size?: number): void {
    const place = size === undefined ? from : `${from} of ${String(size)}`;
    try {
      // Before its signature: the keys of the new name know nothing of the old one.
      const [named = ''] = note.split('\n', 1);
      if (this.givenUp.includes(named) && named !== this.origin) {
        throw new Error(
          `${named} was put back from a backup and given up; this record goes on as ${this.origin ?? ''}`,
        );
      }
      const claimed =
        this.verifiers.length === 0
          ? claimedCheckpoint(note)
          : openCheckpoint(note, this.verifiers);
      if (size !== undefined && claimed.size !== size) throw new Error('It is of another size.');
      if (this.origin !== null && claimed.origin !== this.origin) {
        throw new Error(`It is that of another record (${claimed.origin}).`);
      }
      this.open.push({ from, claimed });
    } catch (error) {
      this.faults.push({ index: null, what: `checkpoint ${place}: ${(error as Error).message}` });
    }
  }

  /** Called with the root of every size in order; a wrong one is between the last good checkpoint and this. */
  pass(tree: Frontier): void {
    for (const { claimed } of this.open.filter((c) => c.claimed.size === tree.size)) {
      if (claimed.root.equals(tree.root())) {
        this.lastGood = tree.size;
        continue;
      }
      const range = `${String(this.lastGood)} to ${String(tree.size - 1)}`;
      const what = `what was signed at size ${String(tree.size)} is another history: it differs in the events ${range}`;
      this.faults.push({ index: null, what });
      this.from ??= this.lastGood;
    }
  }

  /** Whether a checkpoint of this size is held to: then the root of that size is needed. */
  wants(size: number): boolean {
    return this.open.some((c) => c.claimed.size === size);
  }

  /** Called when the log has been read: what was signed for more than there is has been cut off. */
  end(size: number): void {
    for (const { from, claimed } of this.open.filter((c) => c.claimed.size > size)) {
      const missing = String(claimed.size - size);
      const what = `checkpoint ${from} was signed at size ${String(claimed.size)}: ${missing} events are missing since`;
      this.faults.push({ index: null, what });
      this.from ??= size;
    }
  }

  /** The first event that may differ, as far as checkpoints can tell: they stand some events apart. */
  get differsFrom(): number | null {
    return this.from;
  }
}
