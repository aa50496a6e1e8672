import type { Day } from '../../calendar/day.js';
import type { Desk } from '../../kernel/vocabulary.js';

export type Level = 'L1' | 'L2' | 'L3' | 'L4';

/** Events of lifecycle.md B5. */
export interface OversightEvents {
  /** A task for a desk on the ladder L1–L3; `trigger` is a timer id or a code such as `PROBLEM`. */
  EscalationRaised: {
    id: string;
    level: Level;
    trigger: string;
    owner: Desk;
    text: string | null;
    dueOn: Day | null;
  };
  /** An L4 item: brings the agreement under TMB review when it is in force. */
  EscalatedToTmb: { id: string; trigger: string; text: string | null; dueOn: Day | null };
}
