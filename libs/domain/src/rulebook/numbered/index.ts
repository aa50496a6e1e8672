import { GUARD_RULES } from './guards.js';
import { MEMBERSHIP_RULES } from './membership.js';
import { PARTNER_RULES } from './partners.js';
import { DECIDED_QUESTIONS } from './questions.js';
import type { NumberedRule } from './rule.js';
import { TERM_RULES } from './term.js';
import { TRANSITION_RULES } from './transitions.js';

/** Tables of the printed rule book, by the key of their title. */
export const NUMBERED_TABLES = {
  partnerRules: PARTNER_RULES,
  termRules: TERM_RULES,
  membershipRules: MEMBERSHIP_RULES,
  guardRules: GUARD_RULES,
  transitionRules: TRANSITION_RULES,
  questions: DECIDED_QUESTIONS,
} as const satisfies Readonly<Record<string, readonly NumberedRule[]>>;

const upTo = (prefix: string, count: number, ...without: readonly number[]): readonly string[] =>
  Array.from({ length: count }, (_, i) => i + 1)
    .filter((n) => !without.includes(n))
    .map((n) => `${prefix}${String(n)}`);

const of = (table: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${table} ${name}`);

/** Every id that sections 2 to 6 of the domain rules and E of the lifecycle number: each must have its row. */
export const NUMBERING: readonly string[] = [
  ...of('2.4', 'P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'),
  ...upTo('EL-', 12),
  ...of('2.6', 'SECRETARIAT', 'CHAIR', 'CONVENOR', 'LEAD', 'TWINNED', 'PAIRS', 'BODY'),
  ...of('2.6', 'AGREEMENT', 'PARTNERS'),
  ...upTo('V-', 5),
  ...upTo('F-', 4),
  ...upTo('T-', 8),
  ...upTo('AP-', 4),
  ...upTo('CV-', 5),
  ...upTo('PM-', 17),
  ...upTo('CH-', 6),
  ...upTo('SE-', 10),
  ...upTo('G', 13),
  ...['CIB', 'STD', 'NP', 'MTG', 'EXP', 'COM', 'NMC', 'TRN', 'RES', 'LEAD', 'SAT', 'CASC'].map(
    (name) => `I-${name}`,
  ),
  ...of('6.3', 'NO_BAR', 'CATEGORY_ADMITS_P', 'PM2_DECLARATION', 'BALLOT_VOTER'),
  ...of('6.3', 'NMC', 'OBSERVATION', 'VOTING', 'EXPERTS', 'TRAINING', 'RESOURCES', 'RECOMMENDED'),
  ...of('6.5', 'O_TO_P', 'CONVENOR', 'CHAIR_TC', 'CHAIR_SC', 'SECRETARIAT_SC', 'SECRETARIAT_TC'),
  ...of('6.5', 'MANAGER', 'LEADERSHIP', 'EXIT', 'P_TO_O', 'POOL'),
  ...upTo('OQ-', 26, 24),
];

export const NUMBERED_RULES: readonly NumberedRule[] = Object.values(NUMBERED_TABLES).flat();
