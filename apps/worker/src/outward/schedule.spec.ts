import { describe, expect, it } from '@jest/globals';
import { RETRIES, waitAfter } from './schedule.js';

describe('the schedule of attempts', () => {
  it('waits 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, and then ends for a webhook', () => {
    const waits = Array.from({ length: 10 }, (_, n) => waitAfter('webhook', n + 1, RETRIES, 0));
    expect(waits).toEqual([
      5_000,
      300_000,
      1_800_000,
      7_200_000,
      18_000_000,
      36_000_000,
      50_400_000,
      72_000_000,
      86_400_000,
      null,
    ]);
  });

  it('never ends for e-mail: after the last wait, every day', () => {
    expect([9, 10, 11, 400].map((failures) => waitAfter('email', failures, RETRIES, 0))).toEqual(
      [1, 2, 3, 4].map(() => 86_400_000),
    );
  });

  it('is spread by up to a tenth, so that receivers that come back are not overrun', () => {
    expect(waitAfter('webhook', 1, RETRIES, 0.999)).toBe(5_500);
  });
});
