import type { Slice } from '../../kernel/definition.js';
import type { ProposalEvents } from './events.js';

export const proposal: Slice<ProposalEvents> = {
  commands: {},
  evolve: {
    TwinningDraftStarted: (state, payload, at) => ({
      ...state,
      stage: 'DRAFT',
      type: payload.type,
      initiator: payload.side,
      lead: payload.side === 'LEAD' ? payload.member : null,
      twinned: payload.side === 'TWINNED' ? payload.member : null,
      committee: payload.committee,
      workingGroup: payload.workingGroup,
      ruleset: payload.ruleset,
      proposal: { ...state.proposal, lastActivity: at },
    }),
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
