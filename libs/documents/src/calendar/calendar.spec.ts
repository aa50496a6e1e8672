import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarOf } from './calendar.js';
import type { CalendarEntry } from './calendar.js';
import { nextEntries as entriesOf, toldNow, type Deadlined } from './sequence.js';

const deadline = (uid: string, day: string): Deadlined => ({
  uid,
  day,
  summary: 'Sign the agreement; both, please',
  description: 'ST.5.5 – «signé» l’été, ligne\nsuivante',
  url: 'https://twinning.example.org/agreements/1',
  version: 0,
});
const nextEntries = (told: readonly CalendarEntry[], now: readonly Deadlined[], at: string) =>
  entriesOf(told, now, at, () => 0);
const AT = '2027-09-01T10:00:00.000Z';

/** The file as an independent parser reads it. */
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('the calendar of deadlines', () => {
  it('is read by an independent parser: whole days, text with commas and accents', () => {
    const [event, ...others] = read(
      calendarOf(nextEntries([], [deadline('a@t', '2027-11-30')], AT), 'fr'),
    );
    expect(others).toEqual([]);
    expect(event?.uid).toBe('a@t');
    expect(event?.startDate.toString()).toBe('2027-11-30');
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.summary).toBe('Sign the agreement; both, please');
    expect(event?.description).toBe('ST.5.5 – «signé» l’été, ligne\nsuivante');
  });

  it('keeps the UID, raises SEQUENCE on a change and says CANCELLED on a removal', () => {
    const first = nextEntries(
      [],
      [deadline('a@t', '2027-11-30'), deadline('b@t', '2027-12-01')],
      AT,
    );
    const later = '2027-09-02T10:00:00.000Z';
    const second = nextEntries(first, [deadline('a@t', '2027-12-30')], later);
    const events = read(calendarOf(second, 'en'));
    expect(
      events.map((e) => [e.uid, e.sequence, String(e.component.getFirstPropertyValue('status'))]),
    ).toEqual([
      ['a@t', 1, 'CONFIRMED'],
      ['b@t', 1, 'CANCELLED'],
    ]);
    expect(
      nextEntries(second, [deadline('b@t', '2027-12-01')], later).find((e) => e.uid === 'b@t'),
    ).toMatchObject({
      sequence: 2,
      cancelled: false,
    });
  });

  it('tells a cancelled entry for sixty days, and goes on after its last SEQUENCE when it comes back', () => {
    const first = nextEntries([], [deadline('a@t', '2027-11-30')], AT);
    const gone = nextEntries(first, [], AT);
    const later = '2028-01-01T00:00:00.000Z';
    const long = nextEntries(gone, [], later);
    expect([toldNow(gone, AT).length, toldNow(long, later).length]).toEqual([1, 0]);
    const back = nextEntries(long, [deadline('a@t', '2028-02-01')], later);
    expect(toldNow(back, later)).toMatchObject([{ uid: 'a@t', sequence: 2, cancelled: false }]);
  });

  it('counts with the versions of the agreement, as the file of one deadline does', () => {
    const at = (version: number, day: string) => ({ ...deadline('a@t', day), version });
    const first = entriesOf([], [at(14, '2027-11-30')], AT, () => 14);
    const same = entriesOf(first, [at(17, '2027-11-30')], AT, () => 17);
    const moved = entriesOf(same, [at(19, '2027-12-30')], AT, () => 19);
    const again = entriesOf(moved, [at(19, '2027-12-31')], AT, () => 19);
    const gone = entriesOf(again, [], AT, () => 25);
    expect([first, same, moved, again, gone].map(([e]) => e?.sequence)).toEqual([
      14, 14, 19, 20, 25,
    ]);
    expect(first[0]).not.toHaveProperty('version');
  });

  it('taken in again and again, whatever came and went meanwhile, leaves each deadline once and as it is now', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-11-${String(n).padStart(2, '0')}`);
    const list = fc.dictionary(fc.constantFrom('a@t', 'b@t', 'c@t'), day);
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), (lists) => {
        // A calendar as RFC 5546 has it: one entry a UID, replaced by none but a higher SEQUENCE.
        const kept = new Map<string, ICAL.Event>();
        let told: ReturnType<typeof nextEntries> = [];
        for (const [n, days] of lists.entries()) {
          const now = Object.entries(days).map(([uid, on]) => deadline(uid, on));
          told = nextEntries(told, now, `2027-09-0${String(n + 1)}T10:00:00.000Z`);
          for (const event of read(calendarOf(told, 'en'))) {
            const before = kept.get(event.uid);
            if (before === undefined || event.sequence > before.sequence)
              kept.set(event.uid, event);
            else if (event.sequence === before.sequence)
              expect(event.startDate.toString()).toBe(before.startDate.toString());
            else throw new Error('SEQUENCE fell.');
          }
          const standing = [...kept.values()].filter(
            ({ component }) => component.getFirstPropertyValue('status') === 'CONFIRMED',
          );
          expect(
            Object.fromEntries(standing.map(({ uid, startDate }) => [uid, startDate.toString()])),
          ).toEqual({ ...days });
        }
      }),
    );
  });

  it('is the same file as long as nothing changes', () => {
    const first = nextEntries([], [deadline('a@t', '2027-11-30')], AT);
    const second = nextEntries(first, [deadline('a@t', '2027-11-30')], '2027-10-01T00:00:00.000Z');
    expect(calendarOf(second, 'en')).toBe(calendarOf(first, 'en'));
  });

  it('folds long lines and ends them as RFC 5545 wants', () => {
    const text = calendarOf(
      nextEntries([], [{ ...deadline('a@t', '2027-11-30'), summary: 'œ'.repeat(200) }], AT),
      'en',
    );
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
