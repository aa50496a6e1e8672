import {
  currentBallot,
  deadlines,
  phaseOf,
  statusOf,
  toMs,
  type Agreement,
  type Instant,
} from '@twinning/domain';

/** A short process of its own beside the agreement's workflow; its record is the agreement's stream. */
export interface OpenChild {
  readonly kind: 'evaluation' | 'ballot';
  readonly id: string;
}

/** Where an agreement stands, in codes and durations: all that Temporal is told. */
export interface Progress {
  readonly version: number;
  /** Real milliseconds until somebody must look again; null when no deadline is left. */
  readonly wakeInMs: number | null;
  readonly status: string;
  readonly phase: string;
  readonly type: string;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly committee: number | null;
  /** The timer that comes next, its step, whose silence it would end, and its due instant. */
  readonly next: {
    readonly timer: string;
    readonly step: string;
    readonly whose: string;
    readonly due: string;
  } | null;
  readonly children: readonly OpenChild[];
}

const OPEN_EVALUATION = ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'BODY_DECISION', 'APPROVED'];

export function progressOf(
  state: Agreement,
  now: Instant,
  realMs: (clockMs: number) => number,
): Progress {
  // In catch-up mode nothing is armed: the next entry moves time (D22).
  const waiting = state.catchUp?.open === true;
  const next = waiting ? null : (deadlines(state)[0] ?? null);
  return {
    version: state.version,
    wakeInMs:
      next === null
        ? waiting
          ? CATCH_UP_IDLE_MS
          : null
        : realMs(Math.max(0, toMs(next.due) - toMs(now))),
    status: statusOf(state),
    phase: phaseOf(state),
    type: state.type,
    lead: state.lead,
    twinned: state.twinned,
    committee: state.committee,
    next:
      next === null
        ? null
        : { timer: next.timer, step: next.step, whose: next.whose, due: next.due },
    children: childrenOf(state),
  };
}

/** The processes beside an agreement's workflow that its log has opened. */
export const childrenOf = (state: Agreement): readonly OpenChild[] => [
  ...state.evaluation.evaluations
    .filter((e) => OPEN_EVALUATION.includes(e.stage))
    .map((e) => ({ kind: 'evaluation' as const, id: e.id })),
  ...(state.catchUp?.open === true ? [] : openBallots(state)),
];

/** The TMB's ballot under way; one that is entered with the past runs by the dates of the entries. */
function openBallots(state: Agreement): readonly OpenChild[] {
  const ballot = currentBallot(state.approval);
  return state.stage === 'IN_TMB_BALLOT' && ballot?.closedAt === null
    ? [{ kind: 'ballot', id: ballot.id }]
    : [];
}

/** How long a workflow sleeps while an agreement with a past is being entered: a day, so that it never ends. */
const CATCH_UP_IDLE_MS = 86_400_000;
