import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Frontier } from './frontier.js';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  nodeHash,
  rootAt,
  rootFromInclusion,
  verifyConsistency,
  type Hash,
} from './merkle.js';

const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));

// Roots of the first n leaves, as the public test data of Certificate Transparency have them.
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const treeOf = (leaves: readonly Buffer[]) => {
  const levels: Hash[][] = [leaves.map(leafHash)];
  for (let below = levels[0] as Hash[]; below.length > 1; ) {
    const level: Hash[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) {
      level.push(nodeHash(below[i] as Hash, below[i + 1] as Hash));
    }
    levels.push(level);
    below = level;
  }
  return (level: number, index: number): Hash => {
    const hash = levels[level]?.[index];
    if (hash === undefined) throw new Error('Only complete subtrees may be asked for.');
    return hash;
  };
};

describe('the Merkle tree of RFC 9162', () => {
  it('has the root of the empty string when it is empty', async () => {
    expect(await rootAt(0, treeOf([]))).toEqual(EMPTY_ROOT);
  });

  it.each(ROOTS.map((root, i) => [i + 1, root] as const))(
    'has the published root for %i leaves',
    async (size, root) => {
      expect((await rootAt(size, treeOf(LEAVES))).toString('hex')).toBe(root);
    },
  );

  const many = Array.from({ length: 40 }, (_, i) => Buffer.from([i]));
  const nodeAt = treeOf(many);

  it('proves every leaf in every size, and nothing else', async () => {
    for (let size = 1; size <= many.length; size += 1) {
      const root = await rootAt(size, nodeAt);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, nodeAt);
        expect(rootFromInclusion(nodeAt(0, index), index, size, proof)).toEqual(root);
        const other = rootFromInclusion(nodeAt(0, (index + 1) % 40), index, size, proof);
        expect(other?.equals(root) ?? false).toBe(false);
      }
    }
  });

  it('proves that every size is a prefix of every later one, and refuses a changed root', async () => {
    for (let second = 1; second <= many.length; second += 1) {
      const late = { size: second, root: await rootAt(second, nodeAt) };
      for (let first = 1; first <= second; first += 1) {
        const early = { size: first, root: await rootAt(first, nodeAt) };
        const proof = await consistencyProof(first, second, nodeAt);
        expect(verifyConsistency(early, late, proof)).toBe(true);
        const forged = { ...early, root: leafHash(early.root) };
        expect(verifyConsistency(forged, late, proof)).toBe(false);
      }
    }
  });

  // The way of leaf 0 in the tree of 8, as the same published data have it.
  it('has the published proof of the first of eight leaves', async () => {
    const proof = await inclusionProof(0, 8, treeOf(LEAVES));
    expect(proof.map((hash) => hash.toString('hex'))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
  });

  const holds = async (size: number, index: number, first: number, at: typeof nodeAt) => {
    const root = await rootAt(size, at);
    const proof = await inclusionProof(index, size, at);
    expect(rootFromInclusion(at(0, index), index, size, proof)).toEqual(root);
    // The same proof for another place leads elsewhere or nowhere.
    const moved = rootFromInclusion(at(0, index), (index + 1) % size, size, proof);
    expect(moved?.equals(root) ?? false).toBe(size === 1);
    const early = { size: first, root: await rootAt(first, at) };
    const growth = await consistencyProof(first, size, at);
    expect(verifyConsistency(early, { size, root }, growth)).toBe(true);
    const other = { size, root: leafHash(root) };
    expect(verifyConsistency(early, other, growth)).toBe(false);
  };

  it('holds at every size to 2,000, for the first, the last and some leaf', async () => {
    const tree = treeOf(Array.from({ length: 2_000 }, (_, i) => Buffer.from(String(i))));
    const edge = new Frontier();
    for (let size = 1; size <= 2_000; size += 1) {
      edge.add(tree(0, size - 1));
      expect(edge.root()).toEqual(await rootAt(size, tree));
      for (const index of new Set([
        0,
        size - 1,
        (size * 7) % size,
        ((size * 613) % 1_999) % size,
      ])) {
        await holds(size, index, 1 + ((index * 31) % size), tree);
      }
    }
  });

  it('holds at random larger sizes', async () => {
    const tree = treeOf(Array.from({ length: 40_000 }, (_, i) => Buffer.from(String(i))));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2_001, max: 40_000 }),
        fc.nat({ max: 1e9 }),
        fc.nat({ max: 1e9 }),
        (size, index, first) => holds(size, index % size, 1 + (first % size), tree),
      ),
      { numRuns: 100 },
    );
  });
});
