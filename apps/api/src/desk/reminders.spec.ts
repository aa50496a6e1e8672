import { describe, expect, it } from '@jest/globals';
import { skippedBecause } from './reminders.js';

const DAY = 86_400_000;
const standing = { isOpen: true, isOwn: false, remindedAt: null };

describe('a reminder', () => {
  it('goes to whoever owes an open task', () => {
    expect(skippedBecause(standing, 0)).toBeNull();
  });

  it('does not go out for what is over, nor for one’s own', () => {
    expect(skippedBecause({ ...standing, isOpen: false }, 0)).toBe('GONE');
    expect(skippedBecause({ ...standing, isOpen: false, isOwn: true }, 0)).toBe('OWN');
  });

  it('rests for five days', () => {
    const reminded = { ...standing, remindedAt: 0 };
    expect(skippedBecause(reminded, 5 * DAY - 1)).toBe('RECENT');
    expect(skippedBecause(reminded, 5 * DAY)).toBeNull();
  });
});
