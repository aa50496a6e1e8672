import { reactionsTo } from '../agreement/execution/reactions.js';
import { dayAt, startOf, toMs, type Instant } from '../calendar/zurich.js';
import { decide, type Surroundings } from '../kernel/decide.js';
import { isRefusal, type Refusal } from '../kernel/decision.js';
import { fireNext, nextDeadline } from '../kernel/due.js';
import { foldedOn } from '../kernel/evolve.js';
import type { AgreementEvent } from '../kernel/events.js';
import { REGISTRY } from '../kernel/principal.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import { startAhead, type StartAhead } from '../texts/status.js';
import type { Deadline } from '../kernel/timers.js';
import { phaseOf } from '../kernel/views.js';
import type { Phase, Status } from '../kernel/vocabulary.js';
import {
  inRole,
  toldByRegistry,
  withFact,
  type Supposed,
  type SupposedCommand,
  type SupposedFact,
} from './supposed.js';

/** What would happen at one instant, and why. */
export interface SimulatedMoment {
  readonly at: Instant;
  readonly because:
    | { readonly kind: 'DEADLINE'; readonly deadline: Deadline }
    | { readonly kind: 'COMMAND'; readonly does: SupposedCommand }
    | { readonly kind: 'FACT'; readonly fact: SupposedFact };
  readonly events: readonly AgreementEvent[];
  /** Why a supposed command would not be accepted; then nothing happens. */
  readonly refusal: Refusal | null;
  /** After this moment. */
  readonly status: Status;
  readonly phase: Phase;
  /** Accepted, and the first day still to come. */
  readonly startAhead: StartAhead | null;
  /** How often the same reminder would come again, and when last: a weekly alert is one moment. */
  readonly again: number;
  readonly lastAt: Instant;
}

export interface Simulation {
  readonly moments: readonly SimulatedMoment[];
  /** The agreement as it would be at the end. */
  readonly state: Agreement;
  /** Why the simulation went no further: the day asked for, nothing left to wait for, or too much happened. */
  readonly ended: 'UNTIL' | 'NOTHING_LEFT' | 'LIMIT';
}

/** Far beyond any real agreement: five years of weekly alerts on several desks are some two thousand. */
const MOST_TIMERS = 6_000;

/**
 * Runs the real decider forward from `around.now` to `until` under the suppositions, without writing anything: due
 * timers first, then what is supposed, as in lifecycle.md D1. The suppositions are taken in the order of their days.
 */
export function simulate(
  state: Agreement,
  supposed: readonly Supposed[],
  until: Instant,
  around: Omit<Surroundings, 'principal'>,
): Simulation {
  return foldedOn(state, (start) => played(new Run(start, around), supposed, until));
}

function played(run: Run, supposed: readonly Supposed[], until: Instant): Simulation {
  const ordered = [...supposed].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  for (const next of ordered) {
    const start = startOf(next.on);
    const at = toMs(start) < toMs(run.now) ? run.now : start;
    if (toMs(at) > toMs(until)) break;
    run.waitUntil(at);
    if ('fact' in next) run.shows(next.fact);
    else run.does(next.does);
  }
  return run.waitUntil(until).end();
}

/** One simulated course of time; it exists only inside `simulate`. */
class Run {
  private readonly moments: SimulatedMoment[] = [];
  private readonly reminders = new Map<string, number>();
  private timers = 0;

  constructor(
    private state: Agreement,
    private around: Omit<Surroundings, 'principal'>,
  ) {}

  get now(): Instant {
    return this.around.now;
  }

  waitUntil(at: Instant): this {
    for (; this.timers < MOST_TIMERS; this.timers += 1) {
      const next = fireNext(this.state, { ...this.around, now: at });
      if (next === null) break;
      const { fired } = next;
      this.state = next.state;
      this.note(fired.deadline.due, { kind: 'DEADLINE', deadline: fired.deadline }, fired.events);
    }
    this.around = { ...this.around, now: at };
    return this;
  }

  does(does: SupposedCommand): void {
    const principal = inRole(does, this.state);
    const { command: type, payload } = does;
    const outcome = decide(this.state, { type, payload }, { ...this.around, principal });
    const refused = isRefusal(outcome);
    if (!refused) this.state = outcome.state;
    this.note(
      this.around.now,
      { kind: 'COMMAND', does },
      refused ? [] : outcome.events,
      refused ? outcome : null,
    );
  }

  shows(fact: SupposedFact): void {
    const { now } = this.around;
    this.around = { ...this.around, facts: withFact(this.around.facts, this.state, fact) };
    const told = toldByRegistry(this.state, fact, dayAt(now));
    const events: AgreementEvent[] = [];
    let refusal: Refusal | null = null;
    for (const { command: type, payload } of told === null ? [] : reactionsTo(this.state, told)) {
      const around = { ...this.around, principal: REGISTRY };
      const outcome = decide(this.state, { type, payload }, around);
      if (isRefusal(outcome)) {
        refusal ??= outcome;
        continue;
      }
      this.state = outcome.state;
      events.push(...outcome.events);
    }
    this.note(now, { kind: 'FACT', fact }, events, refusal);
  }

  end(): Simulation {
    const { moments, state } = this;
    const left = nextDeadline(state) !== null;
    const ended = this.timers >= MOST_TIMERS ? 'LIMIT' : left ? 'UNTIL' : 'NOTHING_LEFT';
    return { moments, state, ended };
  }

  private note(
    at: Instant,
    because: SimulatedMoment['because'],
    events: readonly AgreementEvent[],
    refusal: Refusal | null = null,
  ): void {
    const reminds = events.length > 0 && events.every((e) => e.type === 'ReminderRaised');
    if (reminds && because.kind === 'DEADLINE') {
      const { timer, step, subject } = because.deadline;
      const key = `${timer}/${step}/${subject}`;
      const first = this.reminders.get(key);
      const known = first === undefined ? undefined : this.moments[first];
      if (first !== undefined && known !== undefined) {
        this.moments[first] = { ...known, again: known.again + 1, lastAt: at };
        return;
      }
      this.reminders.set(key, this.moments.length);
    }
    const { state } = this;
    const [status, phase] = [statusOf(state), phaseOf(state)];
    this.moments.push({
      ...{ at, because, events, refusal, status, phase },
      ...{ startAhead: startAhead(state), again: 0, lastAt: at },
    });
  }
}
