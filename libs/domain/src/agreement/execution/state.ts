import type { Instant } from '../../calendar/zurich.js';

export interface ExecutionState {
  /** Causes of suspension form a set (lifecycle.md D14). */
  readonly causes: readonly SuspensionCause[];
}

export interface SuspensionCause {
  readonly cause:
    | 'PREREQUISITE'
    | 'MUTUAL_PAUSE'
    | 'TMB_ORDER'
    | 'NOMINEE_VACANT'
    | 'NOMINEE_TERM_ENDED';
  /** What the cause is about, e.g. the rule and side broken; distinguishes causes of one kind. */
  readonly subject: string;
  readonly since: Instant;
}

export const noExecution: ExecutionState = { causes: [] };
