import { yearOf } from '../calendar/day.js';
import { dayAt, type Instant } from '../calendar/zurich.js';
import { changeWhere } from '../kernel/records.js';
import type { RulesetId } from '../rulesets/index.js';
import { regainPNotBefore } from './bar.js';
import type { ParticipationEvents, RecordedParticipationEvent } from './events.js';
import type { InactivityRule } from './inactivity.js';
import {
  noParticipation,
  rulesOfParticipation,
  type InactivityCase,
  type Participation,
} from './state.js';

type ParticipationEvolvers = {
  readonly [K in keyof ParticipationEvents]: (
    state: Participation,
    payload: ParticipationEvents[K],
    at: Instant,
  ) => Participation;
};

const others = (state: Participation, rule: InactivityRule) =>
  state.cases.filter((c) => c.rule !== rule);

/** A failing opens a case unless one of its rule is open; what is missed in PM-10 needs no notification. */
const found = (
  state: Participation,
  rule: InactivityRule,
  year: number,
  at: Instant,
): Participation =>
  state.cases.some((c) => c.rule === rule)
    ? state
    : {
        ...state,
        cases: [
          ...state.cases,
          {
            rule,
            year,
            stage: rule === 'PM-10' ? 'NOTIFIED' : 'FOUND',
            since: at,
            remindedOn: null,
            respondBy: null,
          },
        ],
      };

const onCase = (
  state: Participation,
  rule: InactivityRule,
  change: Partial<InactivityCase>,
): Participation => ({
  ...state,
  cases: changeWhere(
    state.cases,
    (c) => c.rule === rule,
    (c) => ({ ...c, ...change }),
  ),
});

const becameP = (
  state: Participation,
  since: ParticipationEvents['PStatusGranted']['since'],
): Participation => ({ ...state, status: 'P', pSince: since, leftP: null, requestedAt: null });

const leftP = (
  state: Participation,
  on: ParticipationEvents['StatusRelinquished']['since'],
  how: 'DOWNGRADED' | 'RELINQUISHED',
  at: Instant,
): Participation => ({
  ...state,
  status: 'O',
  pSince: null,
  declaredInactive: false,
  cases: [],
  leftP: { on, how, at },
});

export const evolvers: ParticipationEvolvers = {
  ParticipationOpened: (state, { member, committee }, at) => ({
    ...state,
    member,
    committee,
    openedAt: at,
  }),
  // The registry is the record (D16), but inside the bar a downgrade stands until it follows (T50).
  RegistryStatusSeen: (state, { status, since }, at) => {
    const seen = { ...state, inRegistry: status };
    if (status === state.status) return seen;
    const free = regainPNotBefore(state.leftP, rulesOfParticipation(state));
    if (status === 'P') return free !== null && since < free ? seen : becameP(seen, since);
    return state.status === 'P'
      ? { ...leftP(seen, since, 'RELINQUISHED', at), status }
      : { ...seen, status };
  },
  BallotRecorded: (state, { ballot, kind, closesOn, guide }) => ({
    ...state,
    ballots: [
      ...state.ballots.filter((b) => b.id !== ballot),
      {
        id: ballot,
        kind,
        closesOn,
        guide,
        voted: state.ballots.some((b) => b.id === ballot && b.voted),
      },
    ],
  }),
  VoteRecorded: (state, { ballot }) => ({
    ...state,
    ballots: changeWhere(
      state.ballots,
      (b) => b.id === ballot,
      (b) => ({ ...b, voted: true }),
    ),
  }),
  MeetingRecorded: (state, { meeting, on, contributed }) => ({
    ...state,
    meetings: [...state.meetings.filter((m) => m.id !== meeting), { id: meeting, on, contributed }],
  }),
  ExpertRecorded: (state, { expert, active }) => ({
    ...state,
    experts: [...state.experts.filter((e) => e !== expert), ...(active ? [expert] : [])],
  }),
  EarlyWarningRaised: (state, { rule, ballot }, at) => {
    const warned = { ...state, warned: [...state.warned, ballot] };
    const closed = state.ballots.find((b) => b.id === ballot)?.closesOn;
    return rule === 'PM-10' ? found(warned, rule, yearOf(closed ?? dayAt(at)), at) : warned;
  },
  YearEvaluated: (state, { year, findings }, at) =>
    findings
      .filter((f) => f.verdict === 'NOTIFY' && f.rule === 'PM-8(b)')
      .reduce<Participation>((s, f) => found(s, f.rule, year, at), {
        ...state,
        judged: [...state.judged, year],
      }),
  PersistentInactivityDeclared: (state, _, at) =>
    found({ ...state, declaredInactive: true }, 'PM-8(a)', yearOf(dayAt(at)), at),
  InactivityNotified: (state, { rule }, at) =>
    onCase(state, rule, { stage: 'NOTIFIED', since: at }),
  PStatusReminderSent: (state, { rule, respondBy }, at) =>
    onCase(state, rule, { stage: 'REMINDED', since: at, remindedOn: dayAt(at), respondBy }),
  ReminderAnswered: (state, { rule }, at) => onCase(state, rule, { stage: 'ANSWERED', since: at }),
  ReminderResponseJudged: (state, { rule, satisfactory }, at) =>
    satisfactory ? state : onCase(state, rule, { stage: 'UNSATISFACTORY', since: at }),
  InactivityWatched: (state, { rule }, at) => onCase(state, rule, { stage: 'WATCHED', since: at }),
  InactivityCaseClosed: (state, { rule }) => ({
    ...state,
    declaredInactive: rule === 'PM-8(a)' ? false : state.declaredInactive,
    cases: others(state, rule),
  }),
  PStatusDowngraded: (state, { on }, at) => leftP(state, on, 'DOWNGRADED', at),
  PStatusGranted: (state, { since }) => becameP(state, since),
  StatusRelinquished: (state, { since }, at) => leftP(state, since, 'RELINQUISHED', at),
  ReinstatementRequested: (state, _, at) => ({ ...state, requestedAt: at }),
  PStatusReinstated: (state, { since }) => becameP(state, since),
  ParticipationAlerted: (state) => state,
};

type AnyEvolver = (state: Participation, payload: unknown, at: Instant) => Participation;

/** Folds one event; throws on an event that this build does not know. */
export function evolveParticipation(
  state: Participation,
  event: RecordedParticipationEvent,
): Participation {
  const evolver = (evolvers as unknown as Readonly<Record<string, AnyEvolver>>)[event.type];
  if (evolver === undefined) {
    throw new Error(
      `Unknown event "${event.type}" of a participation: this build is older than the log.`,
    );
  }
  const next = evolver(state, event.payload, event.at);
  const fired =
    event.timer === undefined ? next.fired : { ...next.fired, [event.timer]: true as const };
  return { ...next, fired, version: state.version + 1 };
}

export const foldParticipation = (
  ruleset: RulesetId,
  events: readonly RecordedParticipationEvent[],
): Participation => events.reduce(evolveParticipation, noParticipation(ruleset));
