import { nodeHash, sameBytes } from './verify.js';

const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));

/**
 * Whether the tree of size `first` and root `firstRoot` is a prefix of the tree of size `second` (RFC 9162, 2.1.4.2).
 * Sizes are below 2⁵³; anything that does not fit is false.
 */
export async function isPrefix(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (first.size < 1 || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && sameBytes(first.root, second.root);
  const nodes = isPowerOfTwo(first.size) ? [first.root, ...proof] : [...proof];
  let [fn, sn] = [first.size - 1, second.size - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  const [start, ...rest] = nodes;
  if (start === undefined) return false;
  let [fr, sr] = [start, start];
  for (const node of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [await nodeHash(node, fr), await nodeHash(node, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else {
      sr = await nodeHash(sr, node);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && sameBytes(fr, first.root) && sameBytes(sr, second.root);
}
