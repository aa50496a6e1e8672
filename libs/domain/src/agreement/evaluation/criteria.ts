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

const step =
  (block: Block) =>
  (item: string, points: number, full = 1, unit: Unit = full === 1 ? 'YES_NO' : 'COUNT') =>
    ({ item, block, points, full, unit, scale: 'STEP' }) satisfies Criterion;

const share =
  (block: Block) =>
  (item: string, points: number, full: number, unit: Unit): Criterion => ({
    item,
    block,
    points,
    full,
    unit,
    scale: 'SHARE',
  });

const gate = (item: string): Criterion => step('GATE')(item, 0);
const note = (item: string): Criterion => step('RECORD')(item, 0, 1, 'COUNT');

/** What the system gathers for every kind: it informs and earns nothing. */
const record: readonly Criterion[] = [
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

/** Points by kind: those of O→P add up as rules.md 6.3 has them, the others follow 6.5; each kind has 100. */
export const criteria: Readonly<Record<EvaluationKind, readonly Criterion[]>> = {
  O_TO_P: [
    gate('PM2_DECLARATION'),
    gate('BALLOT_VOTER'),
    nmc('NMC_SET_UP', 10),
    nmc('NMC_STAKEHOLDER_CATEGORIES', 5, 3),
    nmc('NMC_MINUTES', 5, 2),
    nmc('NMC_PROCEDURE', 5),
    observation('MEETING_ATTENDED', 10),
    observation('COMMENT_SETS', 10, 2),
    voting('CIB_PERCENT', 10, 80, 'PERCENT'),
    voting('STD_PERCENT', 10, 100, 'PERCENT'),
    step('EXPERTS')('EXPERT_NAMED', 10),
    step('EXPERTS')('EXPERT_ACTIVE', 5),
    training('DIRECTIVES_TRAINING', 5),
    training('BALLOTING_TRAINING', 5),
    step('RESOURCES')('STAFF_FTE_PERCENT', 5, 20, 'PERCENT'),
    step('RESOURCES')('BUDGET_NOTE', 5),
    ...record,
  ],
  CONVENOR: [
    gate('SQ_CRITERIA'),
    gate('POST_VACANT'),
    gate('NSB_CONFIRMATION'),
    practice('WG_MEETINGS_LED', 25, 3, 'COUNT'),
    step('PRACTICE')('COMMENT_RESOLUTION', 15),
    step('PROJECT')('PROJECT_ON_SCHEDULE', 30),
    share('SURVEY')('WG_SURVEY', 30, 35, 'TENTHS'),
    ...record,
  ],
  CHAIR: [
    gate('SQ_CRITERIA'),
    gate('NOT_DELEGATE'),
    gate('TERM_WITHIN_LIMITS'),
    step('PRACTICE')('PLENARY_CHAIRED', 25),
    practice('SESSIONS_CHAIRED', 25, 2, 'COUNT'),
    step('CONSENSUS')('CONSENSUS_RECORD', 20),
    share('SURVEY')('CHAIR_SURVEY', 30, 35, 'TENTHS'),
    ...record,
  ],
  SECRETARIAT: [
    gate('ANNEX_D_RESOURCES'),
    gate('COMMITTEE_RESOLUTION'),
    share('TASKS')('TASKS_UNAIDED_PERCENT', 40, 80, 'PERCENT'),
    step('DEADLINES')('AGENDAS_IN_TIME', 10),
    step('DEADLINES')('MINUTES_IN_TIME', 10),
    training('MANAGER_TRAINED', 20),
    step('COMMITMENT')('BUDGET_SIGNED', 10),
    step('COMMITMENT')('SERVICE_AGREEMENT', 10),
    ...record,
  ],
  LEADERSHIP: [
    share('REVIEWS')('REVIEWS_AT_TARGET', 60, 2, 'COUNT'),
    step('EXPERTS')('PERSON_NAMED', 20),
    step('RESOURCES')('STAFF_FTE_PERCENT', 10, 20, 'PERCENT'),
    step('RESOURCES')('BUDGET_NOTE', 10),
    ...record,
  ],
  EXIT: [
    voting('CIB_PERCENT', 30, 80, 'PERCENT'),
    voting('STD_PERCENT', 30, 100, 'PERCENT'),
    nmc('NMC_ACTIVE', 40),
    ...record,
  ],
};

export const criterionOf = (kind: EvaluationKind, item: string): Criterion | undefined =>
  criteria[kind].find((c) => c.item === item);
