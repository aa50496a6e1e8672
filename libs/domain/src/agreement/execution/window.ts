import { addDays, addMonths, daysBetween, type Day } from '../../calendar/day.js';
import { startOf, toMs, type Instant } from '../../calendar/zurich.js';
import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { rulesOf, type Agreement, type Term } from '../../kernel/state.js';
import { dueAfter, dueOn, later, RANK, type Deadline } from '../../kernel/timers.js';

/** The day the window opens: the start or, if later, so many months before the end (T64, D18). */
export function windowDay(state: Agreement, { start, end }: Term): Day {
  const months = rulesOf(state).sla_defaults.ending_window_months;
  const day = addMonths(end, -(state.type === 'P_MEMBER' ? months.P_MEMBER : months.default));
  return day > start ? day : start;
}

/** The day that lies `period` (`P12M`, `P30D`) before the end. */
function before(end: Day, period: string): Day {
  const [, count = '0', unit] = /^P(\d+)([MD])$/.exec(period) ?? [];
  return unit === 'M' ? addMonths(end, -Number(count)) : addDays(end, -Number(count));
}

/** T65: reminders that were already past when the end date was set are skipped. */
function endReminders(state: Agreement, term: Term): readonly Deadline[] {
  const known = [state.execution.endMovedAt, state.oversight.reinstatedAt].reduce<Instant>(
    (latest, at) => (at === null ? latest : later(latest, at)),
    term.activatedAt,
  );
  return rulesOf(state)
    .lifecycle_defaults.end_reminders.map((period): Deadline => {
      const rank = RANK.REMINDER;
      const day = dueOn(before(term.end, period));
      return {
        timer: 'T65',
        step: 'remind',
        subject: period,
        ...day,
        rank,
        whose: 'BOTH',
        clause: 'ST.5.7',
      };
    })
    .filter((d) => toMs(d.due) > toMs(known));
}

/** The end date (T66), which wins over every status, the window before it (T64) and the reminders (T65). */
export function termDeadlines(state: Agreement): readonly Deadline[] {
  const { term } = state;
  if (state.stage !== 'FORCE' || term === null) return [];
  const base = { subject: term.end, whose: 'NOBODY', clause: 'ST.5.7' } as const;
  const opening: Deadline = {
    ...base,
    timer: 'T64',
    step: 'open',
    lastDay: null,
    due: later(startOf(windowDay(state, term)), term.activatedAt),
    rank: RANK.WINDOW,
  };
  return [
    { ...base, timer: 'T66', step: 'expire', ...dueAfter(term.end), rank: RANK.END_DATE },
    ...(term.windowOpened ? [] : [opening]),
    ...endReminders(state, term),
  ];
}

const opened = (state: Agreement, term: Term): AgreementEvent =>
  event('EndingWindowOpened', { opensOn: windowDay(state, term), end: term.end });

export function fireTerm(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { term } = state;
  if (term === null) return [];
  if (due.timer === 'T64') return [opened(state, term)];
  if (due.timer === 'T65') {
    const { timer, step, subject } = due;
    return [event('ReminderRaised', { timer, step, to: 'BOTH', subject })];
  }
  const usedDays = daysBetween(term.start, term.end) + 1;
  return [event('ArrangementExpired', { endDate: term.end, usedDays })];
}

/** An end date moved into its own window, or a start inside it: the window is open at once. */
export function settleTerm(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  const { term } = state;
  return state.stage === 'FORCE' &&
    term !== null &&
    !term.windowOpened &&
    toMs(startOf(windowDay(state, term))) < toMs(ctx.now)
    ? [opened(state, term)]
    : [];
}
