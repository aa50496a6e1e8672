import type { Day } from '../calendar/day.js';
import type { Instant } from '../calendar/zurich.js';
import type { ApprovalState } from '../agreement/approval/state.js';
import type { EndingState } from '../agreement/ending/state.js';
import type { EvaluationState } from '../agreement/evaluation/state.js';
import type { ExecutionState } from '../agreement/execution/state.js';
import type { NegotiationState } from '../agreement/negotiation/state.js';
import type { OversightState } from '../agreement/oversight/state.js';
import type { ProposalState } from '../agreement/proposal/state.js';
import type { JsonObject } from './schema.js';
import { rulesetById, type Ruleset, type RulesetId } from '../rulesets/index.js';
import {
  FORCE,
  isOneOf,
  type Side,
  type Stage,
  type Status,
  type TwinningType,
} from './vocabulary.js';

/** One agreement as its stream has it: plain JSON, folded by `evolve`, never changed in place. */
export interface Agreement {
  readonly id: string;
  /** Number of events folded. */
  readonly version: number;
  readonly stage: Stage;
  readonly type: TwinningType;
  /** The side that opened the draft. */
  readonly initiator: Side;
  readonly lead: number | null;
  readonly twinned: number | null;
  readonly committee: number | null;
  readonly workingGroup: string | null;
  /** Stamped at the first submission and kept (OQ-21). */
  readonly ruleset: RulesetId;
  /** Keys of the timers that have fired (lifecycle.md D4). */
  readonly fired: Readonly<Record<string, true>>;
  readonly jointActs: Readonly<Record<string, OpenJointAct>>;
  /** Entry of the past (lifecycle.md D22); null when the agreement never was in catch-up mode. */
  readonly catchUp: { readonly open: boolean; readonly lastOccurredOn: Instant } | null;
  /** Force: set by `ArrangementActivated`; the days are inclusive. */
  readonly term: Term | null;
  readonly proposal: ProposalState;
  readonly approval: ApprovalState;
  readonly negotiation: NegotiationState;
  readonly execution: ExecutionState;
  readonly oversight: OversightState;
  readonly evaluation: EvaluationState;
  readonly ending: EndingState;
}

export interface Term {
  readonly start: Day;
  readonly end: Day;
  readonly activatedAt: Instant;
  /** Set by `EndingWindowOpened` (T64). */
  readonly windowOpened: boolean;
  /** The parent of a chair's subcommittee, which may renew the term; absent in agreements from before it was recorded. */
  readonly parent?: number;
}

/** A joint act proposed by one side and not yet agreed by the other (lifecycle.md B, "Joint act"). */
export interface OpenJointAct {
  readonly kind: string;
  readonly side: Side;
  readonly contentHash: string;
  /** What the other side agrees to, as the command says it; absent where the event does not have it. */
  readonly content?: JsonObject;
  readonly proposedAt: Instant;
}

export const rulesOf = (state: Agreement): Ruleset => rulesetById(state.ruleset);

/** The status: in force derived from open L4 items, suspension causes and the window (lifecycle.md A). */
export function statusOf(state: Agreement): Status {
  if (state.stage === 'NONE') return 'DRAFT';
  if (state.stage !== 'FORCE') return state.stage;
  if (state.oversight.escalations.some((e) => e.level === 'L4' && e.open))
    return 'UNDER_TMB_REVIEW';
  if (state.execution.causes.length > 0) return 'SUSPENDED';
  return state.term?.windowOpened === true ? 'ENDING' : 'ACTIVE';
}

export const inForce = (state: Agreement): boolean => isOneOf(FORCE, statusOf(state));

/** The side on which this member body stands, or null for a third body. */
export function sideOf(state: Agreement, member: number | null): Side | null {
  if (member === null) return null;
  if (member === state.lead) return 'LEAD';
  return member === state.twinned ? 'TWINNED' : null;
}

export const memberOn = (state: Agreement, side: Side): number | null =>
  side === 'LEAD' ? state.lead : state.twinned;
