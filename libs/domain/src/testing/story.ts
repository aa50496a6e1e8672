import { instant, type Instant } from '../calendar/zurich.js';
import { decide, type Command, type Outcome } from '../kernel/decide.js';
import { isRefusal, type Context, type Refusal } from '../kernel/decision.js';
import { fireNext, type Fired } from '../kernel/due.js';
import type { AgreementEvent } from '../kernel/events.js';
import { emptyAgreement, evolve } from '../kernel/evolve.js';
import { NO_FACTS, type Claims, type Facts } from '../kernel/facts.js';
import type { Principal } from '../kernel/principal.js';
import type { Json } from '../kernel/schema.js';
import { statusOf, type Agreement } from '../kernel/state.js';

// A name of the module: in the tests' own context a global is looked up each time, which is slow for every letter.
const { imul } = Math;

/** A stand-in for SHA-256 that is readable in a failing test: equal text, equal hash; 64 hex digits. */
export function testHash(value: Json): string {
  const text = JSON.stringify(value);
  let a = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i += 1) a = imul(a ^ text.charCodeAt(i), 0x01000193);
  return (a >>> 0).toString(16).padStart(8, '0').repeat(8);
}

/**
 * A given/when/then story over the pure decider: time only goes forward, due timers are applied first (lifecycle.md
 * D1), `then` is exact and ordered. A refused command leaves the story unchanged.
 */
export class Story {
  state: Agreement;
  now: Instant;
  facts: Facts;
  claims: Claims = {};
  verifies: Context['verifies'] = undefined;
  /** Timers fired so far, in order. */
  readonly fired: Fired[] = [];
  /** Every event so far. */
  readonly history: AgreementEvent[] = [];

  constructor(now = '2027-01-04T09:00:00Z', facts: Facts = NO_FACTS) {
    this.state = emptyAgreement('00000000-0000-5000-8000-000000000001');
    this.now = instant(now);
    this.facts = facts;
  }

  get status(): string {
    return statusOf(this.state);
  }

  private get around() {
    return {
      now: this.now,
      facts: this.facts,
      claims: this.claims,
      hash: testHash,
      ...(this.verifies && { verifies: this.verifies }),
    };
  }

  /** Moves the clock and applies every timer due by then; returns what fired. */
  until(at: string): readonly Fired[] {
    const before = this.fired.length;
    this.now = instant(at.length === 10 ? `${at}T09:00:00Z` : at);
    for (let next = fireNext(this.state, this.around); next; ) {
      this.fired.push(next.fired);
      this.history.push(...next.fired.events);
      this.state = next.state;
      next = fireNext(this.state, this.around);
    }
    return this.fired.slice(before);
  }

  /** What the decider says, without recording it. */
  ask(principal: Principal, type: string, payload: unknown = {}): Outcome {
    this.until(this.now);
    const command: Command = { type, payload };
    return decide(this.state, command, { ...this.around, principal });
  }

  /** Records an accepted command and returns its events; throws with the code on a refusal. */
  does(principal: Principal, type: string, payload: unknown = {}): readonly AgreementEvent[] {
    const outcome = this.ask(principal, type, payload);
    if (isRefusal(outcome)) {
      throw new Error(`${type} refused: ${outcome.refused} ${JSON.stringify(outcome.details)}`);
    }
    this.history.push(...outcome.events);
    this.state = outcome.state;
    return outcome.events;
  }

  /** The refusal of a command; throws when it would be accepted. */
  refuses(principal: Principal, type: string, payload: unknown = {}): Refusal {
    const outcome = this.ask(principal, type, payload);
    if (isRefusal(outcome)) return outcome;
    throw new Error(`${type} accepted: ${outcome.events.map((e) => e.type).join(', ')}`);
  }

  /** Takes events as given, at the present instant. */
  given(...events: readonly AgreementEvent[]): this {
    for (const next of events) {
      this.state = evolve(this.state, { ...next, at: this.now });
      this.history.push(next);
    }
    return this;
  }
}

export const typesOf = (events: readonly AgreementEvent[]): readonly string[] =>
  events.map((e) => e.type);
