import { addMonths, type Day } from '../../calendar/day.js';
import type { Ruleset } from '../../rulesets/index.js';

/** A plenary of the committee, both days inclusive. */
export interface Plenary {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Last inclusive day of a convenor's term: that of the first plenary beginning on or after three years from the
 * appointment; null while no such plenary is known (DIR 1.12.1).
 */
export function convenorTermEnd(
  appointed: Day,
  plenaries: readonly Plenary[],
  ruleset: Ruleset,
): Day | null {
  const earliest = addMonths(appointed, 12 * ruleset.terms.convenor_term_years.value);
  return (
    plenaries
      .filter((p) => p.from >= earliest)
      .reduce<Plenary | null>(
        (first, p) => (first === null || p.from < first.from ? p : first),
        null,
      )?.to ?? null
  );
}

/**
 * Whether a term has to be renewed inside a twinning: it ends before the twinning does. Both are last inclusive days, so a
 * term that ends with the twinning needs no renewal (lifecycle.md T37).
 */
export const needsReappointment = (termEnd: Day, twinningEnd: Day): boolean =>
  termEnd < twinningEnd;
