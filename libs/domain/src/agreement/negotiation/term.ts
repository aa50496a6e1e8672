import { addMonths, daysBetween, type Day } from '../../calendar/day.js';
import { firstRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import type { Facts } from '../../kernel/facts.js';
import type { Json } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { latestEnd } from '../guards/renewal.js';

export interface Dates {
  readonly start: Day;
  readonly end: Day;
}

/** G9: registeredOn ≤ start ≤ registeredOn + 3 months, start ≤ end ≤ five years, all days inclusive (ST.5.5). */
export function datesFit(state: Agreement, { start, end }: Dates, facts: Facts): Refusal | null {
  const registered = state.approval.registration?.registeredOn ?? null;
  const months = rulesOf(state).duration.agreement_due_months_after_registration.value;
  const latestStart = registered === null ? null : addMonths(registered, months);
  const latest = latestEnd(state, facts, start);
  return firstRefusal(
    end < start ? refuse('END_BEFORE_START', 'ST.5.5', { start, end }) : null,
    registered !== null && latestStart !== null && (start < registered || start > latestStart)
      ? refuse('START_OUT_OF_RANGE', 'ST.5.5', { earliest: registered, latest: latestStart })
      : null,
    end > latest ? refuse('DURATION_OVER_5Y', 'ST.5.5', { start, end, latestEnd: latest }) : null,
  );
}

/** In force the start stays, and the end moves only earlier and never before today: there is no extension (ST.5.7). */
export function datesFitNow(state: Agreement, dates: Dates, ctx: Context): Refusal | null {
  const { term } = state;
  if (term === null) return datesFit(state, dates, ctx.facts);
  const { start, end } = dates;
  return firstRefusal(
    start === term.start ? null : refuse('FROZEN_AFTER_SUBMISSION', 'ST.5.7', { field: 'start' }),
    end > term.end ? refuse('EXTENSION_FORBIDDEN', 'ST.5.7', { end, current: term.end }) : null,
    end < ctx.today || end < start
      ? refuse('END_DATE_PAST', 'ST.5.7', { end, today: ctx.today })
      : null,
  );
}

/** Each anniversary of the start up to the end (ST.5.6). */
export const reviewDates = (state: Agreement, dates: Dates): readonly Day[] =>
  every(dates, rulesOf(state).agreement.review_cadence_months.value);

/**
 * The quarterly meetings up to the end: for each quarter the planned date nearest to it, else start + 3k months
 * (template instructions, T25).
 */
export function meetingDates(
  state: Agreement,
  dates: Dates,
  planned: readonly Day[],
): readonly Day[] {
  const quarters = every(dates, rulesOf(state).agreement.meeting_cadence_months.value);
  const distance = (a: Day, b: Day): number => Math.abs(daysBetween(a, b));
  const nearest = (of: Day): Day =>
    [dates.start, ...quarters].reduce((best, q) =>
      distance(of, q) < distance(of, best) ? q : best,
    );
  return quarters.map((quarter) => {
    const own = planned.filter((p) => nearest(p) === quarter);
    return own.length === 0
      ? quarter
      : own.reduce((best, p) => (distance(p, quarter) < distance(best, quarter) ? p : best));
  });
}

// Months are added from the start, never chained: 31 August gives 30 November and then the last day of February.
function every({ start, end }: Dates, months: number): readonly Day[] {
  const days: Day[] = [];
  for (let k = 1; addMonths(start, k * months) <= end; k += 1) {
    days.push(addMonths(start, k * months));
  }
  return days;
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

// Months and years of the plan are counted from the start: the first month and the first year are 1.
const MONTH = /\/month$/;
const YEAR = /\/percentByYear\/(\d+)$/;

/** JSON pointers of the dates, months and years inside a value that lie outside the term. */
export function outsideTerm(value: Json, { start, end }: Dates, pointer = ''): readonly string[] {
  if (typeof value === 'string') {
    return DATE.test(value) && (value < start || value > end) ? [pointer] : [];
  }
  if (typeof value === 'number') {
    const [, year] = YEAR.exec(pointer) ?? [];
    const months = year !== undefined ? Number(year) * 12 : MONTH.test(pointer) ? value - 1 : null;
    return months !== null && addMonths(start, months) > end ? [pointer] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Readonly<Record<string, Json>>).flatMap(([key, inner]) =>
    outsideTerm(inner, { start, end }, `${pointer}/${key}`),
  );
}
