import type { Slice } from '../../kernel/definition.js';
import type { NegotiationEvents } from './events.js';

export const negotiation: Slice<NegotiationEvents> = {
  commands: {},
  evolve: {
    ArrangementActivated: (state, { start, end }, at) => ({
      ...state,
      stage: 'FORCE',
      term: { start, end, activatedAt: at, windowOpened: false },
    }),
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
