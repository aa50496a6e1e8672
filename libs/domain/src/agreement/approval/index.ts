import type { Slice } from '../../kernel/definition.js';
import * as ballot from './ballot.js';
import { approvalDuties } from './duties.js';
import type { ApprovalEvents } from './events.js';
import { resolveAnswered } from '../oversight/escalate.js';
import { evolveApproval } from './evolve.js';
import { RegisterInGD } from './registration.js';
import * as review from './review.js';
import { approvalDeadlines, fireApproval } from './timers.js';

/** Approval by the body that the type asks for, and registration (lifecycle.md B2). */
export const approval: Slice<ApprovalEvents> = {
  commands: {
    ReturnForCompletion: review.ReturnForCompletion,
    ApproveByTpm: review.ApproveByTpm,
    RejectByTpm: review.RejectByTpm,
    RecordTpmAssessment: review.RecordTpmAssessment,
    OpenTmbBallot: ballot.OpenTmbBallot,
    CastTmbVote: ballot.CastTmbVote,
    WithdrawTmbVote: ballot.WithdrawTmbVote,
    CloseTmbBallotEarly: ballot.CloseTmbBallotEarly,
    RecordTmbDecision: ballot.RecordTmbDecision,
    RecordCommitteeDecision: review.RecordCommitteeDecision,
    RegisterInGD,
  },
  evolve: evolveApproval,
  deadlines: approvalDeadlines,
  fire: fireApproval,
  duties: approvalDuties,
  settle: (state) => resolveAnswered(state, approvalDeadlines, 'T5', 'T6', 'T7', 'T13'),
};
