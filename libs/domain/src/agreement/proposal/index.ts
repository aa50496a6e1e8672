import type { Slice } from '../../kernel/definition.js';
import * as draft from './draft.js';
import { proposalDuties } from './duties.js';
import type { ProposalEvents } from './events.js';
import { resolveAnswered } from '../oversight/escalate.js';
import { evolveProposal } from './evolve.js';
import * as partner from './partner.js';
import * as submission from './submission.js';
import { fireProposal, proposalDeadlines } from './timers.js';

/** Proposal and partner selection (lifecycle.md B1). */
export const proposal: Slice<ProposalEvents> = {
  commands: {
    StartDraft: draft.StartDraft,
    EditRequest: draft.EditRequest,
    RecordSelfAssessment: draft.RecordSelfAssessment,
    RequestPartnerSearch: partner.RequestPartnerSearch,
    AnswerPartnerSearch: partner.AnswerPartnerSearch,
    InvitePartner: partner.InvitePartner,
    ConfirmPartner: partner.ConfirmPartner,
    DeclineInvitation: partner.DeclineInvitation,
    WithdrawInvitation: partner.WithdrawInvitation,
    LeaveDraft: partner.LeaveDraft,
    AcceptNomination: submission.AcceptNomination,
    DeclineNomination: submission.DeclineNomination,
    ConsentToRequest: submission.ConsentToRequest,
    SubmitRequest: submission.SubmitRequest,
    OverrideRenewal: submission.OverrideRenewal,
  },
  evolve: evolveProposal,
  deadlines: proposalDeadlines,
  fire: fireProposal,
  duties: proposalDuties,
  settle: (state) => resolveAnswered(state, proposalDeadlines, 'T3'),
};
