import { addDays, day, weekday, yearOf, type Day } from './day.js';

/** Easter Sunday in the Gregorian calendar (the anonymous computus). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const dayOfMonth = ((h + l - 7 * m + 114) % 31) + 1;
  return day(
    `${String(year)}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`,
  );
}

const firstSundayOfSeptember = (year: number): Day => {
  const first = day(`${String(year)}-09-01`);
  return addDays(first, (7 - weekday(first)) % 7);
};

/** Geneva public holidays of a year, as lifecycle.md section C lists them. */
export function genevaHolidays(year: number): readonly Day[] {
  const known = computedYears.get(year);
  if (known !== undefined) return known;
  const computed = computeHolidays(year);
  computedYears.set(year, computed);
  return computed;
}

// The computus is a tenth of the cost of looking at an agreement's clocks; a year's holidays never change.
const computedYears = new Map<number, readonly Day[]>();

function computeHolidays(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const fixed = (monthDay: string): Day => day(`${String(year)}-${monthDay}`);
  return [
    fixed('01-01'),
    addDays(easter, -2),
    addDays(easter, 1),
    addDays(easter, 39),
    addDays(easter, 50),
    fixed('08-01'),
    addDays(firstSundayOfSeptember(year), 4),
    fixed('12-25'),
    fixed('12-31'),
  ];
}

/** Days on which no desk works, besides Saturday and Sunday: a list of dates over the computed one, or without it. */
export interface Holidays {
  /** The Geneva public holidays of every year, as lifecycle.md section C lists them. */
  readonly geneva: boolean;
  /** Dates (`YYYY-MM-DD`) that are holidays besides. */
  readonly added: readonly string[];
  /** Dates that are worked although a list has them. */
  readonly removed: readonly string[];
}

export const GENEVA: Holidays = { geneva: true, added: [], removed: [] };

/** Monday to Friday and no holiday. */
export function isBusinessDay(of: Day, holidays: Holidays = GENEVA): boolean {
  const dow = weekday(of);
  if (dow === 0 || dow === 6) return false;
  if (holidays.removed.includes(of)) return true;
  return (
    !(holidays.geneva && genevaHolidays(yearOf(of)).includes(of)) && !holidays.added.includes(of)
  );
}

/** The `count`-th business day after `from`; day 1 is the first business day after the start. */
export function addBusinessDays(from: Day, count: number, holidays: Holidays = GENEVA): Day {
  let current = from;
  for (let left = count; left > 0; left -= 1) current = nextBusinessDay(current, holidays);
  return current;
}

// Half of an agreement's clocks count business days, each time from the same few dates. A ruleset is never changed.
const CACHED_DAYS = 50_000;
const following = new WeakMap<Holidays, Map<Day, Day>>();

function nextBusinessDay(after: Day, holidays: Holidays): Day {
  const cached = following.get(holidays) ?? new Map<Day, Day>();
  following.set(holidays, cached);
  const known = cached.get(after);
  if (known !== undefined) return known;
  if (cached.size >= CACHED_DAYS) cached.clear();
  let next = addDays(after, 1);
  while (!isBusinessDay(next, holidays)) next = addDays(next, 1);
  cached.set(after, next);
  return next;
}

/** The business day `count` business days before `from` (for "at most n business days back"). */
export function subtractBusinessDays(from: Day, count: number, holidays: Holidays = GENEVA): Day {
  let current = from;
  for (let left = count; left > 0; ) {
    current = addDays(current, -1);
    if (isBusinessDay(current, holidays)) left -= 1;
  }
  return current;
}
