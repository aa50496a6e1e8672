import { addDays, daysBetween, lastDayOfYears, type Day } from '../../calendar/day.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import type { Facts } from '../../kernel/facts.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';

/**
 * G7, no renewal (ST.5.7, OQ-7): a pair that ran its time, ended inside the window or was cancelled does not start
 * again for the same type, committee and working group unless the TMB secretariat overrides with a reason.
 */
export function notARenewal(state: Agreement, facts: Facts): Refusal | null {
  if (state.proposal.renewalOverride !== null) return null;
  const run = facts.previousRuns.find((r) => r.agreement !== state.id && r.ending !== 'TERMINATED');
  return run === undefined
    ? null
    : refuse('RENEWAL_FORBIDDEN', 'ST.5.7', { previous: run.agreement, ended: run.end });
}

/** Days in force in earlier runs of the pair that ended early; they are taken off the five years. */
export const daysUsed = (state: Agreement, facts: Facts): number =>
  facts.previousRuns
    .filter((r) => r.agreement !== state.id)
    .reduce((sum, r) => sum + daysBetween(r.start, r.end) + 1, 0);

/** The latest end of an agreement that starts on `start`: five years, both days inclusive (G9, OQ-7). */
export const latestEnd = (state: Agreement, facts: Facts, start: Day): Day =>
  addDays(
    lastDayOfYears(start, rulesOf(state).duration.max_years.value),
    state.proposal.renewalOverride === null ? -daysUsed(state, facts) : 0,
  );
