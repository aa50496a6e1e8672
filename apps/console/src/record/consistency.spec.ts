import { describe, expect, it } from '@jest/globals';
import { isPrefix } from './consistency.js';
import { leafHash, nodeHash } from './verify.js';

/** Root and consistency proof computed as RFC 9162, 2.1.1 and 2.1.4.1 define them, by recursion. */
const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

async function rootOf(leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = leaves;
  if (leaves.length === 1 && only !== undefined) return leafHash(only);
  const k = split(leaves.length);
  return nodeHash(await rootOf(leaves.slice(0, k)), await rootOf(leaves.slice(k)));
}

async function proofOf(
  m: number,
  leaves: readonly Uint8Array[],
  whole: boolean,
): Promise<readonly Uint8Array[]> {
  const n = leaves.length;
  if (m === n) return whole ? [] : [await rootOf(leaves)];
  const k = split(n);
  return m <= k
    ? [...(await proofOf(m, leaves.slice(0, k), whole)), await rootOf(leaves.slice(k))]
    : [...(await proofOf(m - k, leaves.slice(k), false)), await rootOf(leaves.slice(0, k))];
}

const leaves = Array.from({ length: 21 }, (_, i) => new Uint8Array([i]));
const treeOf = async (size: number) => ({ size, root: await rootOf(leaves.slice(0, size)) });

describe('a record that grew', () => {
  it('contains its past whatever both sizes are', async () => {
    for (let n = 1; n <= leaves.length; n += 1) {
      for (let m = 1; m <= n; m += 1) {
        const proof = await proofOf(m, leaves.slice(0, n), true);
        expect([m, n, await isPrefix(await treeOf(m), await treeOf(n), proof)]).toEqual([
          m,
          n,
          true,
        ]);
      }
    }
  });

  it('is found out when its past was changed, or the proof is too short or too long', async () => {
    const proof = await proofOf(7, leaves.slice(0, 13), true);
    const [past, present] = [await treeOf(7), await treeOf(13)];
    const other = { size: 7, root: await rootOf([new Uint8Array([99]), ...leaves.slice(1, 7)]) };
    expect(await isPrefix(other, present, proof)).toBe(false);
    expect(await isPrefix(past, await treeOf(12), proof)).toBe(false);
    expect(await isPrefix(past, present, proof.slice(0, -1))).toBe(false);
    expect(await isPrefix(past, present, [...proof, present.root])).toBe(false);
    expect(await isPrefix(present, past, proof)).toBe(false);
  });
});
