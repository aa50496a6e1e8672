import { describe, expect, it } from '@jest/globals';
import { moment, until } from './geneva.js';

describe('dates as people in Geneva read them', () => {
  it('shows a moment in winter and in summer time', () => {
    expect(moment('2027-01-24T22:30:00.000Z')).toBe('2027-01-24 23:30');
    expect(moment('2027-07-24T22:30:00.000Z')).toBe('2027-07-25 00:30');
  });

  it('shows a deadline at midnight as the end of its last day, across daylight saving too', () => {
    expect(until('2027-11-30T23:00:00.000Z')).toBe('2027-11-30 24:00');
    expect(until('2027-03-28T22:00:00.000Z')).toBe('2027-03-28 24:00');
    expect(until('2027-03-28T08:05:00.000Z')).toBe('2027-03-28 10:05');
    expect(until(null)).toBeNull();
  });
});
