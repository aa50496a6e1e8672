import { sql } from 'kysely';
import { fieldFaults } from './fields.js';
import { leafBytes } from './leaf.js';
import { logSize, placeOf, type Connection } from './log.js';
import { leafHash, nodeHash, EMPTY_ROOT, type Hash } from './merkle.js';
import type { PersonKeys } from './person-keys.js';
import { rootOf } from './proofs.js';
import { toEnvelope, type EventRow } from './rows.js';

/** One thing that does not hold; `index` is null when it concerns the log as a whole. */
export interface Fault {
  readonly index: number | null;
  readonly what: string;
}

export interface Verification {
  readonly size: number;
  /** Root recomputed from the leaves, hexadecimal. */
  readonly root: string;
  readonly faults: readonly Fault[];
}

const PAGE = 1_000;

/**
 * Recomputes the whole log from its rows: every column against the leaf's bytes, every value against its commitment,
 * the order, the streams' versions, the tree. An altered, removed, reordered or inserted event is a fault.
 */
export async function verifyLog(
  db: Connection,
  keys: PersonKeys | null,
  onProgress: (done: number, size: number) => void = () => undefined,
): Promise<Verification> {
  const size = await logSize(db);
  const faults: Fault[] = [];
  const versions = new Map<string, number>();
  const tree = new Frontier();
  for (let from = 0; from < size; from += PAGE) {
    const { rows } = await sql<EventRow>`
      SELECT * FROM log.event WHERE index >= ${from} AND index < ${Math.min(from + PAGE, size)}
       ORDER BY index`.execute(db);
    for (const row of rows) {
      const index = Number(row.index);
      for (const what of await rowFaults(row, keys)) faults.push({ index, what });
      if (index !== tree.size)
        faults.push({ index, what: 'its index does not follow the one before' });
      const before = versions.get(row.stream) ?? 0;
      if (row.version !== before + 1) {
        faults.push({ index, what: `version ${String(row.version)} follows ${String(before)}` });
      }
      versions.set(row.stream, row.version);
      tree.add(leafHash(row.leaf));
    }
    onProgress(Math.min(from + PAGE, size), size);
  }
  if (tree.size !== size)
    faults.push({ index: null, what: `${String(size - tree.size)} events are missing` });
  const root = tree.root();
  const kept = await rootOf(db, size).catch(() => null);
  if (kept === null || !kept.equals(root)) {
    faults.push({
      index: null,
      what: 'the tree kept beside the log does not lead to the same root',
    });
  }
  return { size, root: root.toString('hex'), faults };
}

async function rowFaults(row: EventRow, keys: PersonKeys | null): Promise<readonly string[]> {
  if (!leafHash(row.leaf).equals(row.leaf_hash)) return ['its hash is not that of its bytes'];
  let fields: Readonly<Record<string, string>>;
  try {
    ({ fields } = JSON.parse(row.leaf.toString('utf8')) as { fields: Record<string, string> });
  } catch {
    return ['its bytes are not a leaf'];
  }
  if (!leafBytes(toEnvelope(row), fields).equals(row.leaf))
    return ['a column differs from its bytes'];
  const wrong = await fieldFaults(row, fields, placeOf(row.stream, row.version), keys);
  return wrong.map((field) => `field ${field} differs from its commitment`);
}

/** The right edge of a growing tree: enough to know the root without keeping the leaves. */
class Frontier {
  private readonly levels: (Hash | null)[] = [];
  size = 0;

  add(leaf: Hash): void {
    let hash = leaf;
    let level = 0;
    for (let left = this.levels[level]; left; left = this.levels[level]) {
      hash = nodeHash(left, hash);
      this.levels[level] = null;
      level += 1;
    }
    this.levels[level] = hash;
    this.size += 1;
  }

  root(): Hash {
    const [first, ...rest] = this.levels.filter((h) => h !== null);
    return first === undefined
      ? EMPTY_ROOT
      : rest.reduce((root, left) => nodeHash(left, root), first);
  }
}
