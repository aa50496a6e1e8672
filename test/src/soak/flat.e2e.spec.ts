import { describe, expect, it } from '@jest/globals';
import { Random } from '../faults/random.js';
import { isFlat, trendOf } from './flat.js';

const MINUTE = 60_000;

/** Half an hour, a reading every ten seconds: warming up to `level`, then growing by so much an hour, with noise. */
const readings = (level: number, perHour: number, noise: number) => {
  const random = new Random(7);
  return Array.from({ length: 180 }, (_, n) => {
    const atMs = n * 10_000;
    const warm = Math.min(1, atMs / (5 * MINUTE));
    return {
      atMs,
      value: level * warm + (perHour * atMs) / (60 * MINUTE) + (random.next() - 0.5) * noise,
    };
  });
};

describe('the trend of a soak', () => {
  it('is flat when a process warms up and stays there, whatever the noise', () => {
    expect(isFlat(trendOf(readings(100, 0, 10)), 0.05, 4)).toBe(true);
  });

  it('is not flat when it grows by a quarter in an hour', () => {
    const trend = trendOf(readings(100, 25, 10));
    expect(Math.abs(trend.perHour - 25)).toBeLessThan(8);
    expect(isFlat(trend, 0.05, 4)).toBe(false);
  });

  it('needs readings', () => {
    expect(() => trendOf([])).toThrow(RangeError);
  });
});
