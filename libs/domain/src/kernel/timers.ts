import { endOf, startOf, toMs, fromMs, type Instant } from '../calendar/zurich.js';
import { addBusinessDays, type Holidays } from '../calendar/business-days.js';
import { addDays, addMonths, type Day } from '../calendar/day.js';
import { dayAt } from '../calendar/zurich.js';
import type { Desk } from './vocabulary.js';

export type TimerId = `T${number}`;

/** The order of timers that are due at the same instant (lifecycle.md D3): smaller goes first. */
export const RANK = {
  END_DATE: 1,
  NOTICE: 2,
  START_OF_FORCE: 3,
  THREE_MONTHS: 4,
  BALLOT_CLOSE: 5,
  SILENT_ENDING: 6,
  WINDOW: 7,
  OPENING: 8,
  DESK_ALERT: 9,
  REMINDER: 10,
} as const;
export type Rank = (typeof RANK)[keyof typeof RANK];

/**
 * Something that happens by itself at `due` unless somebody acts before. Fires once per key (timer, subject, due);
 * `lastDay` is the last inclusive day a person sees; `step` names the sentence of what happens.
 */
export interface Deadline {
  readonly timer: TimerId;
  readonly step: string;
  readonly subject: string;
  readonly due: Instant;
  readonly lastDay: Day | null;
  readonly rank: Rank;
  readonly whose: Desk;
  readonly clause: string;
}

export const deadlineKey = (d: Pick<Deadline, 'timer' | 'step' | 'subject' | 'due'>): string =>
  `${d.timer}/${d.step}/${d.subject}/${d.due}`;

/** Earliest first; at the same instant by rank, then by key, so that the order is total. */
export function byPrecedence(a: Deadline, b: Deadline): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  const [ka, kb] = [deadlineKey(a), deadlineKey(b)];
  return ka < kb ? -1 : ka > kb ? 1 : 0;
}

/** The part of a ruleset that says which days are worked. */
interface BusinessRules {
  readonly lifecycle_defaults: { readonly holidays: Holidays };
}

/** Periods after an instant: each excludes the first day and ends when its last day is over. */
export const lastDayAfter = {
  days: (from: Instant | Day, n: number): Day => addDays(asDay(from), n),
  businessDays: (from: Instant | Day, n: number, { lifecycle_defaults }: BusinessRules): Day =>
    addBusinessDays(asDay(from), n, lifecycle_defaults.holidays),
  months: (from: Instant | Day, n: number): Day => addMonths(asDay(from), n),
};

const asDay = (from: Instant | Day): Day =>
  from.length > 10 ? dayAt(from as Instant) : (from as Day);

/** A deadline on an inclusive last day: due at 00:00 of the day after. */
export const dueAfter = (lastDay: Day): { due: Instant; lastDay: Day } => ({
  due: endOf(lastDay),
  lastDay,
});

/** A deadline that opens something: due at 00:00 of the day itself. */
export const dueOn = (day: Day): { due: Instant; lastDay: null } => ({
  due: startOf(day),
  lastDay: null,
});

export const later = (a: Instant, b: Instant): Instant => fromMs(Math.max(toMs(a), toMs(b)));

/**
 * A deadline that comes again every `everyDays` while its ground lasts ("weekly"): the next occurrence that has not
 * fired. `firstLastDay` is the last inclusive day before the first occurrence. Occurrences fire in their order, so the
 * first that has not fired is searched for in steps that double: an alert ignored for years costs no more than a new one.
 */
export function repeating<const D extends Pick<Deadline, 'timer' | 'step' | 'subject'>>(
  fired: Readonly<Record<string, true>>,
  base: D,
  firstLastDay: Day,
  everyDays: number,
): D & { readonly due: Instant; readonly lastDay: Day } {
  const at = (k: number) => ({ ...base, ...dueAfter(addDays(firstLastDay, k * everyDays)) });
  const hasFired = (k: number): boolean => fired[deadlineKey(at(k))] === true;
  if (!hasFired(0)) return at(0);
  let known = 0;
  let open = 1;
  while (hasFired(open)) {
    known = open;
    open *= 2;
  }
  while (open - known > 1) {
    const middle = Math.floor((known + open) / 2);
    if (hasFired(middle)) known = middle;
    else open = middle;
  }
  return at(open);
}
