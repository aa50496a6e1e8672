import type { Day } from '../../calendar/day.js';

/** Events of lifecycle.md B3. */
export interface NegotiationEvents {
  ArrangementActivated: {
    start: Day;
    end: Day;
    reviewDates: readonly Day[];
    meetingDates: readonly Day[];
  };
}
