import type { Duty } from '../../kernel/definition.js';
import type { Agreement } from '../../kernel/state.js';
import { requestDuties } from '../proposal/duties.js';
import { currentBallot } from './state.js';
import { approvalDeadlines } from './timers.js';

const dueOf = (state: Agreement, ...timers: readonly string[]) =>
  approvalDeadlines(state).find((d) => timers.includes(d.timer))?.due ?? null;

/** Whose move it is from submission to registration (lifecycle.md A, phase approval). */
export function approvalDuties(state: Agreement): readonly Duty[] {
  const { submittedAt, returnedAt, assessedAt, registrableSince, blocked } = state.approval;
  switch (state.stage) {
    case 'IN_REVIEW_TPM':
      return submittedAt === null
        ? []
        : state.type === 'P_MEMBER'
          ? [
              {
                id: 'review-request',
                desk: 'TPM',
                commands: ['ApproveByTpm', 'RejectByTpm', 'ReturnForCompletion'],
                since: submittedAt,
                due: dueOf(state, 'T6'),
                clause: 'ST.5.5',
              },
            ]
          : assessedAt === null
            ? [
                {
                  id: 'assess',
                  desk: 'TPM',
                  commands: ['RecordTpmAssessment', 'ReturnForCompletion'],
                  since: submittedAt,
                  due: dueOf(state, 'T7'),
                  clause: 'ST.5.5',
                },
              ]
            : [
                {
                  id: 'open-ballot',
                  desk: 'TMB_SEC',
                  commands: ['OpenTmbBallot', 'ReturnForCompletion'],
                  since: assessedAt,
                  due: dueOf(state, 'T8'),
                  clause: 'ST.5.5',
                },
              ];
    case 'IN_COMMITTEE_DECISION':
      return submittedAt === null
        ? []
        : [
            {
              id: 'committee-decision',
              desk: 'COMMITTEE_MANAGER',
              commands: ['RecordCommitteeDecision', 'ReturnForCompletion'],
              since: submittedAt,
              due: dueOf(state, 'T13'),
              clause: 'ST.5.5',
            },
          ];
    case 'IN_TMB_BALLOT':
      return ballotDuties(state);
    case 'RETURNED':
      return returnedAt === null
        ? []
        : requestDuties(state).map((d) => ({
            ...d,
            id: `returned-${d.id}`,
            since: returnedAt,
            due: approvalDeadlines(state).find((x) => x.step === 'withdraw')?.due ?? null,
          }));
    case 'APPROVED':
      return registrableSince === null
        ? []
        : [
            {
              id: blocked === null ? 'register' : 'cure-registration',
              desk:
                blocked !== null
                  ? 'BOTH'
                  : state.type === 'P_MEMBER' || state.type === 'CONVENOR'
                    ? 'TPM'
                    : 'TMB_SEC',
              commands: ['RegisterInGD'],
              since: blocked?.since ?? registrableSince,
              due: dueOf(state, 'T15', 'T16'),
              clause: 'ST.5.5',
            },
          ];
    default:
      return [];
  }
}

function ballotDuties(state: Agreement): readonly Duty[] {
  const ballot = currentBallot(state.approval);
  if (ballot === null) return [];
  if (ballot.closedAt === null) {
    return [
      {
        id: `vote:${ballot.id}`,
        desk: 'TMB_MEMBERS',
        commands: ['CastTmbVote'],
        since: ballot.openedAt,
        due: approvalDeadlines(state).find((d) => d.step === 'close')?.due ?? null,
        clause: 'ST.5.5',
      },
    ];
  }
  return [
    {
      id: `decide:${ballot.id}`,
      desk: 'TMB_SEC',
      commands:
        ballot.outcome === 'NO_QUORUM'
          ? ['OpenTmbBallot', 'RecordTmbDecision']
          : ['RecordTmbDecision'],
      since: ballot.closedAt,
      due: dueOf(state, 'T11', 'T12'),
      clause: 'ST.5.5',
    },
  ];
}
