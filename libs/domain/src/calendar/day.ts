/**
 * Date-only arithmetic for legal clocks (lifecycle.md, section C, "Day counting").
 *
 * A `Day` is a civil date in Europe/Zurich written `YYYY-MM-DD`. A period excludes its first day and its
 * last day is inclusive; months are added from the original date and clamped to the month's end.
 */
export type Day = string & { readonly __brand: 'Day' };

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;

const digits = (of: Day, from: number, to: number): number => {
  let read = 0;
  for (let i = from; i < to; i += 1) read = read * 10 + of.charCodeAt(i) - 48;
  return read;
};

const toUtcMs = (of: Day): number =>
  Date.UTC(digits(of, 0, 4), digits(of, 5, 7) - 1, digits(of, 8, 10));

// Legal clocks write the same dates over and over, and writing one costs ten times a look into a map.
const CACHED_DAYS = 50_000;
const written = new Map<number, Day>();

/** The civil date at so many milliseconds after 1970-01-01T00:00 of its own calendar. */
export function dayOfMs(ms: number): Day {
  const index = Math.floor(ms / MS_PER_DAY);
  const known = written.get(index);
  if (known !== undefined) return known;
  if (written.size >= CACHED_DAYS) written.clear();
  const text = new Date(index * MS_PER_DAY).toISOString().slice(0, 10) as Day;
  written.set(index, text);
  return text;
}

/** True when `text` is a real calendar date between years 1000 and 9999. */
export function isDay(text: string): text is Day {
  const match = DAY_PATTERN.exec(text);
  if (!match || match[1] === undefined || match[1] < '1000') return false;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return dayOfMs(ms) === text;
}

/** Reads a date; throws `RangeError` on anything that is not a real `YYYY-MM-DD`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar date (YYYY-MM-DD): ${text}`);
  return text;
}

/** The date `count` calendar days later (earlier when negative). */
export const addDays = (from: Day, count: number): Day =>
  dayOfMs(toUtcMs(from) + count * MS_PER_DAY);

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `month` from 0. */
function lastOf(year: number, month: number): number {
  if (month === 1) return isLeap(year) ? 29 : 28;
  return month === 3 || month === 5 || month === 8 || month === 10 ? 30 : 31;
}

/** The date `count` months later, clamped to the end of the month (31 August + 3 = 30 November). */
export function addMonths(from: Day, count: number): Day {
  const index = digits(from, 0, 4) * 12 + digits(from, 5, 7) - 1 + count;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = lastOf(year, month);
  const dayOfMonth = digits(from, 8, 10);
  return dayOfMs(Date.UTC(year, month, dayOfMonth < last ? dayOfMonth : last));
}

/**
 * The last day of a duration that includes its first day: five years from 1 July 2027 end on 30 June 2032,
 * five years from 29 February 2028 end on 27 February 2033 (lifecycle.md, section C).
 */
export const lastDayOfYears = (first: Day, years: number): Day =>
  addDays(addMonths(first, years * 12), -1);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((toUtcMs(to) - toUtcMs(from)) / MS_PER_DAY);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (of: Day): number => new Date(toUtcMs(of)).getUTCDay();

export const yearOf = (of: Day): number => Number(of.slice(0, 4));
