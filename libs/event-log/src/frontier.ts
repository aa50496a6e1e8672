import { EMPTY_ROOT, nodeHash, type Hash } from './merkle.js';

/** A complete subtree that a new leaf has closed: `level` 0 is the leaf itself. */
export interface Grown {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/** The right edge of a growing tree: enough to know the root without keeping the leaves. */
export class Frontier {
  private readonly levels: (Hash | null)[] = [];
  size = 0;

  /** Adds a leaf's hash; answers the subtrees that are complete now, from the leaf upwards. */
  add(leaf: Hash): readonly Grown[] {
    let hash = leaf;
    let level = 0;
    let index = this.size;
    const grown: Grown[] = [{ level, index, hash }];
    for (let left = this.levels[level]; left; left = this.levels[level]) {
      hash = nodeHash(left, hash);
      this.levels[level] = null;
      level += 1;
      index = Math.floor(index / 2);
      grown.push({ level, index, hash });
    }
    this.levels[level] = hash;
    this.size += 1;
    return grown;
  }

  /** Hash of the complete subtree of each level that awaits its right sibling; null where there is none. */
  edge(): readonly (Hash | null)[] {
    return this.levels;
  }

  root(): Hash {
    const [first, ...rest] = this.levels.filter((h) => h !== null);
    return first === undefined
      ? EMPTY_ROOT
      : rest.reduce((root, left) => nodeHash(left, root), first);
  }
}
