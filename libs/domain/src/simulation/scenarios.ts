import { plannedMeetings } from '../agreement/execution/cadence.js';
import { plannedReviews } from '../agreement/oversight/review-dates.js';
import { addDays, addMonths, type Day } from '../calendar/day.js';
import { dayAt, endOf, type Instant } from '../calendar/zurich.js';
import { rulesOf, type Agreement } from '../kernel/state.js';
import type { Supposed } from './supposed.js';

/** Suppositions with a name. */
export const SCENARIOS = ['NOBODY_ACTS', 'REVIEW_NOT_FILED', 'LEAD_LOSES_P'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Course {
  readonly supposed: readonly Supposed[];
  readonly until: Instant;
}

/** Beyond five years of force, the closure and the appeal window. */
export const LONGEST_MONTHS = 96;
const USUAL_MONTHS = 72;

const monthsFrom = (now: Instant, months: number): Instant => endOf(addMonths(dayAt(now), months));

/** The latest instant a simulation may run to. */
export const latestUntil = (now: Instant): Instant => monthsFrom(now, LONGEST_MONTHS);

/** The meetings are held, and nothing else is done: what follows is due to the review alone. */
function reviewNotFiled(state: Agreement, now: Instant): Course {
  const today = dayAt(now);
  const { sla_defaults: sla } = rulesOf(state);
  const open = state.oversight.reviews.find((r) => r.stage === 'OPEN')?.dueOn;
  const due = open ?? plannedReviews(state).find((r) => r.dueOn >= today)?.dueOn ?? null;
  if (due === null) return { supposed: [], until: monthsFrom(now, USUAL_MONTHS) };
  const last = addDays(due, sla.annual_review_grace_days + sla.tmb_escalation_days + 1);
  const supposed = plannedMeetings(state)
    .filter((on) => on >= today && on <= last)
    .map((on): Supposed => {
      const payload = { on, mode: 'REMOTE', text: '–' };
      return { on, does: { as: 'LEAD_REP', command: 'RecordMeeting', payload } };
    });
  return { supposed, until: endOf(last) };
}

/** What a named scenario supposes of this agreement; `on` is the day the lead loses its status. */
export function courseOf(scenario: Scenario, state: Agreement, now: Instant, on: Day): Course {
  const until = monthsFrom(now, USUAL_MONTHS);
  switch (scenario) {
    case 'NOBODY_ACTS':
      return { supposed: [], until };
    case 'REVIEW_NOT_FILED':
      return reviewNotFiled(state, now);
    case 'LEAD_LOSES_P':
      return {
        supposed: [{ on, fact: { kind: 'MEMBERSHIP', side: 'LEAD', status: 'O' } }],
        until,
      };
  }
}
