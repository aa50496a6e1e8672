import type { Ruleset } from '../../rulesets/index.js';
import type { EvaluationKind } from './kinds.js';

/** Blocks of the readiness review (rules.md 6.3, 6.5); `GATE` holds stated hard gates, `RECORD` only informs. */
export const BLOCKS = [
  'GATE',
  'RECORD',
  'NMC',
  'OBSERVATION',
  'VOTING',
  'EXPERTS',
  'TRAINING',
  'RESOURCES',
  'PRACTICE',
  'PROJECT',
  'CONSENSUS',
  'SURVEY',
  'TASKS',
  'DEADLINES',
  'COMMITMENT',
  'REVIEWS',
] as const;
export type Block = (typeof BLOCKS)[number];

/**
 * One thing that evidence can show. The value is a whole number in `unit` (a score of 3.5 of 5 is 35 tenths); from
 * `full` on it earns all points, below it none (STEP) or its share, rounded down (SHARE).
 */
export interface Criterion {
  readonly item: string;
  readonly block: Block;
  readonly points: number;
  readonly full: number;
  readonly unit: 'COUNT' | 'PERCENT' | 'TENTHS' | 'YES_NO';
  readonly scale: 'STEP' | 'SHARE';
}

type Unit = Criterion['unit'];

/** What can be shown, and how it is counted; what it earns is in the ruleset. */
type Item = Omit<Criterion, 'points' | 'full'>;

const step =
  (block: Block) =>
  (item: string, unit: Unit = 'YES_NO'): Item => ({ item, block, unit, scale: 'STEP' });

const share =
  (block: Block) =>
  (item: string, unit: Unit): Item => ({ item, block, unit, scale: 'SHARE' });

const gate = step('GATE');
const note = (item: string): Item => step('RECORD')(item, 'COUNT');

/** What the system gathers for every kind: it informs and earns nothing. */
const record: readonly Item[] = [
  note('STATUS_CHANGES'),
  note('VOTES_CAST'),
  note('MEETINGS_HELD'),
  note('TRAININGS_DELIVERED'),
];

const nmc = step('NMC');
const observation = step('OBSERVATION');
const voting = share('VOTING');
const training = step('TRAINING');
const practice = share('PRACTICE');

/** Those of O→P are what rules.md 6.3 asks for, the others follow 6.5. */
export const items: Readonly<Record<EvaluationKind, readonly Item[]>> = {
  O_TO_P: [
    gate('PM2_DECLARATION'),
    gate('BALLOT_VOTER'),
    nmc('NMC_SET_UP'),
    nmc('NMC_STAKEHOLDER_CATEGORIES', 'COUNT'),
    nmc('NMC_MINUTES', 'COUNT'),
    nmc('NMC_PROCEDURE'),
    observation('MEETING_ATTENDED'),
    observation('COMMENT_SETS', 'COUNT'),
    voting('CIB_PERCENT', 'PERCENT'),
    voting('STD_PERCENT', 'PERCENT'),
    step('EXPERTS')('EXPERT_NAMED'),
    step('EXPERTS')('EXPERT_ACTIVE'),
    training('DIRECTIVES_TRAINING'),
    training('BALLOTING_TRAINING'),
    step('RESOURCES')('STAFF_FTE_PERCENT', 'PERCENT'),
    step('RESOURCES')('BUDGET_NOTE'),
    ...record,
  ],
  CONVENOR: [
    gate('SQ_CRITERIA'),
    gate('POST_VACANT'),
    gate('NSB_CONFIRMATION'),
    practice('WG_MEETINGS_LED', 'COUNT'),
    step('PRACTICE')('COMMENT_RESOLUTION'),
    step('PROJECT')('PROJECT_ON_SCHEDULE'),
    share('SURVEY')('WG_SURVEY', 'TENTHS'),
    ...record,
  ],
  CHAIR: [
    gate('SQ_CRITERIA'),
    gate('NOT_DELEGATE'),
    gate('TERM_WITHIN_LIMITS'),
    step('PRACTICE')('PLENARY_CHAIRED'),
    practice('SESSIONS_CHAIRED', 'COUNT'),
    step('CONSENSUS')('CONSENSUS_RECORD'),
    share('SURVEY')('CHAIR_SURVEY', 'TENTHS'),
    ...record,
  ],
  SECRETARIAT: [
    gate('ANNEX_D_RESOURCES'),
    gate('COMMITTEE_RESOLUTION'),
    share('TASKS')('TASKS_UNAIDED_PERCENT', 'PERCENT'),
    step('DEADLINES')('AGENDAS_IN_TIME'),
    step('DEADLINES')('MINUTES_IN_TIME'),
    training('MANAGER_TRAINED'),
    step('COMMITMENT')('BUDGET_SIGNED'),
    step('COMMITMENT')('SERVICE_AGREEMENT'),
    ...record,
  ],
  LEADERSHIP: [
    share('REVIEWS')('REVIEWS_AT_TARGET', 'COUNT'),
    step('EXPERTS')('PERSON_NAMED'),
    step('RESOURCES')('STAFF_FTE_PERCENT', 'PERCENT'),
    step('RESOURCES')('BUDGET_NOTE'),
    ...record,
  ],
  EXIT: [
    voting('CIB_PERCENT', 'PERCENT'),
    voting('STD_PERCENT', 'PERCENT'),
    nmc('NMC_ACTIVE'),
    ...record,
  ],
};

/** Gates and what only informs earn nothing, in any ruleset. */
const NOTHING = { points: 0, full: 1 };

/** The criteria of a kind with what each earns under the ruleset. */
export function criteriaOf(kind: EvaluationKind, ruleset: Ruleset): readonly Criterion[] {
  const weights: Readonly<Record<string, typeof NOTHING>> = ruleset.readiness.weights[kind];
  return items[kind].map((item) => ({ ...item, ...(weights[item.item] ?? NOTHING) }));
}

const MOST: Readonly<Record<Unit, number>> = {
  COUNT: 1_000_000,
  PERCENT: 100,
  TENTHS: 50,
  YES_NO: 1,
};

/** The greatest value that an item can have; the time of several people adds up to more than one post. */
export function mostOf(kind: EvaluationKind, item: string): number {
  const unit = items[kind].find((known) => known.item === item)?.unit ?? 'COUNT';
  return MOST[item === 'STAFF_FTE_PERCENT' ? 'COUNT' : unit];
}

export const itemsOf = (kind: EvaluationKind): readonly string[] =>
  items[kind].map((known) => known.item);

export const isItemOf = (kind: EvaluationKind, item: string): boolean =>
  items[kind].some((known) => known.item === item);
