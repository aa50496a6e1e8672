import type { Day } from '../../calendar/day.js';
import type { Desk, Side } from '../../kernel/vocabulary.js';

export type Level = 'L1' | 'L2' | 'L3' | 'L4';

/** Outcome of an annual review (ST.5.6): UNSATISFACTORY goes to the TMB, the others are filed. */
export const REVIEW_OUTCOMES = [
  'SATISFACTORY',
  'SATISFACTORY_WITH_ACTIONS',
  'UNSATISFACTORY',
] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What the TMB may decide on an item (ST.5.7). */
export const TMB_ACTIONS = [
  'CONTINUE',
  'CONTINUE_WITH_ACTIONS',
  'CONTINUE_WITH_WAIVER',
  'SUSPEND',
  'CANCEL',
] as const;
export type TmbAction = (typeof TMB_ACTIONS)[number];

/** The opinion of the committee's P-members from the post-meeting survey; the score runs from 1 to 5. */
export interface Survey {
  readonly score: number;
  readonly answers: number;
  readonly reference: string;
}

/** A dated corrective action that a review or the TMB lays on a partner, or on both. */
export interface ActionOrder {
  readonly id: string;
  readonly side: Side | 'BOTH';
  readonly text: string;
  readonly dueOn: Day;
}

/** Who brought a problem in: a body, or a person of an ISO desk. */
export interface Raiser {
  readonly person: string | null;
  readonly member: number | null;
}

/** Events of lifecycle.md B5; `year` is the calendar year of the anniversary reviewed. */
export interface OversightEvents {
  AnnualReviewOpened: { year: number; dueOn: Day };
  /** `late`: after the grace; `attachedTo` is the L4 item it then belongs to. */
  PartnerAssessmentSubmitted: {
    side: Side;
    year: number;
    rating: number;
    text: string;
    late: boolean;
    attachedTo: string | null;
  };
  PMemberFeedbackRecorded: { year: number; survey: Survey | 'NO_SURVEY_DATA' };
  TpmAssessmentSectionCompleted: { year: number; text: string };
  AnnualReviewFiled: {
    year: number;
    outcome: Exclude<ReviewOutcome, 'UNSATISFACTORY'>;
    comment: string | null;
    actions: readonly ActionOrder[];
  };
  AnnualReviewEscalated: { year: number; comment: string | null };
  AnnualReviewMissing: { year: number; side: Side };
  AnnualReviewOvertaken: { year: number };
  /** Reported by the partner in charge (`confirmed` false), then confirmed by the TPM. */
  CorrectiveActionCompleted: {
    id: string;
    side: Side | null;
    confirmed: boolean;
    text: string | null;
  };
  /** A task for a desk on the ladder L1–L3; `trigger` is a timer id or a code such as `PROBLEM`. */
  EscalationRaised: {
    id: string;
    level: Level;
    trigger: string;
    owner: Desk;
    text: string | null;
    dueOn: Day | null;
    raisedBy?: Raiser;
  };
  /** An L4 item: brings the agreement under TMB review when it is in force. */
  EscalatedToTmb: { id: string; trigger: string; text: string | null; dueOn: Day | null };
  EscalationAcknowledged: { id: string };
  EscalationHandedOver: { id: string; to: Desk; level: Level; reason: string };
  EscalationResolved: { id: string; outcome: string };
  EscalationWithdrawn: { id: string };
  EscalationMooted: { id: string };
  /** One decision on all open items (lifecycle.md D14); `byAppeal`: it replaces an action that was appealed. */
  TmbActionDecided: {
    action: TmbAction;
    reference: string;
    decidedOn: Day;
    items: readonly string[];
    until: Day | null;
    rule: string | null;
    actions: readonly ActionOrder[];
    comment: string | null;
    byAppeal: boolean;
  };
  /** A decision dated before the end and recorded after it: without effect (lifecycle.md D7). */
  TmbActionNoted: { action: TmbAction; reference: string; decidedOn: Day };
}
