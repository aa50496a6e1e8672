import type { Slice } from '../../kernel/definition.js';
import type { ApprovalEvents } from './events.js';

export const approval: Slice<ApprovalEvents> = {
  commands: {},
  evolve: {
    ArrangementRegisteredInGd: (state, payload) => ({
      ...state,
      stage: 'AGREEMENT_PENDING',
      approval: { ...state.approval, registration: payload },
    }),
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
