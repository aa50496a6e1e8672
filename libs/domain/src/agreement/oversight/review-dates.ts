import { addDays, addMonths, yearOf, type Day } from '../../calendar/day.js';
import { dayAt, startOf, type Instant } from '../../calendar/zurich.js';
import { rulesOf, type Agreement, type Term } from '../../kernel/state.js';
import { later } from '../../kernel/timers.js';

/** A review that the term asks for: opens at `opens`, due on `dueOn`; `year` is that of its anniversary. */
export interface PlannedReview {
  readonly year: number;
  readonly anniversary: Day;
  readonly dueOn: Day;
  readonly opens: Instant;
}

/** The anniversaries of the start up to the end, both inclusive (ST.5.6, T27). */
export function anniversaries(term: Term, everyMonths: number): readonly Day[] {
  const days: Day[] = [];
  for (let k = 1; ; k += 1) {
    const day = addMonths(term.start, everyMonths * k);
    if (day > term.end) return days;
    days.push(day);
  }
}

/** From when reviews can be asked for: the activation or the later reinstatement. */
const asksFrom = (state: Agreement, term: Term): Instant =>
  state.oversight.reinstatedAt ?? term.activatedAt;

/**
 * The day a review is due: its anniversary, or thirty days after a late activation or a reinstatement when the
 * anniversary lies before that (lifecycle.md D19).
 */
export function reviewDueOn(state: Agreement, anniversary: Day, from: Instant): Day {
  const days = rulesOf(state).sla_defaults.annual_review_late_days;
  const earliest = addDays(dayAt(from), days);
  return anniversary < earliest ? earliest : anniversary;
}

/** Every review of the term, the opened ones included. */
export function plannedReviews(state: Agreement): readonly PlannedReview[] {
  const { term } = state;
  if (term === null) return [];
  const rules = rulesOf(state);
  const from = asksFrom(state, term);
  return anniversaries(term, rules.agreement.review_cadence_months.value).map((anniversary) => {
    const dueOn = reviewDueOn(state, anniversary, from);
    const before = rules.sla_defaults.annual_review_open_days_before;
    return {
      year: yearOf(anniversary),
      anniversary,
      dueOn,
      opens: later(startOf(addDays(dueOn, -before)), from),
    };
  });
}

/** The anniversary that a review of this year looks back from. */
export const anniversaryIn = (state: Agreement, year: number): Day | null =>
  state.term === null ? null : addMonths(state.term.start, 12 * (year - yearOf(state.term.start)));
