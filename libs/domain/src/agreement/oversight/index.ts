import type { Slice } from '../../kernel/definition.js';
import type { OversightEvents } from './events.js';

export const oversight: Slice<OversightEvents> = {
  commands: {},
  evolve: {
    EscalationRaised: (state, { id, level, trigger, owner }, at) => ({
      ...state,
      oversight: {
        ...state.oversight,
        escalations: [
          ...state.oversight.escalations,
          { id, level, trigger, owner, open: true, since: at },
        ],
      },
    }),
    EscalatedToTmb: (state, { id, trigger }, at) => ({
      ...state,
      oversight: {
        ...state.oversight,
        escalations: [
          ...state.oversight.escalations,
          { id, level: 'L4', trigger, owner: 'TMB_SEC', open: true, since: at },
        ],
      },
    }),
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
