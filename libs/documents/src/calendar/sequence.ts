import type { CalendarEntry } from './calendar.js';

/** What a deadline says now, before it is compared with what the feed said last. */
export type Deadlined = Omit<CalendarEntry, 'sequence' | 'cancelled' | 'changedAt'> & {
  /** Version of the agreement that says so. */
  readonly version: number;
};

/** Days for which a removed deadline is still told as cancelled: by then every calendar has fetched it. */
export const TELL_CANCELLED_DAYS = 60;

type Said = Pick<CalendarEntry, 'day' | 'summary' | 'description' | 'url'>;
const alike = (a: Said, b: Said): boolean =>
  a.day === b.day && a.summary === b.summary && a.description === b.description && a.url === b.url;

/**
 * The entries of a feed, those included that are told no more: the same UID never starts again at a lower SEQUENCE. It
 * is the version of the agreement, as in the file of one deadline, or one more than before where that is higher. What
 * stayed the same stays byte for byte; what is removed is cancelled. `versionOf` is that of a removed entry's agreement.
 */
export function nextEntries(
  told: readonly CalendarEntry[],
  now: readonly Deadlined[],
  at: string,
  versionOf: (gone: CalendarEntry) => number,
): readonly CalendarEntry[] {
  const before = new Map(told.map((entry) => [entry.uid, entry]));
  const standing = now.map(({ version, ...deadline }): CalendarEntry => {
    const was = before.get(deadline.uid);
    if (was !== undefined && !was.cancelled && alike(was, deadline)) return was;
    const sequence = was === undefined ? version : Math.max(was.sequence + 1, version);
    return { ...deadline, sequence, cancelled: false, changedAt: at };
  });
  const here = new Set(now.map((deadline) => deadline.uid));
  const gone = told
    .filter((entry) => !here.has(entry.uid))
    .map((entry) =>
      entry.cancelled
        ? entry
        : {
            ...entry,
            sequence: Math.max(entry.sequence + 1, versionOf(entry)),
            cancelled: true,
            changedAt: at,
          },
    );
  return [...standing, ...gone];
}

/** What the feed says of them: what was cancelled long ago no more. */
export function toldNow(entries: readonly CalendarEntry[], at: string): readonly CalendarEntry[] {
  const oldest = new Date(Date.parse(at) - TELL_CANCELLED_DAYS * 86_400_000).toISOString();
  return entries.filter((entry) => !entry.cancelled || entry.changedAt >= oldest);
}
