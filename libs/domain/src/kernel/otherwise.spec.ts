import { describe, expect, it } from '@jest/globals';
import { textsOf } from '../texts/index.js';
import { CLOCKS_BEHIND, otherwiseOf } from './otherwise.js';

const clock = (timer: string, subject: string, whose: string, due: string) => ({
  ...{ timer, subject, whose, due },
});

describe('what happens if nobody does a duty', () => {
  it('is known of every duty that has a sentence, by clocks that have one', () => {
    const { duties, timers } = textsOf('en');
    expect(Object.keys(CLOCKS_BEHIND).sort()).toEqual(Object.keys(duties).sort());
    const told = new Set(Object.keys(timers).map((key) => key.split('.')[0]));
    expect(
      Object.values(CLOCKS_BEHIND)
        .flat()
        .filter((timer) => !told.has(timer)),
    ).toEqual([]);
  });

  it('is never what stands under the same clause for another matter', () => {
    const clocks = [
      clock('T28', '2026', 'LEAD', '2026-12-29'),
      clock('T25', '2026-12-30', 'BOTH', '2027-01-14'),
      clock('T28', '2026', 'LEAD', '2027-01-29'),
    ];
    const review = { id: 'review:2026:LEAD', desk: 'LEAD', due: '2026-12-30' };
    expect(otherwiseOf(review, clocks)).toBe(clocks[2]);
    expect(otherwiseOf(review, clocks.slice(0, 2))).toBe(clocks[0]);
    const meeting = { id: 'meeting:2026-12-30#LEAD', desk: 'LEAD', due: '2027-01-14' };
    expect(otherwiseOf(meeting, clocks)).toBe(clocks[1]);
    const feedback = { id: 'review-feedback:2026', desk: 'TPM', due: null };
    expect(otherwiseOf(feedback, clocks)).toBeNull();
  });

  it('is that of the same item where there are more', () => {
    const clocks = [
      clock('T44', 'E1', 'TMB_SEC', '2026-12-02'),
      clock('T44', 'E2', 'TMB_SEC', '2026-12-03'),
    ];
    const item = { id: 'escalation:E2', desk: 'TMB_SEC', due: '2026-12-01' };
    expect(otherwiseOf(item, clocks)).toBe(clocks[1]);
  });
});
