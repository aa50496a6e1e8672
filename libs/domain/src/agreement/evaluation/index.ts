import type { Slice } from '../../kernel/definition.js';
import type { EvaluationEvents } from './events.js';

export const evaluation: Slice<EvaluationEvents> = {
  commands: {},
  evolve: {
    StatusChangeConfirmed: (state) => state,
  },
  deadlines: () => [],
  fire: () => [],
  duties: () => [],
};
