import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleOf } from './sample.js';

const ids = Array.from({ length: 200 }, (_, i) => `agreement-${String(i)}`);
const root = (byte: number) => Buffer.alloc(32, byte);

describe('the sample of an audit', () => {
  it('is the same for everybody, in whatever order they have the agreements', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 200 }), fc.nat({ max: 255 }), (some, b) => {
        expect(sampleOf(root(b), some, 7)).toEqual(sampleOf(root(b), ids, 7));
      }),
      { numRuns: 30 },
    );
  });

  it('is another for another checkpoint, and grows from its beginning', () => {
    expect(sampleOf(root(1), ids, 7)).not.toEqual(sampleOf(root(2), ids, 7));
    expect(sampleOf(root(1), ids, 9).slice(0, 7)).toEqual(sampleOf(root(1), ids, 7));
    expect(sampleOf(root(1), ids, 500)).toHaveLength(200);
  });

  it('favours nobody: each of 200 is drawn about as often as the others', () => {
    const drawn = new Map<string, number>();
    for (let n = 0; n < 2_000; n += 1) {
      const seed = Buffer.alloc(32);
      seed.writeUInt32BE(n);
      for (const id of sampleOf(seed, ids, 10)) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    }
    // 2,000 draws of 10 from 200: 100 each on average, standard deviation about 10.
    for (const id of ids) {
      expect(drawn.get(id)).toBeGreaterThan(50);
      expect(drawn.get(id)).toBeLessThan(150);
    }
  });

  it('can be computed with a pocket tool: this is the definition', () => {
    // printf of 32 zero bytes, then the id, into sha256sum.
    expect(sampleOf(Buffer.alloc(32), ['a', 'b', 'c'], 3)).toEqual(['a', 'c', 'b']);
  });
});
