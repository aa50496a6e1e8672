import { yearOf, type Day } from '../calendar/day.js';
import { dayAt, type Instant } from '../calendar/zurich.js';
import { changeWhere } from '../kernel/records.js';
import type { RulesetId } from '../rulesets/index.js';
import { regainPNotBefore } from './bar.js';
import type { ParticipationEvents, RecordedParticipationEvent } from './events.js';
import type { InactivityRule } from './inactivity.js';
import {
  isMissing,
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
  about: Pick<InactivityCase, 'ballots'> = {},
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
            foundOn: dayAt(at),
            ...about,
          },
        ],
      };

/** Each missed vote is reminded of (DIR 1.7.5): in the reminder that is still to be sent, or in one of its own. */
function missedStandard(
  state: Participation,
  ballot: string,
  year: number,
  at: Instant,
): Participation {
  const open = state.cases.find((c) => c.rule === 'PM-10');
  if (open === undefined) return found(state, 'PM-10', year, at, { ballots: [ballot] });
  return onCase(
    state,
    'PM-10',
    open.remindedOn === null
      ? { ballots: [...(open.ballots ?? []), ballot] }
      : { later: [...(open.later ?? []), ballot] },
  );
}

/** The case is over; what was missed since its reminder becomes the next one. */
function closed(state: Participation, rule: InactivityRule, at: Instant): Participation {
  const over = state.cases.find((c) => c.rule === rule);
  const next = { ...state, cases: others(state, rule) };
  const ballots = (over?.later ?? []).filter((ballot) => isMissing(state, ballot));
  return ballots.length === 0
    ? next
    : found(next, rule, yearOf(closingOf(state, ballots[0]) ?? dayAt(at)), at, { ballots });
}

const closingOf = (state: Participation, ballot: string | undefined): Day | undefined =>
  state.ballots.find((b) => b.id === ballot)?.closesOn;

/** A ballot of a year that was judged already: the year is looked at again (T47). */
function withLate(
  state: Participation,
  { ballot, closesOn }: { readonly ballot: string; readonly closesOn: Day },
  at: Instant,
): Participation {
  const year = yearOf(closesOn);
  if (!state.judged.includes(year)) return state;
  const known = (state.late?.[String(year)]?.ballots ?? []).filter((b) => b !== ballot);
  return { ...state, late: { ...state.late, [year]: { at, ballots: [...known, ballot] } } };
}

function judged(state: Participation, year: number): Participation {
  if (!state.judged.includes(year)) return { ...state, judged: [...state.judged, year] };
  const { [String(year)]: _, ...late } = state.late ?? {};
  return { ...state, late };
}

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
  BallotRecorded: (state, { ballot, kind, closesOn, guide }, at) => ({
    ...withLate(state, { ballot, closesOn }, at),
    ballots: [
      ...state.ballots.filter((b) => b.id !== ballot),
      {
        id: ballot,
        kind,
        closesOn,
        guide,
        voted: state.ballots.some((b) => b.id === ballot && b.voted),
        recordedOn: dayAt(at),
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
    const year = yearOf(closingOf(state, ballot) ?? dayAt(at));
    return rule === 'PM-10' ? missedStandard(warned, ballot, year, at) : warned;
  },
  YearEvaluated: (state, { year, findings }, at) => {
    const next = judged(state, year);
    // Judged again, a year fails only by what was recorded since: the rest had its case.
    const late = state.late?.[String(year)]?.ballots;
    const fails =
      findings.some((f) => f.verdict === 'NOTIFY' && f.rule === 'PM-8(b)') &&
      (late === undefined || late.some((ballot) => isMissing(state, ballot)));
    return fails ? found(next, 'PM-8(b)', year, at) : next;
  },
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
  InactivityCaseClosed: (state, { rule }, at) => ({
    ...closed(state, rule, at),
    declaredInactive: rule === 'PM-8(a)' ? false : state.declaredInactive,
  }),
  PStatusDowngraded: (state, { on }, at) => leftP(state, on, 'DOWNGRADED', at),
  PStatusGranted: (state, { since }) => becameP(state, since),
  StatusRelinquished: (state, { since }, at) => leftP(state, since, 'RELINQUISHED', at),
  ReinstatementRequested: (state, _, at) => ({ ...state, requestedAt: at }),
  PStatusReinstated: (state, { since }) => becameP(state, since),
  ParticipationAlerted: (state) => state,
};

/** Every event type of a participation. */
export const participationEventTypes: readonly string[] = Object.keys(evolvers);

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
