import { openCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Verifier } from './keys.js';
import { nodeHash, rootAt, type Hash } from './merkle.js';
import { nodesOfTiles, TILE_WIDTH, tilePath, tilesOf, type FetchTile } from './tiles/index.js';
import type { Inconsistency } from './witness.js';

const HASH_LENGTH = 32;

/** What a mirror has, and where it looks. */
export interface Mirror {
  /** Its own checkpoint; null the first time. */
  readonly last: Checkpoint | null;
  /** Keys of one log, of which any may have signed. */
  readonly logKeys: readonly Verifier[];
  /** The checkpoint that the log serves now. */
  readonly note: string;
  /** A tile that the mirror has, by its path; null when it has none. */
  readonly kept: (path: string) => Promise<Buffer | null>;
  readonly fetchTile: FetchTile;
}

export type Mirrored =
  | {
      readonly kind: 'GROWN';
      readonly checkpoint: Checkpoint;
      /** What the mirror lacked, by path. */
      readonly tiles: ReadonlyMap<string, Buffer>;
    }
  | { readonly kind: 'INCONSISTENT'; readonly why: Inconsistency; readonly detail: string };

/**
 * Fetches the tiles that a mirror lacks of the log's present tree, and judges them: their root is that of the signed
 * checkpoint, that of the mirror's own checkpoint is the root of their beginning, and every fetched tile fits the tiles above
 * and below it. Throws when a tile is not served.
 */
export async function mirrored(mirror: Mirror): Promise<Mirrored> {
  const { last, logKeys, note, kept, fetchTile } = mirror;
  const no = (why: Inconsistency, detail: string): Mirrored => ({
    ...{ kind: 'INCONSISTENT', why, detail },
  });
  let now: Checkpoint;
  try {
    now = openCheckpoint(note, logKeys);
  } catch (error) {
    return no('UNKNOWN_SIGNATURE', (error as Error).message);
  }
  const sizes = `${String(last?.size ?? 0)} → ${String(now.size)}`;
  if (now.origin !== (last?.origin ?? logKeys[0]?.name)) return no('OTHER_ORIGIN', now.origin);
  if (last !== null && now.size < last.size) return no('SHRUNK', sizes);
  if (last?.size === now.size && !last.root.equals(now.root)) return no('OTHER_HISTORY', sizes);

  const tiles = new Map<string, Buffer>();
  for (const tile of tilesOf(now.size)) {
    const path = tilePath(tile);
    const own = await kept(path);
    if (own?.length !== tile.width * HASH_LENGTH)
      tiles.set(path, Buffer.from(await fetchTile(path)));
  }
  const bytesOf = async (path: string): Promise<Buffer> => {
    const bytes = tiles.get(path) ?? (await kept(path));
    if (bytes === null) throw new Error(`Tile ${path} is missing.`);
    return bytes;
  };
  const nodes = nodesOfTiles(bytesOf, now.size);
  if (last !== null && !(await rootAt(last.size, nodes)).equals(last.root))
    return no('OTHER_HISTORY', sizes);
  if (!(await rootAt(now.size, nodes)).equals(now.root)) return no('TILES_DIFFER', sizes);
  for (const tile of tilesOf(now.size)) {
    const path = tilePath(tile);
    const bytes = tiles.get(path);
    if (bytes === undefined) continue;
    if (bytes.length !== tile.width * HASH_LENGTH) return no('TILES_DIFFER', path);
    // The tile above says the root of each full one.
    if (tile.width === TILE_WIDTH) {
      const above = await nodes(8 * (tile.level + 1), tile.index);
      if (!above.equals(rootOfTile(bytes))) return no('TILES_DIFFER', path);
    }
    for (let i = 0; tile.level > 0 && i < tile.width; i += 1) {
      const index = tile.index * TILE_WIDTH + i;
      const below = tilePath({ level: tile.level - 1, index, width: TILE_WIDTH });
      const said = bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH);
      if (!rootOfTile(await bytesOf(below)).equals(said)) return no('TILES_DIFFER', below);
    }
  }
  return { kind: 'GROWN', checkpoint: now, tiles };
}

function rootOfTile(bytes: Buffer): Hash {
  let row = Array.from({ length: bytes.length / HASH_LENGTH }, (_, i) =>
    bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
  );
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) =>
      nodeHash(row[2 * i] as Hash, row[2 * i + 1] as Hash),
    );
  return row[0] as Hash;
}
