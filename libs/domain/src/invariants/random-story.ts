import fc from 'fast-check';
import { addDays } from '../calendar/day.js';
import { dayAt, fromMs, instant, startOf, toMs, type Instant } from '../calendar/zurich.js';
import { decide } from '../kernel/decide.js';
import { isRefusal, type Refusal } from '../kernel/decision.js';
import { deadlines, fireNext, nextDeadline, type Fired } from '../kernel/due.js';
import type { AgreementEvent, StreamEvent } from '../kernel/events.js';
import type { Claims, Facts } from '../kernel/facts.js';
import type { Principal } from '../kernel/principal.js';
import { definitions } from '../kernel/slices.js';
import type { Agreement } from '../kernel/state.js';
import { actionsFor } from '../kernel/views.js';
import { TWINNING_TYPES, type TwinningType } from '../kernel/vocabulary.js';
import { RULESET_IDS, type RulesetId } from '../rulesets/index.js';
import { cast, COMMITTEE, IES, usualFacts } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { changedClaims, changedFacts } from './changing-facts.js';
import { Entropy } from './entropy.js';
import { nextMove } from './paths.js';
import { payloadFor, PEOPLE } from './payloads.js';

/** What was written in one transaction: by a command of somebody, or by a timer. */
export interface Commit {
  readonly before: Agreement;
  readonly after: Agreement;
  readonly events: readonly AgreementEvent[];
  readonly at: Instant;
  readonly by: { readonly who: Principal; readonly type: string; readonly payload: unknown } | null;
  readonly timer: Fired | null;
  /** As the registry and the other agreements stood. */
  readonly facts: Facts;
  readonly claims: Claims;
}

/** What was refused, with the state it was asked of. */
export interface Refused {
  readonly type: string;
  readonly payload: unknown;
  readonly refusal: Refusal;
}

/** How a random story goes: what it starts with and the numbers its steps are made of. */
export interface Plot {
  readonly type: TwinningType;
  readonly ruleset: RulesetId;
  /** Moves on the way from the draft before anything random happens. */
  readonly ahead: number;
  readonly seeds: readonly number[];
}

/** Stories of all types under both rulesets, from every point of the way. */
export const plots = (
  steps: number,
  types: readonly TwinningType[] = TWINNING_TYPES,
): fc.Arbitrary<Plot> =>
  fc.record({
    type: fc.constantFrom(...types),
    ruleset: fc.constantFrom(...RULESET_IDS),
    ahead: fc.integer({ min: 0, max: 60 }),
    seeds: fc.array(fc.integer(), { minLength: 1, maxLength: steps, size: 'max' }),
  });

/** Commands that are nearly always open and nearly never change anything: tried now and then. */
const IDLE = ['CloseCatchUp', 'DeclineJointAct', 'RetractJointAct', 'RaiseProblem', 'Withdraw'];

// Every story of one type and ruleset begins on the same way, so the way is told once and stories begin anywhere on it.
const reached = new Map<string, RandomStory>();

/** For whoever changes the decider under the stories: the ways are told anew. */
export const forgetWays = (): void => {
  reached.clear();
};

function onTheWay(plot: Plot): RandomStory {
  const key = `${plot.type}/${plot.ruleset}/${String(plot.ahead)}`;
  const known = reached.get(key);
  if (known !== undefined) return known;
  const story =
    plot.ahead === 0
      ? new RandomStory(plot, null).begins()
      : new RandomStory(plot, onTheWay({ ...plot, ahead: plot.ahead - 1 })).moves();
  reached.set(key, story);
  return story;
}

/** A story told by numbers: every commit and refusal is kept for the invariants to look at. */
export class RandomStory {
  readonly story: Story;
  /** Of the way to the beginning and of the story itself. */
  readonly commits: Commit[];
  readonly refusals: Refused[];
  readonly events: StreamEvent[];
  /** How many of the commits and events belong to the way, which every story of this type shares. */
  readonly way: { readonly commits: number; readonly events: number; readonly state: Agreement };
  private readonly tried: Map<string, number>;

  constructor(
    readonly plot: Plot,
    from: RandomStory | null = onTheWay(plot),
  ) {
    this.story = new Story(from?.story.now ?? START, from?.story.facts ?? factsFor(plot));
    this.story.state = from?.state ?? this.story.state;
    this.story.claims = from?.story.claims ?? {};
    this.commits = [...(from?.commits ?? [])];
    this.refusals = [...(from?.refusals ?? [])];
    this.events = [...(from?.events ?? [])];
    this.tried = new Map(from?.tried);
    this.way = {
      commits: this.commits.length,
      events: this.events.length,
      state: this.story.state,
    };
  }

  get state(): Agreement {
    return this.story.state;
  }

  /** The draft is opened. */
  begins(): this {
    const { type, ruleset } = this.plot;
    this.asks(cast.lead, 'StartDraft', {
      side: 'LEAD',
      type,
      committee: COMMITTEE,
      ruleset,
      ...(type === 'CONVENOR' && { workingGroup: 'WG 3' }),
    });
    return this;
  }

