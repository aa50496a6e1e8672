import { addMonths, type Day } from '../calendar/day.js';
import type { Ruleset } from '../rulesets/index.js';

/** First day on which a downgraded body may ask to be P again, which then must be granted (DIR 1.7.4, 1.7.5). */
export const earliestReinstatement = (downgradedOn: Day, ruleset: Ruleset): Day =>
  addMonths(downgradedOn, ruleset.p_member_compliance.regain_after_months.value);

/** How a body stopped being a P-member: only a downgrade carries a bar. */
export interface LeftP {
  readonly on: Day;
  readonly how: 'DOWNGRADED' | 'RELINQUISHED';
}

/** First day on which the body may be P again; null when no bar runs (PM-6, PM-11). */
export const regainPNotBefore = (left: LeftP | null, ruleset: Ruleset): Day | null =>
  left?.how === 'DOWNGRADED' ? earliestReinstatement(left.on, ruleset) : null;
