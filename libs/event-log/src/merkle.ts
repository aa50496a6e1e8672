import { sha256 } from './sha256.js';

/** The Merkle tree of RFC 9162 section 2.1, SHA-256. Hashes are 32 bytes. */
export type Hash = Buffer;

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const leafHash = (leaf: Uint8Array): Hash => sha256(LEAF, leaf);
/** The hash of a leaf that lies within larger bytes. It is not copied: the byte before it serves as its prefix meanwhile. */
export function leafHashAt(bytes: Buffer, start: number, end: number): Hash {
  const before = bytes[start - 1] as number;
  bytes[start - 1] = 0;
  const hash = sha256(bytes.subarray(start - 1, end));
  bytes[start - 1] = before;
  return hash;
}
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => sha256(NODE, left, right);

/** Root of the empty tree. */
export const EMPTY_ROOT: Hash = sha256();

/** The hash of a complete subtree: `level` 0 are leaves, `index` counts subtrees of that level from the left. */
export type NodeAt = (level: number, index: number) => Hash | Promise<Hash>;

/** Complete subtrees that cover the leaves [from, to), from left to right. */
function cover(from: number, to: number): readonly { level: number; index: number }[] {
  const parts: { level: number; index: number }[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    // The largest aligned power of two that fits; sizes stay below 2^53, so division replaces shifts.
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    parts.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return parts;
}

/**
 * Hash of the leaves [from, to), where the range is one that the tree's recursion visits. All nodes are asked for at once, so
 * that whoever keeps them elsewhere can fetch them in one go.
 */
async function rangeHash(from: number, to: number, nodeAt: NodeAt): Promise<Hash> {
  const hashes = await Promise.all(
    cover(from, to).map(async ({ level, index }) => nodeAt(level, index)),
  );
  let result = hashes.pop();
  if (result === undefined) return EMPTY_ROOT;
  while (hashes.length > 0) result = nodeHash(hashes.pop() as Hash, result);
  return result;
}

export const rootAt = (size: number, nodeAt: NodeAt): Promise<Hash> => rangeHash(0, size, nodeAt);

const split = (count: number): number => {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
};

/** Proof that the leaf at `index` is in the tree of `size` leaves (RFC 9162, 2.1.3.1). */
export async function inclusionProof(
  index: number,
  size: number,
  nodeAt: NodeAt,
): Promise<readonly Hash[]> {
  if (index < 0 || index >= size)
    throw new RangeError(`No leaf ${String(index)} of ${String(size)}.`);
  const proof: Promise<Hash>[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      proof.unshift(rangeHash(middle, to, nodeAt));
      to = middle;
    } else {
      proof.unshift(rangeHash(from, middle, nodeAt));
      from = middle;
    }
  }
  return Promise.all(proof);
}

/** Proof that the tree of `first` leaves is a prefix of that of `second` (RFC 9162, 2.1.4.1). */
export async function consistencyProof(
  first: number,
  second: number,
  nodeAt: NodeAt,
): Promise<readonly Hash[]> {
  if (first < 1 || first > second) {
    throw new RangeError(`No consistency proof from ${String(first)} to ${String(second)}.`);
  }
  const proof: Promise<Hash>[] = [];
  let [from, to, whole] = [0, second, true];
  while (first !== to) {
    const middle = from + split(to - from);
    if (first <= middle) {
      proof.unshift(rangeHash(middle, to, nodeAt));
      to = middle;
    } else {
      proof.unshift(rangeHash(from, middle, nodeAt));
      from = middle;
      whole = false;
    }
  }
  return Promise.all(whole ? proof : [rangeHash(from, to, nodeAt), ...proof]);
}

/** The root that an inclusion proof leads to, or null when its length cannot fit (RFC 9162, 2.1.3.2). */
export function rootFromInclusion(
  hash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Hash | null {
  if (index < 0 || index >= size) return null;
  let [fn, sn] = [index, size - 1];
  let root: Hash = Buffer.from(hash);
  for (const sibling of proof) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(sibling, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      root = nodeHash(root, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? root : null;
}

/** True when the proof shows that the first tree is a prefix of the second (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (first.size < 1 || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && equal(first.root, second.root);
  const path = [...proof];
  const isPower =
    Number.isInteger(Math.log2(first.size)) && 2 ** Math.log2(first.size) === first.size;
  if (isPower) path.unshift(first.root);
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  const start = path.shift();
  if (start === undefined) return false;
  let fr: Hash = Buffer.from(start);
  let sr: Hash = Buffer.from(start);
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      sr = nodeHash(sr, hash);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && equal(fr, first.root) && equal(sr, second.root);
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
