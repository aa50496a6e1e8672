/** A hash tile of C2SP tlog-tiles: `width` of up to 256 hashes of one level, from the left. */
export interface TileAddress {
  /** Level of the tile: its hashes stand at level `8 × level` of the tree. 0 to 5 reach beyond 2^40 leaves. */
  readonly level: number;
  readonly index: number;
  /** Number of hashes, 1 to 256; 256 is a full tile and never changes. */
  readonly width: number;
}

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
const HIGHEST_LEVEL = 5;
const PATH = /^([0-5])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** `<L>/<N>[.p/<W>]`, where N is written in groups of three digits: 1234067 is `x001/x234/067`. */
export function tilePath({ level, index, width }: TileAddress): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000)) {
    const digits = String(rest % 1000).padStart(3, '0');
    groups.unshift(groups.length === 0 ? digits : `x${digits}`);
  }
  const partial = width === TILE_WIDTH ? '' : `.p/${String(width)}`;
  return `${String(level)}/${groups.join('/')}${partial}`;
}

/** The tile that a path names, or null when no tile is named so. */
export function parseTilePath(path: string): TileAddress | null {
  const [, level, groups, width] = PATH.exec(path) ?? [];
  if (level === undefined || groups === undefined) return null;
  const tile = {
    level: Number(level),
    index: Number(groups.replace(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  // One name per tile: leading groups of zeros and a "partial" of 256 are other spellings.
  return Number.isSafeInteger(tile.index) && tilePath(tile) === path ? tile : null;
}

/** The tiles that a tree of `size` leaves consists of; `from` leaves out what a tree of that size already had. */
export function tilesOf(size: number, from = 0): readonly TileAddress[] {
  const tiles: TileAddress[] = [];
  for (let level = 0; level <= HIGHEST_LEVEL; level += 1) {
    const hashes = Math.floor(size / 2 ** (TILE_HEIGHT * level));
    const known = Math.floor(from / 2 ** (TILE_HEIGHT * level));
    for (let index = Math.floor(known / TILE_WIDTH); index * TILE_WIDTH < hashes; index += 1) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/** Level of the tree at which a tile's hashes stand. */
export const treeLevel = (tileLevel: number): number => TILE_HEIGHT * tileLevel;
