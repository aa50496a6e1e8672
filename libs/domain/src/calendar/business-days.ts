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
  const known = holidays.get(year);
  if (known !== undefined) return known;
  const computed = computeHolidays(year);
  holidays.set(year, computed);
  return computed;
}

// The computus is a tenth of the cost of looking at an agreement's clocks; a year's holidays never change.
const holidays = new Map<number, readonly Day[]>();

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

/** Monday to Friday and no Geneva holiday. */
export function isBusinessDay(of: Day): boolean {
  const dow = weekday(of);
  return dow !== 0 && dow !== 6 && !genevaHolidays(yearOf(of)).includes(of);
}

/** The `count`-th business day after `from`; day 1 is the first business day after the start. */
export function addBusinessDays(from: Day, count: number): Day {
  let current = from;
  for (let left = count; left > 0; left -= 1) current = nextBusinessDay(current);
  return current;
}

// Half of an agreement's clocks count business days, each time from the same few dates.
const CACHED_DAYS = 50_000;
const following = new Map<Day, Day>();

function nextBusinessDay(after: Day): Day {
  const known = following.get(after);
  if (known !== undefined) return known;
  if (following.size >= CACHED_DAYS) following.clear();
  let next = addDays(after, 1);
  while (!isBusinessDay(next)) next = addDays(next, 1);
  following.set(after, next);
  return next;
}

/** The business day `count` business days before `from` (for "at most n business days back"). */
export function subtractBusinessDays(from: Day, count: number): Day {
  let current = from;
  for (let left = count; left > 0; ) {
    current = addDays(current, -1);
    if (isBusinessDay(current)) left -= 1;
  }
  return current;
}
