import { addDays, day, yearOf, type Day } from '../calendar/day.js';
import { dayAt, endOf, startOf, type Instant } from '../calendar/zurich.js';
import {
  deadlineKey,
  later,
  lastDayAfter,
  RANK,
  repeating,
  type Deadline,
} from '../kernel/timers.js';
import { regainPNotBefore } from './bar.js';
import { bornOut, corrected, downgraded } from './cases.js';
import { participationEvent as event, type AlertTo, type ParticipationEvent } from './events.js';
import { evaluateInactivity, type BallotDue, type Finding } from './inactivity.js';
import {
  countsFrom,
  factsOf,
  furtherFailing,
  needsFurtherFailing,
  rulesOfParticipation,
  type InactivityCase,
  type Participation,
} from './state.js';

/** As a deadline of an agreement, but owed by the body itself or a desk. */
export type ParticipationDeadline = Omit<Deadline, 'whose'> & { readonly whose: AlertTo };

const taskDays = (state: Participation): number =>
  rulesOfParticipation(state).lifecycle_defaults.reminder_task_business_days;

/** The next occurrence, each week, that has not fired. */
const weekly = (
  state: Participation,
  base: Omit<ParticipationDeadline, 'due' | 'lastDay'>,
  firstLastDay: Day,
): ParticipationDeadline =>
  repeating(
    state.fired,
    base,
    firstLastDay,
    rulesOfParticipation(state).sla_defaults.alert_every_days,
  );

/** The finding that a missed ballot leads to on the day after its closing; null when it is not worth a warning. */
function findingOn(state: Participation, ballot: BallotDue): Finding | null {
  const asOf = addDays(ballot.closesOn, 1);
  const rule = ballot.kind === 'CIB' ? 'PM-8(b)' : 'PM-10';
  const facts = {
    ...factsOf(state, asOf),
    ballots: state.ballots.filter((b) => countsFrom(b) <= countsFrom(ballot)),
  };
  const ruleset = rulesOfParticipation(state);
  const finding = evaluateInactivity(facts, yearOf(ballot.closesOn), ruleset).findings.find(
    (f) => f.rule === rule,
  );
  return finding === undefined || finding.verdict === 'OK' ? null : finding;
}

/** T46: at once when a ballot closes without the vote, or on the day that it is recorded if that is later; what closed before the first record is history. */
function warnings(state: Participation): readonly ParticipationDeadline[] {
  const { openedAt, pSince } = state;
  if (openedAt === null || pSince === null) return [];
  const from = pSince > dayAt(openedAt) ? pSince : dayAt(openedAt);
  return state.ballots
    .filter((b) => ['CIB', 'DIS', 'FDIS', 'SR'].includes(b.kind) && !b.guide && !b.voted)
    .filter((b) => b.closesOn >= from)
    .filter((b) => !state.warned.includes(b.id) && findingOn(state, b) !== null)
    .map((b) => ({
      timer: 'T46',
      step: 'warn',
      subject: b.id,
      due: endOf(countsFrom(b)),
      lastDay: b.closesOn,
      rank: RANK.OPENING,
      whose: 'OWN_BODY',
      clause: b.kind === 'CIB' ? 'DIR 1.7.4' : 'DIR 1.7.5',
    }));
}

/**
 * T47: each calendar year from the first on is judged when it is over, and again at the end of a day on which ballots of
 * it were recorded: by then their results, which come after them, are there too.
 */
function yearEnd(state: Participation): readonly ParticipationDeadline[] {
  if (state.openedAt === null) return [];
  let year = yearOf(dayAt(state.openedAt));
  while (state.judged.includes(year)) year += 1;
  const judged = (subject: string, due: Instant): ParticipationDeadline => ({
    timer: 'T47',
    step: 'evaluate',
    subject,
    due,
    lastDay: null,
    rank: RANK.OPENING,
    whose: 'ISO_CS',
    clause: 'DIR 1.7.4',
  });
  return [
    ...Object.entries(state.late ?? {}).map(([of, { at }]) => judged(of, endOf(dayAt(at)))),
    judged(String(year), startOf(day(`${String(year + 1)}-01-01`))),
  ];
}

/**
 * T49 while ballots of a watched body close, and for those since the reminder of which nobody knew before; meetings are
 * looked at when they are recorded.
 */
function watched(state: Participation, c: InactivityCase): readonly ParticipationDeadline[] {
  const from = dayAt(c.since);
  const since = c.remindedOn ?? from;
  return state.ballots
    .filter((b) => !b.guide && countsFrom(b) >= from)
    .filter((b) => b.closesOn >= from || (!b.voted && b.closesOn > since))
    .map((b) => ({
      timer: 'T49',
      step: 'watch',
      subject: `${c.rule}:${b.id}`,
      due: endOf(countsFrom(b)),
      lastDay: b.closesOn,
      rank: RANK.SILENT_ENDING,
      whose: 'OWN_BODY',
      clause: 'DIR 1.7.4',
    }));
}

