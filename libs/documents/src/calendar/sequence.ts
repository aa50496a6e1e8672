import type { CalendarEntry } from './calendar.js';

/** What a deadline says now, before it is compared with what the feed said last. */
export type Deadlined = Omit<CalendarEntry, 'sequence' | 'cancelled' | 'changedAt'>;

/** Days for which a removed deadline is still told as cancelled: by then every calendar has fetched it. */
export const TELL_CANCELLED_DAYS = 60;

const alike = (a: Deadlined, b: Deadlined): boolean =>
  a.day === b.day && a.summary === b.summary && a.description === b.description && a.url === b.url;

/**
 * The entries of a feed: new ones at sequence 0, changed ones one higher, removed ones cancelled and one higher, those
 * that came back one higher again. What stayed the same stays byte for byte.
 */
export function nextEntries(
  told: readonly CalendarEntry[],
  now: readonly Deadlined[],
  at: string,
): readonly CalendarEntry[] {
  const before = new Map(told.map((entry) => [entry.uid, entry]));
  const standing = now.map((deadline): CalendarEntry => {
    const was = before.get(deadline.uid);
    if (was === undefined) return { ...deadline, sequence: 0, cancelled: false, changedAt: at };
    return !was.cancelled && alike(was, deadline)
      ? was
      : { ...deadline, sequence: was.sequence + 1, cancelled: false, changedAt: at };
  });
  const here = new Set(now.map((deadline) => deadline.uid));
  const oldest = new Date(Date.parse(at) - TELL_CANCELLED_DAYS * 86_400_000).toISOString();
  const gone = told
    .filter((entry) => !here.has(entry.uid))
    .map((entry) =>
      entry.cancelled
        ? entry
        : { ...entry, sequence: entry.sequence + 1, cancelled: true, changedAt: at },
    )
    .filter((entry) => entry.changedAt >= oldest);
  return [...standing, ...gone];
}
