import { describe, expect, it } from '@jest/globals';
import { addBusinessDays, addDays, dayAt, endOf, startOf } from '../../calendar/index.js';
import { firstWhere } from '../../invariants/on-the-way.js';
import type { RandomStory } from '../../invariants/random-story.js';
import { statusOf } from '../../kernel/state.js';
import { simulate } from '../../simulation/simulate.js';

/** When each timer fires first if nobody acts for so many days. */
function silence(told: RandomStory, days: number) {
  const today = dayAt(told.story.now);
  const until = startOf(addDays(today, days));
  const { moments, state } = simulate(told.state, [], until, told.around);
  const at = (timer: string, step?: string) =>
    moments.find(
      ({ because: b }) =>
        b.kind === 'DEADLINE' &&
        b.deadline.timer === timer &&
        (step === undefined || b.deadline.step === step),
    )?.at;
  return { at, state, today, moments };
}

describe('silence in approval', () => {
  it('of the TPM on a P-member request: T5 after 10 business days, T6 after 15, and nothing ends', () => {
    const told = silence(
      firstWhere('P_MEMBER', (s) => s.stage === 'IN_REVIEW_TPM'),
      120,
    );
    expect(told.at('T5')).toBe(endOf(addBusinessDays(told.today, 10)));
    expect(told.at('T6')).toBe(endOf(addBusinessDays(told.today, 15)));
    expect(statusOf(told.state)).toBe('IN_REVIEW_TPM');
  });

  it('of the TPM on a chair: T7 after 15 business days', () => {
    const told = silence(
      firstWhere('CHAIR', (s) => s.stage === 'IN_REVIEW_TPM'),
      60,
    );
    expect(told.at('T7')).toBe(endOf(addBusinessDays(told.today, 15)));
  });

  it('of the committee on a convenor: T13 after 28 days', () => {
    const told = silence(
      firstWhere('CONVENOR', (s) => s.stage === 'IN_COMMITTEE_DECISION'),
      90,
    );
    expect(told.at('T13')).toBe(endOf(addDays(told.today, 28)));
    expect(statusOf(told.state)).toBe('IN_COMMITTEE_DECISION');
  });

  it('of the TMB members: T9 closes after 28 days, T10 after 14 more, T12 alerts, nothing is decided', () => {
    const told = silence(
      firstWhere('CHAIR', (s) => s.stage === 'IN_TMB_BALLOT'),
      120,
    );
    const last = addDays(told.today, 28);
    expect(told.at('T9', 'close')).toBe(endOf(last));
    expect(told.at('T10')).toBe(endOf(addDays(last, 14)));
    // The extension ends at 00:00 of the next day, and a period excludes the day of its start.
    expect(told.at('T12')).toBe(endOf(addDays(last, 14 + 1 + 28)));
    expect(statusOf(told.state)).toBe('IN_TMB_BALLOT');
  });
});
