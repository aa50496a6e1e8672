import type { Language } from './i18n/language.js';

export const ZONE = 'Europe/Zurich';
const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

const LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** French counts the first day of a month as such; Intl writes `1 janvier`. */
const firstOfMonth = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(/^1 /, '1er\u00a0') : text;

/** A civil date in words, e.g. `24 December 2026`. */
export const dayInWords = (day: string, language: Language): string =>
  firstOfMonth(
    new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
    language,
  );

const parts = (at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: ZONE,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );

/** The civil day of an instant in Europe/Zurich, `YYYY-MM-DD`. */
export function zurichDay(at: number): string {
  const { year = '', month = '', day = '' } = parts(at);
  return `${year}-${month}-${day}`;
}

/** An instant with its hour, or the day before when it is the very end of that day. */
export interface Due {
  readonly day: string;
  /** `HH:MM`; null when the whole day still counts. */
  readonly time: string | null;
}

/** When something is due, as Europe/Zurich sees it: midnight is the end of the day before. */
export function dueOf(instant: string): Due {
  const at = Date.parse(instant);
  const { hour = '', minute = '' } = parts(at);
  if (hour === '00' && minute === '00' && at % 60_000 === 0) {
    return { day: zurichDay(at - 1), time: null };
  }
  return { day: zurichDay(at), time: `${hour}:${minute}` };
}

/** Whole days, hours or minutes that remain; negative from the very instant on that it is over. */
export interface Remaining {
  readonly unit: 'day' | 'hour' | 'minute';
  readonly count: number;
}

export function remaining(instant: string, now: number): Remaining {
  const left = Date.parse(instant) - now;
  const days = Math.trunc(left / DAY);
  if (days !== 0) return { unit: 'day', count: days };
  const hours = Math.trunc(left / HOUR);
  if (hours !== 0) return { unit: 'hour', count: hours };
  // A minute that has begun counts: nothing is due in none, and nothing is late by none.
  const minutes = Math.ceil(Math.abs(left) / MINUTE);
  return { unit: 'minute', count: left > 0 ? minutes : -Math.max(1, minutes) };
}

/** `in 12 days`, `il y a 3 jours`. */
export const remainingInWords = ({ unit, count }: Remaining, language: Language): string =>
  new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'always' }).format(count, unit);

/** An instant in words with day and hour, Europe/Zurich. */
export const instantInWords = (instant: string, language: Language): string =>
  firstOfMonth(
    new Intl.DateTimeFormat(LOCALE[language], {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: ZONE,
    }).format(new Date(instant)),
    language,
  );

export const isWithinDays = (instant: string | null, days: number, now: number): boolean =>
  instant !== null && Date.parse(instant) <= now + days * DAY;

/** The last day of so many months that begin on a day: `2027-02-01` and 36 make `2030-01-31`. */
export function lastDayAfter(start: string, months: number): string {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  // The same day of that month, or its last one where it is shorter.
  const lengthOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, lengthOfMonth)) - DAY;
  return new Date(end).toISOString().slice(0, 10);
}
