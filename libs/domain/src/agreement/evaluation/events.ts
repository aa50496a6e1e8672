import type { Day } from '../../calendar/day.js';
import type { Said } from '../../kernel/saying.js';
import type { Side } from '../../kernel/vocabulary.js';
import type { Body, EvaluationKind, Office } from './kinds.js';
import type { Part, Readiness } from './readiness.js';

/** Why an evaluation ended without a decision. */
export type WithdrawalReason =
  | 'PARTNER'
  | 'NO_DECISION'
  | 'NOT_CONFIRMED'
  | 'ALREADY_P'
  | 'AGREEMENT_ENDED';

/** Who says that a status or an office has changed. */
export type Source = 'REGISTRY' | 'MBUA' | 'ISO_CS' | 'AGREEMENT_ENDED';

/** Events of lifecycle.md B7. */
export interface EvaluationEvents {
  /** The twinned member is P in the committee: by the registry, its own body or ISO/CS. */
  StatusChangeConfirmed: { member: number; source: string; since: string };
  /** Said by the body against the registry: kept, without effect, until an import or ISO/CS settles it (D16). */
  StatusChangeClaimed: { member: number; since: Day };

  /** `by` is null when the window opened it; `status` is what the registry then showed of the twinned body. */
  TransitionProposed: {
    id: string;
    kind: EvaluationKind;
    office: Office;
    by: Side | null;
    status: 'P' | 'O' | null;
  };
  EvidenceRecorded: {
    evaluation: string;
    part: Part;
    item: string;
    value: number;
    reference: string | null;
  };
  EvidenceClosed: { evaluation: string; side: Part };
  ReadinessReviewed: { evaluation: string } & Readiness;
  TransitionSubmitted: {
    evaluation: string;
    body: Body;
    papers: readonly { readonly title: string; readonly hash: string }[];
  };
  /** `earliest` is the first day on which the secretariat may change hands (DIR 1.9.3, 1.9.4). */
  RelinquishNoticeGiven: { member: number; earliest: Day };
  /** `decision`: under which an appeal names it; absent where nothing can be appealed, and in records from before. */
  TransitionApproved: {
    evaluation: string;
    body: Body;
    reference: string | null;
    decidedOn: Day;
    effectiveOn: Day;
    yes: number | null;
    no: number | null;
    decision?: string;
  };
  TransitionRefused: {
    evaluation: string;
    body: Body;
    reference: string | null;
    decidedOn: Day;
    reason: string | null;
    decision?: string;
  };
  TransitionCompleted: { evaluation: string; source: Source; since: Day };
  TransitionWithdrawn: { evaluation: string; reason: WithdrawalReason } & Said;
}
