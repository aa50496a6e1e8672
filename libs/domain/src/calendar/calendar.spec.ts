import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addBusinessDays,
  addDays,
  addMonths,
  day,
  dayAt,
  daysBetween,
  endOf,
  isBusinessDay,
  isDay,
  lastDayOfYears,
  startOf,
  subtractBusinessDays,
  toMs,
} from './index.js';

describe('months are added from the original date and clamped to the month’s end (F22)', () => {
  it.each([
    ['2026-01-15', 3, '2026-04-15'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-08-31', 3, '2027-11-30'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2027-08-31', 9, '2028-05-31'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s + %i months = %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });
});

describe('a duration includes its first day', () => {
  it.each([
    ['2027-07-01', '2032-06-30'],
    ['2028-02-29', '2033-02-27'],
  ])('five years from %s end on %s', (start, end) => {
    expect(lastDayOfYears(day(start), 5)).toBe(end);
  });
});

describe('an inclusive last day is over at 00:00 Europe/Zurich of the day after', () => {
  it.each([
    ['2027-11-30', '2027-11-30T23:00:00.000Z'],
    ['2027-07-31', '2027-07-31T22:00:00.000Z'],
    ['2027-03-27', '2027-03-27T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['2027-10-30', '2027-10-30T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T23:00:00.000Z'],
  ])('%s is over at %s', (last, at) => {
    expect(endOf(day(last))).toBe(at);
  });

  it('every day begins inside itself and the instant before belongs to the day before (F22)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_500 }), (offset) => {
        const subject = addDays(day('1990-01-01'), offset);
        const start = startOf(subject);
        expect(dayAt(start)).toBe(subject);
        const before = new Date(toMs(start) - 1).toISOString() as typeof start;
        expect(dayAt(before)).toBe(addDays(subject, -1));
      }),
    );
  });
});

describe('business days are Monday to Friday without the Geneva holidays', () => {
  it('ten business days after 17 March 2027 is 2 April 2027', () => {
    expect(addBusinessDays(day('2027-03-17'), 10)).toBe('2027-04-02');
  });

  it.each(['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-09-09'])(
    '%s is a holiday',
    (holiday) => {
      expect(isBusinessDay(day(holiday))).toBe(false);
    },
  );

  it('a ruleset adds holidays to the list, takes some from it, or does without it', () => {
    const other = { geneva: true, added: ['2027-08-02'], removed: ['2027-09-09'] };
    expect(addBusinessDays(day('2027-07-30'), 1, other)).toBe('2027-08-03');
    expect(addBusinessDays(day('2027-09-08'), 1, other)).toBe('2027-09-09');
    expect(subtractBusinessDays(day('2027-08-03'), 1, other)).toBe('2027-07-30');
    const none = { geneva: false, added: ['2027-03-29'], removed: [] };
    expect(addBusinessDays(day('2027-03-25'), 2, none)).toBe('2027-03-30');
    expect(addBusinessDays(day('2027-03-25'), 1)).toBe('2027-03-30');
    expect(isBusinessDay(day('2027-09-11'), { ...none, removed: ['2027-09-11'] })).toBe(false);
  });

  it('2 August is no holiday, the last of December is', () => {
    expect(isBusinessDay(day('2027-08-02'))).toBe(true);
    expect(isBusinessDay(day('2027-12-31'))).toBe(false);
  });
});

describe('only real calendar dates are accepted', () => {
  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '27-01-01', '2027-1-1', '', '0000-01-01'])(
    '"%s" is refused',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  it('adding days and counting them are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (count) => {
        const from = day('2027-02-28');
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });
});
