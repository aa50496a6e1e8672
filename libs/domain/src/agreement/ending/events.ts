import type { Day } from '../../calendar/day.js';
import type { Said } from '../../kernel/saying.js';
import type { Side, Stage } from '../../kernel/vocabulary.js';
import type { AppealLevel, AppealOutcome, DecidingBody } from './state.js';

/** Endings of an agreement, appeals and closure (lifecycle.md B8); reasons as section A lists them. */
export interface EndingEvents {
  ArrangementWithdrawn: {
    reason: 'PARTNERS' | 'IDLE_DRAFT' | 'NOT_COMPLETED' | 'NOTICE' | 'IMPOSSIBLE';
    by: Side | null;
    /** Why, in the words of whoever leaves. */
    why?: string;
  };
  ArrangementLapsed: {
    reason:
      | 'DOCUMENTS_MISSING'
      | 'NOT_SATISFACTORY_IN_TIME'
      | 'NOT_REGISTERED'
      | 'PREREQUISITE_NOT_CURED'
      | 'END_DATE_REACHED';
    deadline: Day;
  };
  ArrangementExpired: { endDate: Day; usedDays: number };
  ArrangementTerminated: {
    reason: 'MUTUAL' | 'NOTICE' | 'IMPOSSIBLE' | 'ROLE_TRANSFERRED';
    by: Side | null;
    on: Day;
  };
  ArrangementCancelled: { reason: 'TMB' | 'APPEAL'; reference: string; decidedOn: Day };
  ArrangementClosed: Record<never, never>;

  /** `decision` is null for an appeal against inaction; `inaction` then says what was not done. */
  AppealLodged: {
    id: string;
    decision: string | null;
    inaction: string | null;
    against: DecidingBody;
    level: AppealLevel;
    /** The parent committee, at level `TC`. */
    parent?: number;
    member: number;
    grounds: string;
    /** Hashes of the documents. */
    documents: readonly string[];
  };
  AppealReferred: { id: string; comments: string | null };
  AppealAdmitted: { id: string; reference: string };
  ConciliationHeld: { id: string; on: Day };
  ConciliationReported: { id: string; on: Day; recommendation: string | null };
  /** Also the dismissal at admission. Closes every open appeal on the same decision. */
  AppealDecided: {
    id: string;
    outcome: AppealOutcome;
    body: AppealLevel;
    reference: string;
    decidedOn: Day;
    reasons: string | null;
  };
  AppealWithdrawn: { id: string } & Said;
  DecisionFinal: { decision: string };

  /** Effects of a decision on appeal (lifecycle.md D20). */
  RejectionAnnulled: { appeal: string };
  ApprovalAnnulled: { appeal: string };
  ArrangementReinstated: { appeal: string; claims: readonly string[] };
  ReinstatementBlocked: { appeal: string; claim: string; holder: string | null };
  DecisionRemitted: {
    appeal: string;
    to: Extract<Stage, 'IN_REVIEW_TPM' | 'IN_COMMITTEE_DECISION'>;
  };

  ClosureReportFiled: { side: Side; text: string };
  ClosureReportWaived: { reason: string };
  GdRolesRemoved: { on: Day };
  FollowUpRecorded: { side: Side; text: string };
}
