import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { en } from './i18n/en.js';
import { fr } from './i18n/fr.js';
import {
  dayInWords,
  dueOf,
  instantInWords,
  lastDayAfter,
  remaining,
  remainingInWords,
  zurichDay,
} from './calendar.js';

/** The same clock face, asked of Intl in another way: `2027-03-28 01:59:59`. */
const face = (at: number): string =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Zurich' });

/** From 2020 to 2060: leap days, changes of the clock, and turns of the year among them. */
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2060, 0, 1) }),
  fc
    .tuple(
      fc.integer({ min: 2020, max: 2059 }),
      fc.constantFrom('-02-29', '-03-28', '-10-31', '-12-31'),
    )
    .map(([year, day]) => Date.parse(`${String(year)}${day}T22:30:00Z`))
    .filter((at) => !Number.isNaN(at))
    .chain((at) => fc.integer({ min: -360, max: 360 }).map((halves) => at + halves * 30_000)),
);

describe('a deadline', () => {
  it('is told by the clock of Europe/Zurich; its midnight is the end of the day before', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const { day, time } = dueOf(new Date(at).toISOString());
        const [date = '', clock = ''] = face(at).split(' ');
        if (clock === '00:00:00' && at % 1_000 === 0) {
          expect([day, time]).toEqual([face(at - 1).split(' ')[0], null]);
        } else expect([day, time]).toEqual([date, clock.slice(0, 5)]);
        expect(zurichDay(at)).toBe(date);
      }),
    );
  });

  it('within the first minute of a day is that minute, and no end of a day', () => {
    expect(dueOf('2027-01-01T23:00:30.000Z')).toEqual({ day: '2027-01-02', time: '00:00' });
  });

  it('is so far away as the service’s clock says, in whole days, in hours within a day, in minutes within an hour', () => {
    const due = '2028-02-29T23:00:00.000Z';
    const at = (hours: number) => remaining(due, Date.parse(due) - hours * 3_600_000);
    expect([at(49), at(24), at(23.5), at(-23), at(-25)]).toEqual([
      { unit: 'day', count: 2 },
      { unit: 'day', count: 1 },
      { unit: 'hour', count: 23 },
      { unit: 'hour', count: -23 },
      { unit: 'day', count: -1 },
    ]);
    const minutes = (n: number) => at(n / 60);
    expect([minutes(59), minutes(0.5), minutes(0), minutes(-0.5), minutes(-59)]).toEqual([
      { unit: 'minute', count: 59 },
      { unit: 'minute', count: 1 },
      { unit: 'minute', count: -1 },
      { unit: 'minute', count: -1 },
      { unit: 'minute', count: -59 },
    ]);
    expect(en.overdue(minutes(-0.5))).toBe('overdue by 1 minute');
    expect(fr.overdue(minutes(-59))).toBe('en retard de 59 minutes');
    expect(fr.overdue(at(-49))).toBe('en retard de 2 jours');
    expect(remainingInWords(minutes(0.5), 'en')).toBe('in 1 minute');
    expect(remainingInWords(at(49), 'en')).toBe('in 2 days');
    expect(remainingInWords(at(-49), 'fr')).toBe('il y a 2 jours');
    expect(dayInWords('2028-02-29', 'fr')).toBe('29 février 2028');
    expect(dayInWords('2027-01-01', 'fr')).toBe('1er\u00a0janvier 2027');
    expect(dayInWords('2027-01-11', 'fr')).toBe('11 janvier 2027');
    expect(dayInWords('2027-01-01', 'en')).toBe('1 January 2027');
    expect(instantInWords('2027-01-01T08:00:00Z', 'fr')).toMatch(/^1er\u00a0janvier 2027 à 09:00$/);
  });
});

describe('the last day of some months', () => {
  it.each([
    ['2027-02-01', 36, '2030-01-31'],
    ['2027-06-15', 12, '2028-06-14'],
    ['2027-08-31', 3, '2027-11-29'],
    ['2024-02-29', 12, '2025-02-27'],
    ['2028-01-01', 60, '2032-12-31'],
  ])('beginning on %s, %s months, is %s', (start, months, end) => {
    expect(lastDayAfter(start, months)).toBe(end);
  });
});
