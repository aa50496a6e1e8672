import type { Slice } from '../../kernel/definition.js';
import type { ExecutionEvents } from './events.js';

export const execution: Slice<ExecutionEvents> = {
  commands: {},
  evolve: {
    ArrangementSuspended: (state) => state,
    ArrangementResumed: (state) => state,
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