  /** Tells the whole plot; `after` looks at the story after every step. */
  tell(after: (story: RandomStory) => void = () => undefined): this {
    for (const seed of this.plot.seeds) {
      this.step(new Entropy(seed));
      after(this);
    }
    return this;
  }

  /** Lives through so many days or more: what is due happens at its instant, and on one day of `idle` somebody acts. */
  lives(days: number, idle: number, e: Entropy): this {
    for (const end = daysLater(this.story.now, days); this.story.now < end; ) {
      this.until(daysLater(this.story.now, 1));
      if (!e.oneIn(idle)) continue;
      if (e.oneIn(2)) this.somebodyMay(e);
      else if (nextMove(this.story) !== null) this.moves();
    }
    return this;
  }

  private step(e: Entropy): void {
    switch (e.below(10)) {
      case 0:
        this.until(fromMs(toMs(this.story.now) + e.below(60) * 86_400_000 + e.below(86_400_000)));
        return;
      case 1: {
        const next = deadlines(this.state)[e.below(2)];
        if (next !== undefined && next.due > this.story.now) this.until(next.due);
        return;
      }
      case 2:
        this.moves();
        this.moves();
        return;
      case 3:
        this.changesFacts(e);
        return;
      case 4:
        this.somebodyTries(e, e.pick(Object.keys(definitions)));
        return;
      default:
        this.somebodyMay(e);
    }
  }

  /** The next move of the way; when there is none, time passes to the next deadline. */
  moves(): this {
    const next = nextMove(this.story);
    if (next !== null && this.asks(next.who, next.type, next.payload) === null) return this;
    const due = nextDeadline(this.state)?.due;
    if (due !== undefined && due > this.story.now) this.until(due);
    return this;
  }

  private somebodyTries(e: Entropy, type: string): void {
    this.asks(e.pick(PEOPLE), type, payloadFor(this.story, type, e));
  }

  private somebodyMay(e: Entropy): void {
    const who = e.pick(PEOPLE);
    const open = actionsFor(this.state, { ...this.around, principal: who })
      .filter((a) => a.refusal === null && (!IDLE.includes(a.command) || e.oneIn(8)))
      .map((a) => a.command);
    if (open.length === 0) {
      this.moves();
      return;
    }
    const used = (type: string): number => this.tried.get(type) ?? 0;
    const type = [e.pick(open), e.pick(open), e.pick(open)].reduce((a, b) =>
      used(b) < used(a) ? b : a,
    );
    const payload = payloadFor(this.story, type, e);
    const refused = this.asks(who, type, payload);
    // The other partner answers a joint act with the same content.
    if (refused === null && definitions[type]?.joint === true && e.oneIn(2)) {
      this.asks(who === cast.lead ? cast.twinned : cast.lead, type, payload);
    }
  }

  private changesFacts(e: Entropy): void {
    const { state, facts, claims, now } = this.story;
    this.story.facts = changedFacts(facts, state, dayAt(now), e);
    this.story.claims = changedClaims(claims, state, e);
  }

  get around() {
    const { now, facts, claims } = this.story;
    return { now, facts, claims, hash: testHash };
  }

  /** Moves the clock and applies what is due, one commit a timer. */
  until(at: Instant): void {
    if (at > this.story.now) this.story.now = at;
    for (;;) {
      const before = this.state;
      const next = fireNext(before, this.around);
      if (next === null) return;
      const { fired, state } = next;
      this.commit({
        before,
        after: state,
        events: fired.events,
        at: fired.deadline.due,
        by: null,
        timer: fired,
      });
    }
  }

  /** Decides a command; the refusal, or null when it was accepted. */
  asks(who: Principal, type: string, payload: unknown): Refusal | null {
    this.until(this.story.now);
    this.tried.set(type, (this.tried.get(type) ?? 0) + 1);
    const before = this.state;
    const outcome = decide(before, { type, payload }, { ...this.around, principal: who });
    if (isRefusal(outcome)) {
      this.refusals.push({ type, payload, refusal: outcome });
      return outcome;
    }
    const { events, state: after } = outcome;
    this.commit({
      before,
      after,
      events,
      at: this.story.now,
      by: { who, type, payload },
      timer: null,
    });
    return null;
  }

  private commit(made: Omit<Commit, 'facts' | 'claims'>): void {
    const commit = { ...made, facts: this.story.facts, claims: this.story.claims };
    this.commits.push(commit);
    this.events.push(...commit.events.map((event) => ({ ...event, at: commit.at })));
    this.story.state = commit.after;
  }
}

/** Leadership types and annex-st-2020 ask for a twinned P-member, the brochure for an O-member. */
function factsFor({ type, ruleset }: Plot) {
  const twinned = usualFacts.members[IES];
  if (twinned === undefined || (type === 'P_MEMBER' && ruleset === 'brochure-2021')) {
    return usualFacts;
  }
  return {
    ...usualFacts,
    members: { ...usualFacts.members, [IES]: { ...twinned, status: 'P' as const } },
  };
}

/** The first instant of the day after so many days. */
export const daysLater = (from: Instant, days: number): Instant =>
  startOf(addDays(dayAt(from), days));

const START: Instant = instant('2027-01-04T09:00:00Z');
