import type { Ruleset } from '../../rulesets/index.js';
import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import type { Check } from './eligibility.js';

/** What a member has done so far, by the metric of the ruleset; null when nobody knows. */
export type Experience = Readonly<
  Record<'p_memberships' | 'secretariats' | 'chairs_or_convenors', number | null>
>;

const METRICS = ['p_memberships', 'secretariats', 'chairs_or_convenors'] as const;

/** Suggested experience of one side (ST.3, EL-4, EL-5): a warning to justify, never a block. */
export function experienceOf(
  type: TwinningType,
  side: Side,
  has: Experience,
  ruleset: Ruleset,
): Check {
  const suggested = ruleset.suggested_experience[type];
  const metric = METRICS.find((m) => m === suggested.metric);
  const value = metric === undefined ? null : has[metric];
  const threshold = side === 'LEAD' ? suggested.lead_min : suggested.twinned_max_exclusive;
  const base = { id: 'SUGGESTED_EXPERIENCE', clause: 'ST.3', side, value, threshold };
  if (value === null) return { ...base, result: 'UNKNOWN' };
  const met = side === 'LEAD' ? value >= threshold : value < threshold;
  return { ...base, result: met ? 'PASS' : 'WARN' };
}
