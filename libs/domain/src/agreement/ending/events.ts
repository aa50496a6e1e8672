import type { Day } from '../../calendar/day.js';
import type { Side } from '../../kernel/vocabulary.js';

/** Endings of an agreement, appeals and closure (lifecycle.md B8); reasons as section A lists them. */
export interface EndingEvents {
  ArrangementWithdrawn: {
    reason: 'PARTNERS' | 'IDLE_DRAFT' | 'NOT_COMPLETED' | 'NOTICE' | 'IMPOSSIBLE';
    by: Side | null;
  };
  ArrangementLapsed: {
    reason:
      | 'DOCUMENTS_MISSING'
      | 'NOT_SATISFACTORY_IN_TIME'
      | 'NOT_REGISTERED'
      | 'PREREQUISITE_NOT_CURED'
      | 'END_DATE_REACHED';
    deadline: Day;
  };
  ArrangementExpired: { endDate: Day; usedDays: number };
  ArrangementTerminated: {
    reason: 'MUTUAL' | 'NOTICE' | 'IMPOSSIBLE' | 'ROLE_TRANSFERRED';
    by: Side | null;
    on: Day;
  };
  ArrangementCancelled: { reason: 'TMB' | 'APPEAL'; reference: string; decidedOn: Day };
  ArrangementClosed: Record<never, never>;
}
