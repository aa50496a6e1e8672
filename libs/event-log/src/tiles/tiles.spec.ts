import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leafHash, nodeHash, rootAt, type Hash } from '../merkle.js';
import { parseTilePath, tilePath, tilesOf } from './address.js';
import { nodesOfTiles } from './read.js';

/** All complete subtrees of a tree of this many leaves, by level. */
function treeOf(size: number): readonly (readonly Hash[])[] {
  const levels: Hash[][] = [
    Array.from({ length: size }, (_, i) => leafHash(Buffer.from(String(i)))),
  ];
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const row: Hash[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) {
      row.push(nodeHash(below[i] as Hash, below[i + 1] as Hash));
    }
    levels.push(row);
    below = row;
  }
  return levels;
}

describe('the paths of tiles', () => {
  // Examples of C2SP tlog-tiles.
  it.each([
    [{ level: 0, index: 1_234_067, width: 256 }, '0/x001/x234/067'],
    [{ level: 0, index: 273, width: 112 }, '0/273.p/112'],
    [{ level: 1, index: 1, width: 17 }, '1/001.p/17'],
    [{ level: 2, index: 0, width: 1 }, '2/000.p/1'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    '0/1',
    '6/000',
    '0/x000/001',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000/001',
    'entries/000',
    '0/000.p/1/',
    '00/000',
    '0/-01',
    '',
  ])('%j names no tile', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5 }),
        fc.nat({ max: 2 ** 40 }),
        fc.integer({ min: 1, max: 256 }),
        (level, index, width) => {
          const tile = { level, index, width };
          expect(parseTilePath(tilePath(tile))).toEqual(tile);
        },
      ),
    );
  });
});

describe('a tree read from its tiles', () => {
  it.each([
    [0, []],
    [1, ['0/000.p/1']],
    [256, ['0/000', '1/000.p/1']],
    [70_000, 275],
  ] as const)('of %i leaves consists of these tiles', (size, expected) => {
    const paths = tilesOf(size).map(tilePath);
    if (typeof expected === 'number') {
      // 273 full and one partial of level 0, one full and one partial of level 1, one of level 2.
      expect(paths.filter((p) => p.startsWith('0/'))).toHaveLength(274);
      expect(paths.slice(-3)).toEqual(['1/000', '1/001.p/17', '2/000.p/1']);
    } else {
      expect(paths).toEqual(expected);
    }
  });

  it('leaves out the tiles that were complete before', () => {
    expect(tilesOf(600, 512).map(tilePath)).toEqual(['0/002.p/88', '1/000.p/2']);
  });

  it('has the root of every size', async () => {
    const levels = treeOf(1_000);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (size) => {
        const known = (level: number, index: number) => levels[level]?.[index] as Hash;
        const asked: string[] = [];
        const nodes = nodesOfTiles((path) => {
          asked.push(path);
          const tile = parseTilePath(path);
          if (tile === null) throw new Error(path);
          const first = tile.index * 256;
          return Promise.resolve(
            Buffer.concat(
              Array.from({ length: tile.width }, (_, i) => known(8 * tile.level, first + i)),
            ),
          );
        }, size);
        expect(await rootAt(size, nodes)).toEqual(await rootAt(size, known));
        const served = new Set(tilesOf(size).map(tilePath));
        expect(asked.every((path) => served.has(path))).toBe(true);
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a tile of another length', async () => {
    const nodes = nodesOfTiles(() => Promise.resolve(Buffer.alloc(31)), 1);
    await expect(rootAt(1, nodes)).rejects.toThrow('31 bytes');
  });
});
