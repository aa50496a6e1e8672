import type { Instant } from '../../calendar/zurich.js';
import type { Evolvers } from '../../kernel/events.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import { otherSide } from '../../kernel/vocabulary.js';
import type { ProposalEvents } from './events.js';
import type { NamedPerson } from './form.js';
import type { Nominee, ProposalState } from './state.js';

const NO_CONSENT = { LEAD: null, TWINNED: null } as const;

const change = (state: Agreement, part: Partial<ProposalState>): Agreement => ({
  ...state,
  proposal: { ...state.proposal, ...part },
});

/** An act of a bound body: resets the clock of idle drafts (T1). */
const active = (state: Agreement, at: Instant, part: Partial<ProposalState> = {}): Agreement =>
  change(state, { ...part, lastActivity: at });

const closeInvitation = (state: Agreement, id: string): Partial<ProposalState> => ({
  invitations: changeWhere(
    state.proposal.invitations,
    (i) => i.id === id,
    (i) => ({ ...i, open: false }),
  ),
});

// An acceptance survives an edit only when the same person with the same CV is still named.
const keepAnswers = (state: Agreement, named: readonly NamedPerson[]): readonly Nominee[] =>
  named.map((n) => {
    const before = state.proposal.nominees.find(
      (b) => b.side === n.side && b.person === n.person && b.cv === n.cv,
    );
    return before ? { ...before, ...n } : { ...n, accepted: null, vacant: false, termEnd: null };
  });

const answered = (state: Agreement, person: string, accepted: boolean): Partial<ProposalState> => ({
  nominees: changeWhere(
    state.proposal.nominees,
    (n) => n.person === person,
    (n) => ({ ...n, accepted }),
  ),
});

export const evolveProposal: Evolvers<ProposalEvents> = {
  TwinningDraftStarted: (state, payload, at) =>
    active(
      {
        ...state,
        stage: 'DRAFT',
        type: payload.type,
        initiator: payload.side,
        lead: payload.side === 'LEAD' ? payload.member : null,
        twinned: payload.side === 'TWINNED' ? payload.member : null,
        committee: payload.committee,
        workingGroup: payload.workingGroup,
        ruleset: payload.ruleset,
      },
      at,
    ),
  RequestEdited: (state, { form, nominees, subject }, at) => {
    const turned = subject.initiatorSide !== state.initiator;
    const sides = turned ? { lead: state.twinned, twinned: state.lead } : {};
    return active(
      {
        ...state,
        ...sides,
        type: subject.type,
        committee: subject.committee,
        workingGroup: subject.workingGroup,
        initiator: subject.initiatorSide,
      },
      at,
      { form, nominees: keepAnswers(state, nominees), consents: NO_CONSENT },
    );
  },
  SelfAssessmentRecorded: (state, { side, part, answers }, at) =>
    active(state, at, {
      selfAssessments: [
        ...state.proposal.selfAssessments.filter((a) => a.side !== side || a.part !== part),
        { side, part, answers, at },
      ],
    }),
  PartnerSearchRequested: (state, { desk }, at) =>
    active(state, at, { search: { open: true, desk, since: at, candidates: [] } }),
  PartnerProposed: (state, { candidates }, at) =>
    active(state, at, {
      search: state.proposal.search && { ...state.proposal.search, open: false, candidates },
    }),
  PartnerSearchClosed: (state, _, at) =>
    active(state, at, {
      search: state.proposal.search && { ...state.proposal.search, open: false },
    }),
  InvitationSent: (state, { id, member, replyBy }, at) =>
    active(state, at, {
      invitations: [...state.proposal.invitations, { id, member, replyBy, open: true, sentAt: at }],
    }),
  InvitationDeclined: (state, { id }) => change(state, closeInvitation(state, id)),
  InvitationWithdrawn: (state, { id }, at) => active(state, at, closeInvitation(state, id)),
  InvitationExpired: (state, { id }) => change(state, closeInvitation(state, id)),
  InvitationClosed: (state, { id }) => change(state, closeInvitation(state, id)),
  PartnerConfirmed: (state, { member, side }, at) =>
    active(side === 'LEAD' ? { ...state, lead: member } : { ...state, twinned: member }, at, {
      consents: NO_CONSENT,
      invitations: changeWhere(
        state.proposal.invitations,
        (i) => i.member === member,
        (i) => ({ ...i, open: false }),
      ),
    }),
  PartnerReleased: (state, { side }, at) =>
    active(side === 'LEAD' ? { ...state, lead: null } : { ...state, twinned: null }, at, {
      consents: NO_CONSENT,
      nominees: state.proposal.nominees.filter((n) => n.side === otherSide(side)),
    }),
  NominationAccepted: (state, { person }, at) => active(state, at, answered(state, person, true)),
  NominationDeclined: (state, { person }, at) => active(state, at, answered(state, person, false)),
  RequestConsented: (state, { side, hash }, at) =>
    active(state, at, { consents: { ...state.proposal.consents, [side]: hash } }),
  EligibilityEvaluated: (state) => state,
  TwinningRequestSubmitted: (state, { ruleset }, at) => ({
    ...state,
    ruleset,
    approval: { ...state.approval, submittedAt: at, submissions: state.approval.submissions + 1 },
  }),
  RequestResubmitted: (state, _, at) => ({
    ...state,
    approval: { ...state.approval, submittedAt: at, submissions: state.approval.submissions + 1 },
  }),
  RequestRouted: (state, { destination }) => ({
    ...state,
    stage: destination === 'PARENT_COMMITTEE' ? 'IN_COMMITTEE_DECISION' : 'IN_REVIEW_TPM',
  }),
  RenewalOverridden: (state, { reason }) => change(state, { renewalOverride: reason }),
};
