import { nodeHash, type Hash, type NodeAt } from '../merkle.js';
import { TILE_WIDTH, tilePath, type TileAddress } from './address.js';

/** Fetches the bytes of a tile by its path (`0/000`, `1/000.p/7`); throws when it is not served. */
export type FetchTile = (path: string) => Promise<Uint8Array>;

const HASH_LENGTH = 32;

/**
 * The nodes of a tree of `size` leaves, computed from its tiles: the way of those who mirror or watch a log without
 * reading it. Each tile is fetched once. The nodes prove nothing until their root is compared with a checkpoint's.
 */
export function nodesOfTiles(fetchTile: FetchTile, size: number): NodeAt {
  const fetched = new Map<string, Promise<readonly Hash[]>>();
  const load = (tile: TileAddress): Promise<readonly Hash[]> => {
    const path = tilePath(tile);
    const known = fetched.get(path) ?? fetchTile(path).then((bytes) => hashesOf(bytes, tile));
    fetched.set(path, known);
    return known;
  };
  return async (level, index) => {
    const tileLevel = Math.floor(level / 8);
    const span = 2 ** (level % 8);
    const first = index * span;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const hashes = Math.floor(size / 2 ** (8 * tileLevel)) - tileIndex * TILE_WIDTH;
    const tile = { level: tileLevel, index: tileIndex, width: Math.min(TILE_WIDTH, hashes) };
    const at = first - tileIndex * TILE_WIDTH;
    return subtree((await load(tile)).slice(at, at + span));
  };
}

function hashesOf(bytes: Uint8Array, tile: TileAddress): readonly Hash[] {
  if (bytes.length !== tile.width * HASH_LENGTH) {
    throw new Error(`Tile ${tilePath(tile)} has ${String(bytes.length)} bytes.`);
  }
  return Array.from({ length: tile.width }, (_, i) =>
    Buffer.from(bytes.subarray(i * HASH_LENGTH, (i + 1) * HASH_LENGTH)),
  );
}

/** Hash of a complete subtree over 1, 2, 4 … 128 hashes. */
function subtree(hashes: readonly Hash[]): Hash {
  const [first, ...others] = hashes;
  if (first === undefined) throw new RangeError('A tile lacks the hashes of a subtree.');
  if (others.length === 0) return first;
  const middle = hashes.length / 2;
  return nodeHash(subtree(hashes.slice(0, middle)), subtree(hashes.slice(middle)));
}
