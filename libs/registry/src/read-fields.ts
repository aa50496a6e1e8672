import { isDay } from '@twinning/domain';
import { read, unreadable, type Reading } from './bad-row.js';

const MAX_ID = 2_147_483_647;

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** A positive whole number, as a number or in digits. */
export function readId(field: string, value: unknown): Reading<number> {
  if (isAbsent(value)) return unreadable(field, 'MISSING');
  const digits = typeof value === 'string' && /^\d{1,10}$/.test(value.trim());
  const id = typeof value === 'number' ? value : digits ? Number(value) : Number.NaN;
  return Number.isInteger(id) && id > 0 && id <= MAX_ID
    ? read(id)
    : unreadable(field, 'NOT_AN_ID', value);
}

export const readOptionalId = (field: string, value: unknown): Reading<number | null> =>
  isAbsent(value) ? read(null) : readId(field, value);

/** Text that is not blank, without blanks around it. */
export function readText(field: string, value: unknown): Reading<string> {
  if (isAbsent(value)) return unreadable(field, 'MISSING');
  // PostgreSQL stores no U+0000.
  if (typeof value !== 'string' || value.includes('\u0000')) {
    return unreadable(field, 'NOT_TEXT', value);
  }
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' ? unreadable(field, 'MISSING') : read(text);
}

export const readOptionalText = (field: string, value: unknown): Reading<string | null> =>
  isAbsent(value) || (typeof value === 'string' && value.trim() === '')
    ? read(null)
    : readText(field, value);

/** A calendar date; of an instant (`2026-03-19T00:00:00Z`) the date as written. */
export function readOptionalDay(field: string, value: unknown): Reading<string | null> {
  if (isAbsent(value)) return read(null);
  const text = typeof value === 'string' ? value.trim().replace(/T\d{2}:.*$/, '') : '';
  return isDay(text) ? read(text) : unreadable(field, 'NOT_A_DAY', value);
}
