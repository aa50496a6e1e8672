import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import { SIDES, type Desk, type Side } from '../../kernel/vocabulary.js';
import type { ActionOrder, Level, Raiser, Survey } from './events.js';

export interface OversightState {
  readonly escalations: readonly Escalation[];
  readonly reviews: readonly Review[];
  readonly actions: readonly CorrectiveAction[];
  /** Rules that the TMB has waived for a time; the prerequisite returns when `until` is over (T35). */
  readonly waivers: readonly Waiver[];
  /** A suspension ordered by the TMB, its cause being `TMB_ORDER`; `until` is inclusive (T34). */
  readonly tmbSuspension: { readonly since: Instant; readonly until: Day } | null;
  /** The latest TMB decision: uncured causes count their sixty days from it (T32). */
  readonly decidedAt: Instant | null;
  /** Reinstated after an appeal: reviews due until then are due thirty days later (lifecycle.md D19). */
  readonly reinstatedAt: Instant | null;
}

export interface Escalation {
  readonly id: string;
  readonly level: Level;
  readonly trigger: string;
  readonly owner: Desk;
  readonly open: boolean;
  /** When the item reached its present level or owner: the clock of T42–T45. */
  readonly since: Instant;
  /** When it reached its present level, whoever owns it. */
  readonly levelSince: Instant;
  readonly stage: EscalationStage;
  readonly text: string | null;
  readonly raisedBy: Raiser | null;
}

export type EscalationStage =
  | 'OPEN'
  | 'ACKNOWLEDGED'
  | 'RESOLVED'
  | 'DECIDED'
  | 'WITHDRAWN'
  | 'MOOT';

/** One annual review (ST.5.6): both partners' parts, the P-members' opinion, the TPM's section, the conclusion. */
export interface Review {
  readonly year: number;
  readonly dueOn: Day;
  readonly openedAt: Instant;
  readonly stage: 'OPEN' | 'MISSING' | 'COMPLETE' | 'FILED' | 'ESCALATED' | 'OVERTAKEN';
  readonly parts: Readonly<Partial<Record<Side, ReviewPart>>>;
  /** When the second of the two parts came in (T29). */
  readonly partsFiledAt: Instant | null;
  readonly survey: Survey | 'NO_SURVEY_DATA' | null;
  readonly tpmSection: { readonly text: string; readonly at: Instant } | null;
}

export interface ReviewPart {
  readonly rating: number;
  readonly text: string;
  readonly late: boolean;
}

export interface CorrectiveAction extends ActionOrder {
  readonly orderedAt: Instant;
  readonly reportedAt: Instant | null;
  readonly confirmed: boolean;
}

export interface Waiver {
  readonly rule: string;
  readonly until: Day;
  readonly since: Instant;
}

export const noOversight: OversightState = {
  escalations: [],
  reviews: [],
  actions: [],
  waivers: [],
  tmbSuspension: null,
  decidedAt: null,
  reinstatedAt: null,
};

/** The sides whose part of the review is still missing. */
export const missingSides = (review: Review): readonly Side[] =>
  SIDES.filter((side) => review.parts[side] === undefined);

/** A review to which a partner may still contribute. */
export const takesParts = (review: Review): boolean =>
  review.stage === 'OPEN' || review.stage === 'MISSING';
