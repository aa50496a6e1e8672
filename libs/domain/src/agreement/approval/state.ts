import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';

export interface ApprovalState {
  /** The latest (re)submission; null before the first. */
  readonly submittedAt: Instant | null;
  readonly returns: number;
  readonly registration: Registration | null;
}

/** Registration in the Global Directory: starts the three months (ST.5.5) and takes the claims (G6). */
export interface Registration {
  readonly registeredOn: Day;
  /** Last inclusive day for agreement and plan (T17), without the exception (T18). */
  readonly agreementDueOn: Day;
  readonly claims: readonly string[];
}

export const noApproval: ApprovalState = { submittedAt: null, returns: 0, registration: null };
