import { describe, expect, it } from '@jest/globals';
import { textsOf } from '../texts/index.js';
import { CLOCKS_BEHIND, clocksBehind, otherwiseOf } from './otherwise.js';

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

  it('is nothing of a duty that no clock stands behind', () => {
    expect(clocksBehind('no-such-duty:E1')).toEqual([]);
    expect(clocksBehind('')).toEqual([]);
    expect(clocksBehind('claim:LEAD')).toEqual([]);
    expect(clocksBehind('decide:E1#LEAD')).toEqual(['T11', 'T12']);
    expect(clocksBehind('decide#LEAD')).toEqual(['T11', 'T12']);
  });

  it('is told by one part of the matter, not by who owes it', () => {
    const clocks = [
      clock('T28', 'LEADER', 'LEAD', '2026-12-01'),
      clock('T28', 'TWINNED:2027', 'LEAD', '2026-12-02'),
    ];
    const owed = (id: string) => otherwiseOf({ id, desk: 'LEAD', due: null }, clocks);
    expect(owed('review:2027:LEAD')).toBe(clocks[1]);
    expect(owed('review:2026#TWINNED')).toBe(clocks[0]);
    expect(owed('review:2026#:2027')).toBe(clocks[0]);
    expect(owed('review')).toBe(clocks[0]);
  });

  it('is what comes to the same desk, or to both, before what comes to another', () => {
    const of = (...whose: readonly string[]) =>
      whose.map((w) => clock('T17', 'x', w, '2027-01-01'));
    const first = (desk: string, clocks: ReturnType<typeof of>) =>
      otherwiseOf({ id: 'sign', desk, due: null }, clocks);
    const two = of('LEAD', 'TWINNED');
    expect(first('TWINNED', two)).toBe(two[1]);
    expect(first('LEAD', two)).toBe(two[0]);
    const both = of('TPM', 'BOTH', 'LEAD');
    expect(first('LEAD', both)).toBe(both[1]);
    expect(first('TWINNED', both)).toBe(both[1]);
    expect(first('ISO_CS', two)).toBe(two[0]);
  });

  it('is what is due with the duty or later, before what reminds of it', () => {
    const clocks = ['2027-01-01', '2027-01-02', '2027-01-03'].map((due) =>
      clock('T17', 'x', 'LEAD', due),
    );
    const first = (due: string | null) => otherwiseOf({ id: 'sign', desk: 'LEAD', due }, clocks);
    expect(first(null)).toBe(clocks[0]);
    expect(first('2027-01-02')).toBe(clocks[1]);
    expect(first('2027-01-04')).toBe(clocks[0]);
  });
});
