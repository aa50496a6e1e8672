import type { Day } from '../../calendar/day.js';
import type { BallotOutcome, Tally, VoteChoice } from './tally.js';

/** Events of lifecycle.md B2. */
export interface ApprovalEvents {
  RequestReturned: {
    reason: 'INCOMPLETE' | 'NEEDS_CHANGE' | 'NOMINEE_REFUSED' | 'NOMINEE_DECLINED';
    points: readonly string[];
    by: 'TPM' | 'TMB_SEC' | 'COMMITTEE_MANAGER' | null;
  };
  TpmAssessmentRecorded: { text: string; statistics: string };
  TmbBallotOpened: { ballot: string; entitled: readonly number[]; closesOn: Day };
  TmbVoteCast: {
    ballot: string;
    body: number;
    choice: VoteChoice;
    comment: string | null;
    /** Reference in the external ballot portal when the TMB secretariat carries the vote in. */
    reference: string | null;
    /** The voting body is a partner of the agreement: its vote counts and is shown (lifecycle.md D21). */
    partner: boolean;
  };
  TmbVoteWithdrawn: { ballot: string; body: number };
  TmbBallotExtended: { ballot: string; closesOn: Day };
  TmbBallotClosed: { ballot: string; tally: Tally; outcome: BallotOutcome };
  TmbBallotCancelled: { ballot: string; reason: 'RETURNED' | 'WITHDRAWN' | 'REPLACED' };
  CommitteeDecisionRecorded: {
    resolution: string;
    source: 'CIB' | 'MEETING';
    yes: number | null;
    no: number | null;
    approved: boolean;
    decidedOn: Day;
  };
  TwinningApproved: {
    body: 'TPM' | 'COMMITTEE' | 'TMB';
    basis: 'REVIEW' | 'BALLOT' | 'MEETING' | 'CIB';
    reference: string | null;
    decidedOn: Day;
    reasons: string | null;
  };
  TwinningRejected: {
    body: 'TPM' | 'COMMITTEE' | 'TMB';
    basis: 'REVIEW' | 'BALLOT' | 'MEETING' | 'CIB';
    reference: string | null;
    decidedOn: Day;
    reasons: string | null;
  };
  ArrangementRegisteredInGd: {
    registeredOn: Day;
    /** Last inclusive day for agreement and plan (ST.5.5). */
    agreementDueOn: Day;
    claims: readonly string[];
  };
  CommitteeNotified: {
    about: 'REGISTRATION' | 'ACTIVATION' | 'AMENDMENT' | 'END' | 'CHANGE_OF_PERSON';
    recipients: readonly string[];
    /** The outbox sends it to them; absent in commits from before it did. */
    byMessage?: true;
  };
  RegistrationBlocked: { codes: readonly string[] };
  RegistrationUnblocked: Record<never, never>;
}
