import { addDays, dayOfMs, type Day } from './day.js';

/** An instant as RFC 3339 in UTC with milliseconds, e.g. `2027-11-30T23:00:00.000Z`. */
export type Instant = string & { readonly __brand: 'Instant' };

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Zurich',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Reads any RFC 3339 instant; throws `RangeError` on an unreadable one. */
export function instant(text: string): Instant {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant (RFC 3339): ${text}`);
  return new Date(ms).toISOString() as Instant;
}

export const toMs = (at: Instant): number => Date.parse(at);
export const fromMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

// Asking Intl is a thousand times slower than a map; Swiss clocks change on the hour, so an hour has one offset.
const HOUR = 3_600_000;
const CACHED_HOURS = 50_000;
const offsets = new Map<number, number>();

function offsetMs(utcMs: number): number {
  const hour = Math.floor(utcMs / HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  if (offsets.size >= CACHED_HOURS) offsets.clear();
  const offset = offsetFromIntl(hour * HOUR);
  offsets.set(hour, offset);
  return offset;
}

const offsetFromIntl = (utcMs: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(utcMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utcMs / 1000) * 1000;
};

/** The civil date in Europe/Zurich at this instant: the date legal clocks count in. */
export const dayAt = (at: Instant): Day => {
  const ms = toMs(at);
  return dayOfMs(ms + offsetMs(ms));
};

const CACHED_DAYS = 50_000;
const starts = new Map<Day, Instant>();

/** 00:00 Europe/Zurich of this day. */
export function startOf(day: Day): Instant {
  const known = starts.get(day);
  if (known !== undefined) return known;
  if (starts.size >= CACHED_DAYS) starts.clear();
  const asUtc = Date.parse(`${day}T00:00:00.000Z`);
  // Swiss clocks change at 01:00 UTC, never at local midnight: the offset just before it is the day's own.
  const start = fromMs(asUtc - offsetMs(asUtc - 2 * HOUR));
  starts.set(day, start);
  return start;
}

/** The instant at which an inclusive last day is over: 00:00 Europe/Zurich of the day after. */
export const endOf = (lastDay: Day): Instant => startOf(addDays(lastDay, 1));
