import type { Instant } from '../calendar/zurich.js';
import type { ApprovalEvents } from '../agreement/approval/events.js';
import type { EndingEvents } from '../agreement/ending/events.js';
import type { EvaluationEvents } from '../agreement/evaluation/events.js';
import type { ExecutionEvents } from '../agreement/execution/events.js';
import type { NegotiationEvents } from '../agreement/negotiation/events.js';
import type { OversightEvents } from '../agreement/oversight/events.js';
import type { ProposalEvents } from '../agreement/proposal/events.js';
import type { JsonObject } from './schema.js';
import type { Agreement } from './state.js';
import type { Desk, Side } from './vocabulary.js';

// These names are the storage format: a name or a field, once written, is kept for ever. Change by a new schema version.

/** Events that no single phase owns. */
export interface KernelEvents {
  /**
   * `content` is the payload of the command, whose words both agree to; absent in events from before it was kept. `why`:
   * the side's reasons, in its own words.
   */
  JointActProposed: {
    kind: string;
    side: Side;
    contentHash: string;
    content?: JsonObject;
    why?: string;
  };
  JointActAgreed: { kind: string; side: Side; contentHash: string; why?: string };
  JointActDeclined: { kind: string; side: Side };
  JointActRetracted: { kind: string; side: Side };
  /** Silence of the other side for 30 days (T4), or the statuses of the act were left. */
  JointActExpired: { kind: string; reason: 'NO_ANSWER' | 'STATUS_LEFT' };
  /** A reminder or alert that the rules ask for; `step` names the sentence. */
  ReminderRaised: { timer: string; step: string; to: Desk; subject: string };
  /** For information: nobody owes anything by it. */
  CopySent: { about: 'REQUEST' | 'PLAN'; to: readonly Desk[] };
  CatchUpOpened: Record<never, never>;
  CatchUpClosed: Record<never, never>;
}

export type EventMap = KernelEvents &
  ProposalEvents &
  ApprovalEvents &
  NegotiationEvents &
  ExecutionEvents &
  OversightEvents &
  EvaluationEvents &
  EndingEvents;
export type EventType = keyof EventMap;

/** A new event, before the log gives it its envelope. `timer` is the key of the timer that fired (D4). */
export type AgreementEvent = {
  [K in EventType]: { readonly type: K; readonly payload: EventMap[K]; readonly timer?: string };
}[EventType];

/** An event of the stream as `evolve` reads it; `at` = occurredAt of the envelope: the clock of every H timer. */
export type StreamEvent = AgreementEvent & { readonly at: Instant };

export const event = <K extends EventType>(type: K, payload: EventMap[K]): AgreementEvent =>
  ({ type, payload }) as AgreementEvent;

/** One function per event: exhaustive by type, no default. */
export type Evolvers<Events> = {
  readonly [K in keyof Events]: (state: Agreement, payload: Events[K], at: Instant) => Agreement;
};
