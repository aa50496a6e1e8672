import type { Slice } from '../../kernel/definition.js';
import { appealCommands } from './appeals.js';
import { closeWhenDone, closureCommands } from './closure.js';
import { duties } from './duties.js';
import type { EndingEvents } from './events.js';
import { endingEvolvers } from './evolve.js';
import { deadlines, fire } from './timers.js';
import { Withdraw } from './withdraw.js';

/** Withdrawal, appeals and closure (lifecycle.md B8). */
export const ending: Slice<EndingEvents> = {
  commands: { Withdraw, ...appealCommands, ...closureCommands },
  evolve: endingEvolvers,
  deadlines,
  fire,
  duties,
  settle: closeWhenDone,
};
