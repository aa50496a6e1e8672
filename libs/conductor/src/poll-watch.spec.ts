import { describe, expect, it } from '@jest/globals';
import { PollWatch } from './poll-watch.js';

const MINUTE = 60_000;

describe('whether a worker polls', () => {
  /** Looks at a watch whose process has a clock that is off by `skew` against Temporal's. */
  const watch = (skew: number) => {
    let now = 1_000 * MINUTE;
    const judge = new PollWatch(
      () => now + skew,
      () => now - 900 * MINUTE,
    );
    return {
      pass: (ms: number) => (now += ms),
      look: (polledAgo: number) => judge.isFresh(now - polledAgo),
      none: () => judge.isFresh(0),
    };
  };

  it('is judged by the clock at the first look', () => {
    expect(watch(0).look(MINUTE)).toBe(true);
    expect(watch(0).look(2 * MINUTE)).toBe(false);
    expect(watch(0).look(1_000 * MINUTE)).toBe(false);
  });

  it.each([5 * MINUTE, -5 * MINUTE, 1_440 * MINUTE, -1_440 * MINUTE])(
    'is seen by a process whose clock is off by %d ms, once another poll has begun',
    (skew) => {
      const { pass, look } = watch(skew);
      look(MINUTE / 2);
      pass(MINUTE / 2);
      expect(look(1_000)).toBe(true);
      pass(MINUTE);
      expect(look(1_000)).toBe(true);
    },
  );

  it.each([0, -5 * MINUTE])('is seen no more when no poll has begun for long (%d ms)', (skew) => {
    const { pass, look } = watch(skew);
    expect(look(1_000)).toBe(true);
    for (let n = 1; n <= 6; n += 1) {
      pass(10_000);
      expect(look(1_000 + n * 10_000)).toBe(true);
    }
    pass(10_000);
    expect(look(71_000)).toBe(false);
  });

  it('is seen no more at once when Temporal tells of nobody, and again with the first poll', () => {
    const { pass, look, none } = watch(0);
    expect(look(1_000)).toBe(true);
    pass(5_000);
    expect(none()).toBe(false);
    pass(5_000);
    expect(none()).toBe(false);
    expect(look(100)).toBe(true);
  });

  it('is judged by the clock again after a long pause', () => {
    const { pass, look } = watch(0);
    look(1_000);
    pass(30 * MINUTE);
    expect(look(4 * MINUTE)).toBe(false);
    pass(30 * MINUTE);
    expect(look(1_000)).toBe(true);
  });
});
