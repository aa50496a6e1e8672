import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import { withDecision } from '../ending/state.js';
import type { ApprovalEvents } from './events.js';
import type { ApprovalState, Ballot } from './state.js';

const change = (state: Agreement, part: Partial<ApprovalState>): Agreement => ({
  ...state,
  approval: { ...state.approval, ...part },
});

const changeBallot = (
  state: Agreement,
  id: string,
  by: (ballot: Ballot) => Partial<Ballot>,
): Agreement =>
  change(state, {
    ballots: changeWhere(
      state.approval.ballots,
      (b) => b.id === id,
      (b) => ({ ...b, ...by(b) }),
    ),
  });

export const evolveApproval: Evolvers<ApprovalEvents> = {
  RequestReturned: (state, _, at) =>
    change(
      { ...state, stage: 'RETURNED', proposal: { ...state.proposal, lastActivity: at } },
      { returns: state.approval.returns + 1, returnedAt: at, assessedAt: null, assessment: null },
    ),
  TpmAssessmentRecorded: (state, { text, statistics }, at) =>
    change(state, { assessedAt: at, assessment: { text, statistics } }),
  TmbBallotOpened: (state, { ballot, entitled, closesOn }, at) =>
    change(
      { ...state, stage: 'IN_TMB_BALLOT' },
      {
        ballots: [
          ...state.approval.ballots,
          {
            id: ballot,
            entitled,
            openedAt: at,
            closesOn,
            extended: false,
            votes: [],
            closedAt: null,
            outcome: null,
            cancelled: false,
          },
        ],
      },
    ),
  TmbVoteCast: (state, { ballot, body, choice, comment, reference }) =>
    changeBallot(state, ballot, (b) => ({
      votes: [...b.votes.filter((v) => v.body !== body), { body, choice, comment, reference }],
    })),
  TmbVoteWithdrawn: (state, { ballot, body }) =>
    changeBallot(state, ballot, (b) => ({ votes: b.votes.filter((v) => v.body !== body) })),
  TmbBallotExtended: (state, { ballot, closesOn }) =>
    changeBallot(state, ballot, () => ({ closesOn, extended: true })),
  TmbBallotClosed: (state, { ballot, outcome }, at) =>
    changeBallot(state, ballot, () => ({ closedAt: at, outcome })),
  TmbBallotCancelled: (state, { ballot }) =>
    changeBallot(state, ballot, () => ({ cancelled: true })),
  CommitteeDecisionRecorded: (state) => state,
  TwinningApproved: (state, { body, reference, decidedOn }, at) =>
    change(
      withDecision(
        { ...state, stage: 'APPROVED' },
        { kind: 'APPROVAL', body, reference, decidedOn },
      ),
      { approvedAt: at, registrableSince: at, blocked: null },
    ),
  TwinningRejected: (state, { body, reference, decidedOn }) =>
    withDecision(
      { ...state, stage: 'REJECTED' },
      { kind: 'REJECTION', body, reference, decidedOn },
    ),
  ArrangementRegisteredInGd: (state, { registeredOn, agreementDueOn, claims }) =>
    change(
      { ...state, stage: 'AGREEMENT_PENDING' },
      { registration: { registeredOn, agreementDueOn, claims }, blocked: null },
    ),
  CommitteeNotified: (state) => state,
  RegistrationBlocked: (state, { codes }, at) => change(state, { blocked: { since: at, codes } }),
  RegistrationUnblocked: (state, _, at) => change(state, { blocked: null, registrableSince: at }),
};