/** T48 and T49 of one case. */
function ofCase(state: Participation, c: InactivityCase): readonly ParticipationDeadline[] {
  const base = { subject: c.rule, clause: 'DIR 1.7.4, 1.7.5' } as const;
  const task = lastDayAfter.businessDays(c.since, taskDays(state), rulesOfParticipation(state));
  const alert = {
    ...base,
    timer: 'T48',
    due: endOf(task),
    lastDay: task,
    rank: RANK.DESK_ALERT,
  } as const;
  switch (c.stage) {
    case 'FOUND':
      return [{ ...alert, step: 'notify', whose: 'COMMITTEE_MANAGER' }];
    case 'NOTIFIED':
      return [{ ...alert, step: 'remind', whose: 'ISO_CS' }];
    case 'REMINDED':
    case 'UNSATISFACTORY': {
      if (c.respondBy === null) return [];
      const due = later(endOf(c.respondBy), c.since);
      const rank = RANK.SILENT_ENDING;
      return [
        {
          ...base,
          timer: 'T49',
          step: 'expire',
          due,
          lastDay: c.respondBy,
          rank,
          whose: 'OWN_BODY',
        },
      ];
    }
    case 'ANSWERED':
      // An answer waits for ISO/CS: its silence never changes the status (lifecycle.md D6).
      return c.respondBy === null
        ? []
        : [
            weekly(
              state,
              { ...base, timer: 'T49', step: 'judge', rank: RANK.DESK_ALERT, whose: 'ISO_CS' },
              c.respondBy,
            ),
          ];
    case 'WATCHED':
      return watched(state, c);
  }
}

/**
 * The Global Directory shows the body no longer as P: as O, or no more in the committee. The downgrade makes it O here, so
 * it is nothing only when the registry was seen after that.
 */
const hasFollowed = ({ inRegistry, status }: Participation): boolean =>
  inRegistry === 'O' || (inRegistry === null && status === null);

/** T50–T52: the Global Directory follows a downgrade, the bar ends, a reinstatement is recorded. */
function afterDowngrade(state: Participation): readonly ParticipationDeadline[] {
  const { leftP, requestedAt } = state;
  if (leftP?.how !== 'DOWNGRADED') return [];
  const base = { subject: leftP.on, clause: 'DIR 1.7.4, 1.7.5' } as const;
  const desk = { ...base, step: 'alert', rank: RANK.DESK_ALERT, whose: 'ISO_CS' } as const;
  const earliest = regainPNotBefore(leftP, rulesOfParticipation(state));
  const after = (from: typeof leftP.at): Day =>
    lastDayAfter.businessDays(from, taskDays(state), rulesOfParticipation(state));
  return [
    ...(hasFollowed(state) ? [] : [weekly(state, { ...desk, timer: 'T50' }, after(leftP.at))]),
    ...(earliest === null
      ? []
      : [
          {
            ...base,
            timer: 'T51',
            step: 'free',
            due: startOf(earliest),
            lastDay: null,
            rank: RANK.OPENING,
            whose: 'OWN_BODY',
          } as const,
        ]),
    ...(requestedAt === null ? [] : [weekly(state, { ...desk, timer: 'T52' }, after(requestedAt))]),
  ];
}

const before = (a: ParticipationDeadline, b: ParticipationDeadline): number => {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.rank - b.rank || (deadlineKey(a) < deadlineKey(b) ? -1 : 1);
};

/** What happens by itself unless somebody acts, earliest first; timers that have fired are left out. */
export const participationDeadlines = (state: Participation): readonly ParticipationDeadline[] =>
  [
    ...warnings(state),
    ...yearEnd(state),
    ...state.cases.flatMap((c) => ofCase(state, c)),
    ...afterDowngrade(state),
  ]
    .filter((d) => state.fired[deadlineKey(d)] !== true)
    .sort(before);

/** T49: the facts are read again; without a satisfactory answer PM-10 downgrades, PM-8 only when the failing persists. */
function expired(
  state: Participation,
  c: InactivityCase,
  today: Day,
): readonly ParticipationEvent[] {
  // A log from before results closed a reminded case may still have one that the facts do not bear out.
  if (!bornOut(state, c, today)) return [corrected(c.rule)];
  const persists =
    !needsFurtherFailing(c.rule) ||
    (c.remindedOn !== null && furtherFailing(state, c.remindedOn, today));
  return persists
    ? [downgraded(state, c.rule, today)]
    : [event('InactivityWatched', { rule: c.rule })];
}

/** What a due timer appends: at least one event. */
export function fireParticipation(
  state: Participation,
  due: ParticipationDeadline,
): readonly ParticipationEvent[] {
  const { timer, step, subject, whose } = due;
  const today = dayAt(due.due);
  const told = event('ParticipationAlerted', { timer, step, to: whose, subject });
  if (step === 'warn') {
    const ballot = state.ballots.find((b) => b.id === subject);
    const finding = ballot === undefined ? null : findingOn(state, ballot);
    if (finding === null) return [told];
    const { rule, due: ballots, missed } = finding;
    const warned = event('EarlyWarningRaised', { rule, ballot: subject, due: ballots, missed });
    const { missed_dis_fdis_sr_mode } = rulesOfParticipation(state).p_member_compliance;
    return rule === 'PM-10' && missed_dis_fdis_sr_mode.value === 'STRICT'
      ? [warned, downgraded(state, rule, today)]
      : [warned];
  }
  if (step === 'evaluate') {
    const year = Number(subject);
    const result = evaluateInactivity(factsOf(state, today), year, rulesOfParticipation(state));
    return [event('YearEvaluated', { year, ...result })];
  }
  if (timer === 'T48') {
    return [event('ParticipationAlerted', { timer, step, to: 'TMB_SEC', subject })];
  }
  if (step === 'watch' || step === 'expire') {
    const found = state.cases.find((c) => subject === c.rule || subject.startsWith(`${c.rule}:`));
    if (found === undefined) return [told];
    if (step === 'expire' || !bornOut(state, found, today)) return expired(state, found, today);
    const ballot = state.ballots.find((b) => `${found.rule}:${b.id}` === subject);
    return ballot?.voted === true
      ? [event('InactivityCaseClosed', { rule: found.rule, reason: 'CURED' })]
      : [downgraded(state, found.rule, today)];
  }
  return [told];
}
