import type { Slice } from '../../kernel/definition.js';
import { duties } from './duties.js';
import { escalationCommands } from './escalation.js';
import type { OversightEvents } from './events.js';
import { oversightEvolvers } from './evolve.js';
import { settle } from './overtaken.js';
import { reviewCommands } from './review.js';
import { deadlines, fire } from './timers.js';
import { tmbDecisionCommands } from './tmb-decision.js';

/** Annual review, problems and the ladder to the TMB (lifecycle.md B5). */
export const oversight: Slice<OversightEvents> = {
  commands: { ...reviewCommands, ...escalationCommands, ...tmbDecisionCommands },
  evolve: oversightEvolvers,
  deadlines,
  fire,
  duties,
  settle,
};
