import {
  addMonths,
  courseOf,
  dayAt,
  endOf,
  inRole,
  label,
  latestUntil,
  needsOf,
  phaseOf,
  refusalText,
  rulesetMove,
  sentenceOfDeadline,
  sentenceOfEnd,
  sentenceOfEvent,
  sentenceOfFact,
  sentenceOfScenario,
  sentencesOfRulesetMove,
  simulate,
  standingText,
  statusOf,
  statusText,
  textsOf,
  withheldFrom,
  type Agreement,
  type Day,
  type Language,
  type NameOf,
  type Needs,
  type Principal,
  type Refusal,
  type RulesetId,
  type Scenario,
  type SimulatedMoment,
  type Supposed,
} from '@twinning/domain';
import { hashOf, loadFacts } from '@twinning/engine';
import { Problem, unfit } from '../problems/problem.js';
import type { Resources } from '../resources.js';
import type { AgreementReader } from './reader.js';

interface Asked {
  readonly scenario: Scenario;
  readonly on?: Day | undefined;
  readonly until?: Day | undefined;
  readonly supposed: readonly Supposed[];
}

const firstOfNextMonth = (today: Day): Day => `${addMonths(today, 1).slice(0, 8)}01` as Day;

/** Runs an agreement forward as it stands, with the facts of today, in sentences. */
export class WhatIf {
  constructor(
    private readonly reader: AgreementReader,
    private readonly resources: Resources,
  ) {}

  async simulate(caller: Principal, id: string, asked: Asked, language: Language) {
    const { db, clock } = this.resources;
    const state = await this.whole(caller, id);
    const now = await clock.now(db);
    const today = dayAt(now);
    const on = asked.on ?? firstOfNextMonth(today);
    const course = courseOf(asked.scenario, state, now, on);
    const until = asked.until === undefined ? course.until : endOf(asked.until);
    if (until < now || until > latestUntil(now)) {
      throw unfit('/until', `a date from today to ${dayAt(latestUntil(now))}`);
    }
    const supposed = [...course.supposed, ...asked.supposed];
    const needs = needsOfAll(state, supposed, caller);
    const { facts, claims } = await loadFacts(db, state, needs, today);
    const around = { now, facts, claims, hash: hashOf };
    const { moments, state: end, ended } = simulate(state, supposed, until, around);
    const [status, phase] = [statusOf(end), phaseOf(end)];
    const called = await this.reader.calledIn(moments.flatMap((moment) => moment.events));
    return {
      agreement: id,
      version: state.version,
      scenario: asked.scenario,
      text: sentenceOfScenario(asked.scenario, language),
      from: now,
      until,
      ended,
      endedText: sentenceOfEnd(ended, language),
      moments: moments.map((moment) => momentView(moment, language, called)),
      status,
      statusText: standingText(end, language),
      phase,
      phaseText: label('phase', phase, language),
    };
  }

  // What comes of everything that is recorded tells of everything: whoever reads only some parts is told nothing.
  private async whole(caller: Principal, id: string): Promise<Agreement> {
    const { state, sections } = await this.reader.open(caller, id);
    if (withheldFrom(sections).length > 0) throw new Problem('FORBIDDEN');
    return state;
  }

  /** What would change if both partners moved the agreement to another ruleset now. */
  async rulesetMove(caller: Principal, id: string, to: RulesetId, language: Language) {
    const { db, clock } = this.resources;
    const state = await this.whole(caller, id);
    const today = dayAt(await clock.now(db));
    const { facts } = await loadFacts(db, state, needsOf(state, null, caller), today);
    const { refusal, ...move } = rulesetMove(state, to, facts);
    return {
      agreement: id,
      version: state.version,
      ...move,
      refusal: refusal === null ? null : refusalView(refusal, language),
      sentences: sentencesOfRulesetMove({ refusal, ...move }, state, language),
    };
  }
}

const refusalView = (refusal: Refusal, language: Language) => ({
  code: refusal.refused,
  clause: refusal.clause,
  ...refusalText(refusal, language),
});

/** What the agreement and every supposed command read from outside. */
function needsOfAll(state: Agreement, supposed: readonly Supposed[], caller: Principal): Needs {
  const own = needsOf(state, null, caller);
  const each = supposed.flatMap((next) => {
    if ('fact' in next) return [];
    const { command: type, payload } = next.does;
    return [needsOf(state, { type, payload }, inRole(next.does, state))];
  });
  return {
    ...own,
    members: [...own.members, ...each.flatMap((needs) => needs.members)],
    claims: [...own.claims, ...each.flatMap((needs) => needs.claims)],
    papers: each.flatMap((needs) => needs.papers ?? []),
  };
}

function momentView(moment: SimulatedMoment, language: Language, called: NameOf) {
  const { at, because, events, refusal, status, phase, again, lastAt } = moment;
  return {
    at,
    kind: because.kind,
    ...reasonOf(because, language),
    events: events.map((e) => ({ type: e.type, text: sentenceOfEvent(e, language, called) })),
    refusal:
      refusal === null
        ? null
        : { code: refusal.refused, clause: refusal.clause, ...refusalText(refusal, language) },
    status,
    statusText: statusText(status, moment.startAhead, language),
    phase,
    again,
    lastAt,
  };
}

function reasonOf(because: SimulatedMoment['because'], language: Language) {
  switch (because.kind) {
    case 'DEADLINE': {
      const { timer, whose, clause } = because.deadline;
      return { timer, whose, clause, text: sentenceOfDeadline(because.deadline, language) };
    }
    case 'COMMAND': {
      const { as, command } = because.does;
      const text = textsOf(language).commands[command] ?? command;
      return { timer: null, whose: as, clause: null, text };
    }
    case 'FACT':
      return {
        timer: null,
        whose: 'REGISTRY',
        clause: null,
        text: sentenceOfFact(because.fact, language),
      };
  }
}
