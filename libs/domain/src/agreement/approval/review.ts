import { command } from '../../kernel/definition.js';
import { firstRefusal, refuse, type Refusal } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import { choice, date, hash, integer, list, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dayAt } from '../../calendar/zurich.js';
import { currentBallot } from './state.js';

const BALLOT_TYPES = ['CHAIR', 'SECRETARIAT'] as const;

const returnsLeft = (state: Agreement): Refusal | null => {
  const limit = rulesOf(state).lifecycle_defaults.returns_max;
  return state.approval.returns < limit
    ? null
    : refuse('RETURN_LIMIT_REACHED', 'lifecycle B2', { limit });
};

/** A decided ballot cannot be avoided by returning the request (lifecycle.md D13). */
export const notDecided = (state: Agreement): Refusal | null => {
  const outcome = currentBallot(state.approval)?.outcome;
  return outcome === 'APPROVED' || outcome === 'NOT_APPROVED'
    ? refuse('BALLOT_DECIDED', 'lifecycle D13', { outcome })
    : null;
};

/** Cancels the ballot that counts, when it is not decided; its votes never count again. */
export function cancelBallot(
  state: Agreement,
  reason: 'RETURNED' | 'WITHDRAWN' | 'REPLACED',
): readonly AgreementEvent[] {
  const ballot = currentBallot(state.approval);
  return ballot === null || state.stage !== 'IN_TMB_BALLOT'
    ? []
    : [event('TmbBallotCancelled', { ballot: ballot.id, reason })];
}

export const ReturnForCompletion = command({
  clause: 'ST.5.5',
  allowed: [
    { roles: ['TPM', 'TMB_SEC'], in: ['IN_REVIEW_TPM'] },
    { roles: ['TMB_SEC'], in: ['IN_TMB_BALLOT'] },
    { roles: ['COMMITTEE_MANAGER'], in: ['IN_COMMITTEE_DECISION'] },
  ],
  shape: object({
    reason: choice('INCOMPLETE', 'NEEDS_CHANGE', 'NOMINEE_REFUSED'),
    points: list(text(2000), 0, 50),
  }),
  open: (state) => firstRefusal(returnsLeft(state), notDecided(state)),
  decide(state, { reason, points }, ctx) {
    const wrong = firstRefusal(
      points.length === 0 ? refuse('REASON_REQUIRED', 'ST.5.5') : null,
      returnsLeft(state),
      notDecided(state),
    );
    const by =
      ctx.actor.role === 'TPM' || ctx.actor.role === 'COMMITTEE_MANAGER'
        ? ctx.actor.role
        : ('TMB_SEC' as const);
    return (
      wrong ?? [
        ...cancelBallot(state, 'RETURNED'),
        event('RequestReturned', { reason, points, by }),
      ]
    );
  },
});

export const ApproveByTpm = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TPM'], in: ['IN_REVIEW_TPM'], types: ['P_MEMBER'] }],
  shape: object({ remarks: optional(text(4000)) }),
  decide: (_, { remarks }, ctx) => [
    event('TwinningApproved', {
      body: 'TPM',
      basis: 'REVIEW',
      reference: null,
      decidedOn: ctx.today,
      reasons: remarks ?? null,
    }),
  ],
});

export const RejectByTpm = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TPM'], in: ['IN_REVIEW_TPM'], types: ['P_MEMBER'] }],
  shape: object({ reasons: optional(text(4000)) }),
  decide: (_, { reasons }, ctx) =>
    reasons === undefined
      ? refuse('REASON_REQUIRED', 'ST.5.5')
      : [
          event('TwinningRejected', {
            body: 'TPM',
            basis: 'REVIEW',
            reference: null,
            decidedOn: ctx.today,
            reasons,
          }),
        ],
});

export const RecordTpmAssessment = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['TPM'], in: ['IN_REVIEW_TPM'], types: BALLOT_TYPES }],
  shape: object({ text: text(8000), statistics: optional(hash()) }),
  papers: (_, { statistics }) => papersIn('statistics', [statistics]),
  decide(state, { text: assessment, statistics }) {
    if (statistics === undefined) {
      return refuse('BALLOT_PACK_INCOMPLETE', 'ST.5.5', { missing: ['statistics'] });
    }
    const given = state.approval.assessment;
    return given?.text === assessment && given.statistics === statistics
      ? []
      : [event('TpmAssessmentRecorded', { text: assessment, statistics })];
  },
});

export const RecordCommitteeDecision = command({
  clause: 'ST.5.5',
  allowed: [{ roles: ['COMMITTEE_MANAGER'], in: ['IN_COMMITTEE_DECISION'], types: ['CONVENOR'] }],
  shape: object({
    resolution: optional(text(120)),
    source: choice('CIB', 'MEETING'),
    yes: optional(integer(0, 500)),
    no: optional(integer(0, 500)),
    approved: choice('YES', 'NO'),
    decidedOn: date(),
  }),
  decide(state, { resolution, source, yes, no, approved, decidedOn }, ctx) {
    const { submittedAt } = state.approval;
    if (resolution === undefined) return refuse('REFERENCE_REQUIRED', 'ST.5.5');
    if (decidedOn > ctx.today || (submittedAt !== null && decidedOn < dayAt(submittedAt))) {
      return refuse('BACKDATED', 'G12', { decidedOn });
    }
    const carried = approved === 'YES';
    if (source === 'CIB' && (yes === undefined || no === undefined || yes > no !== carried)) {
      return refuse('DECISION_CONTRADICTS_TALLY', 'DIR 1.7', { yes: yes ?? null, no: no ?? null });
    }
    const decision = {
      body: 'COMMITTEE' as const,
      basis: source,
      reference: resolution,
      decidedOn,
      reasons: null,
    };
    return [
      event('CommitteeDecisionRecorded', {
        resolution,
        source,
        yes: yes ?? null,
        no: no ?? null,
        approved: carried,
        decidedOn,
      }),
      event(carried ? 'TwinningApproved' : 'TwinningRejected', decision),
    ];
  },
});
