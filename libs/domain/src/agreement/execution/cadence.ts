import { addDays, addMonths, type Day } from '../../calendar/day.js';
import { dayAt, startOf } from '../../calendar/zurich.js';
import type { Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { escalate } from '../oversight/escalate.js';

/** The days around a planned meeting in which it counts as held; both ends inclusive. */
export interface MeetingWindow {
  readonly planned: Day;
  readonly first: Day;
  readonly last: Day;
}

/** The planned days up to the end date: those of the agreement, or every three months from the start. */
export function plannedMeetings(state: Agreement): readonly Day[] {
  if (state.term === null) return [];
  const { start, end } = state.term;
  const fixed = state.execution.meetingDates ?? [];
  if (fixed.length > 0) return [...fixed].sort().filter((d) => d <= end);
  const every = rulesOf(state).agreement.meeting_cadence_months.value;
  const days: Day[] = [];
  for (let k = 1; ; k += 1) {
    const day = addMonths(start, every * k);
    if (day > end) return days;
    days.push(day);
  }
}

/** The windows that count (T25): those over before the start of force or touching a suspension are skipped. */
export function meetingWindows(state: Agreement): readonly MeetingWindow[] {
  const { term } = state;
  if (term === null) return [];
  const tolerance = rulesOf(state).lifecycle_defaults.meeting_tolerance_days;
  const since = dayAt(state.oversight.reinstatedAt ?? term.activatedAt);
  return plannedMeetings(state)
    .map((planned) => ({
      planned,
      first: addDays(planned, -tolerance),
      last: addDays(planned, tolerance),
    }))
    .filter((w) => w.last >= since)
    .filter(
      (w) =>
        !state.execution.suspensions.some(
          (s) => s.from <= w.last && (s.to === null || w.first <= s.to),
        ),
    );
}

const heldIn = (state: Agreement, window: MeetingWindow): boolean =>
  state.execution.records.some(
    (r) => r.kind === 'MEETING' && !r.struck && window.first <= r.on && r.on <= window.last,
  );

const open = (state: Agreement): readonly MeetingWindow[] =>
  state.stage === 'FORCE'
    ? meetingWindows(state).filter(
        (w) => !state.execution.missedMeetings.includes(w.planned) && !heldIn(state, w),
      )
    : [];

export const cadenceDeadlines = (state: Agreement): readonly Deadline[] =>
  open(state).map((w) => ({
    timer: 'T25',
    step: 'missed',
    subject: w.planned,
    ...dueAfter(w.last),
    rank: RANK.REMINDER,
    whose: 'BOTH',
    clause: 'ST.5.6',
  }));

/** Misses in a row up to this window, itself included; a meeting held in its window ends the row. */
function missesInARow(state: Agreement, until: MeetingWindow): number {
  const before = meetingWindows(state).filter((w) => w.last < until.last);
  const lastHeld = before.findLastIndex((w) => heldIn(state, w));
  return (
    1 +
    before.slice(lastHeld + 1).filter((w) => state.execution.missedMeetings.includes(w.planned))
      .length
  );
}

/** T25 and, at the second miss in a row and every second one after it, T26. */
export function fireCadence(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const window = open(state).find((w) => w.planned === due.subject);
  if (window === undefined) return [];
  const missed = event('QuarterlyMeetingMissed', {
    planned: window.planned,
    lastDay: window.last,
  });
  return missesInARow(state, window) % 2 === 0
    ? [missed, ...escalate(state, 'L2', 'T26', window.planned)]
    : [missed];
}

export const cadenceDuties = (state: Agreement): readonly Duty[] =>
  open(state)
    .slice(0, 1)
    .map((w) => ({
      id: `meeting:${w.planned}`,
      desk: 'BOTH',
      commands: ['RecordMeeting'],
      since: startOf(w.first),
      due: dueAfter(w.last).due,
      clause: 'ST.5.6',
    }));
