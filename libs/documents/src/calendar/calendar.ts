import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '@twinning/domain';

/** One deadline as a calendar has it: a whole day, for it is a last day and no appointment. */
export interface CalendarEntry {
  /** The same for the same deadline, for ever. */
  readonly uid: string;
  /** Raised at every change: calendars take the higher one. */
  readonly sequence: number;
  /** The last day, YYYY-MM-DD. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly cancelled: boolean;
  /** RFC 3339: when the entry last changed; never the time of the request, so that unchanged feeds are equal bytes. */
  readonly changedAt: string;
}

const NAME: Readonly<Record<Language, string>> = {
  en: 'Twinning: deadlines',
  fr: 'Jumelage : échéances',
};

/** An iCalendar file (RFC 5545) of these deadlines. */
export function calendarOf(entries: readonly CalendarEntry[], language: Language): string {
  const calendar = ical({
    name: NAME[language],
    prodId: { company: 'Twinning', product: 'deadlines', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const entry of entries) {
    const start = new Date(`${entry.day}T00:00:00Z`);
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      start,
      end: new Date(start.getTime() + 86_400_000),
      allDay: true,
      timezone: 'UTC',
      summary: entry.summary,
      description: entry.description,
      url: entry.url,
      stamp: new Date(entry.changedAt),
      lastModified: new Date(entry.changedAt),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: 'TRANSPARENT' as never,
    });
  }
  return `${calendar.toString()}\r\n`;
}
