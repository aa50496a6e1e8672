import type { Day } from '../../calendar/day.js';

/** Events of lifecycle.md B2. */
export interface ApprovalEvents {
  ArrangementRegisteredInGd: {
    registeredOn: Day;
    agreementDueOn: Day;
    claims: readonly string[];
  };
}
