import { addDays, dayAt, instant, startOf } from '@twinning/domain';

const clock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/Zurich',
});

/** When something happened, to the minute, in Geneva's time (the one in which the legal clocks run). */
export const moment = (at: string): string => clock.format(new Date(at));

/**
 * Until when somebody may act. A deadline that falls at midnight is the end of the day before, which is the last day
 * (lifecycle.md C): `2027-01-24 24:00`.
 */
export function until(at: string | null): string | null {
  if (at === null) return null;
  const due = instant(at);
  const day = dayAt(due);
  return startOf(day) === due ? `${addDays(day, -1)} 24:00` : moment(at);
}
