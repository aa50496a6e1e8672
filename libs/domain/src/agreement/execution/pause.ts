import { addDays } from '../../calendar/day.js';
import { toMs } from '../../calendar/zurich.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, type Duty } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import { date, flag, nullable, object, optional, text } from '../../kernel/schema.js';
import type { Day } from '../../calendar/day.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { dueAfter, lastDayAfter, RANK, type Deadline } from '../../kernel/timers.js';
import { FORCE, PARTNERS, RUN } from '../../kernel/vocabulary.js';

/** Subject of the cause `MUTUAL_PAUSE`: there is one pause at a time. */
export const PAUSE = 'PAUSE';

function pauseAllowed(state: Agreement, ctx: Context): Refusal | null {
  const { pause, pausesBegun } = state.execution;
  const last = pausesBegun.at(-1);
  const every = rulesOf(state).lifecycle_defaults.pause_every_days;
  const freeOn = last === undefined ? null : addDays(last, every + 1);
  return pause !== null || (freeOn !== null && ctx.today < freeOn)
    ? refuse('PAUSE_LIMIT', 'lifecycle B4', { begun: last ?? null, freeOn })
    : null;
}

function untilAllowed(state: Agreement, until: Day, ctx: Context): Refusal | null {
  const latest = addDays(ctx.today, rulesOf(state).lifecycle_defaults.pause_max_days);
  const end = state.term?.end ?? latest;
  const last = latest < end ? latest : end;
  return until > last || until <= ctx.today
    ? refuse('PAUSE_LIMIT', 'lifecycle B4', { until, latest: last })
    : null;
}

export const Suspend = command({
  clause: 'lifecycle B4',
  joint: true,
  allowed: [{ roles: PARTNERS, in: RUN }],
  shape: object({ until: date(), reason: text(4000) }),
  open: pauseAllowed,
  decide(state, { until, reason }, ctx) {
    const wrong = pauseAllowed(state, ctx) ?? untilAllowed(state, until, ctx);
    if (wrong) return wrong;
    const content = { until, reason };
    return jointAct(state, ctx, { kind: 'Suspend', content }, () => [
      event('PauseAgreed', content),
    ]);
  },
});

const waiting = (state: Agreement) =>
  state.execution.pause?.confirmed === false ? state.execution.pause : null;

export const ConfirmPause = command({
  clause: 'lifecycle B4',
  allowed: [{ roles: ['TPM'], in: FORCE }],
  shape: object({ confirmed: flag(), reason: optional(nullable(text(4000))) }),
  open: (state) => (waiting(state) === null ? refuse('NO_PAUSE', 'lifecycle B4') : null),
  decide(state, { confirmed, reason = null }) {
    const pause = waiting(state);
    if (pause === null) {
      // The same verdict given again changes nothing.
      return confirmed && state.execution.pause !== null ? [] : refuse('NO_PAUSE', 'lifecycle B4');
    }
    if (confirmed) return [event('PauseConfirmed', { until: pause.until, by: 'TPM' })];
    return reason === null
      ? refuse('REASON_REQUIRED', 'lifecycle B4')
      : [event('PauseRefused', { reason })];
  },
});

export const Resume = command({
  clause: 'lifecycle B4',
  joint: true,
  allowed: [{ roles: PARTNERS, in: ['SUSPENDED'] }],
  shape: object({}),
  open: (state) =>
    state.execution.pause?.confirmed === true ? null : refuse('NO_PAUSE', 'lifecycle B4'),
  decide(state, _, ctx) {
    if (state.execution.pause?.confirmed !== true) return refuse('NO_PAUSE', 'lifecycle B4');
    const resumed = event('SuspensionCauseRemoved', { cause: 'MUTUAL_PAUSE', subject: PAUSE });
    return jointAct(state, ctx, { kind: 'Resume', content: {} }, () => [resumed]);
  },
});

/** T33: the TPM's silence confirms, a pause that was over before that never began, a running one ends by itself. */
export function pauseDeadlines(state: Agreement): readonly Deadline[] {
  const { pause } = state.execution;
  if (state.stage !== 'FORCE' || pause === null) return [];
  const base = { timer: 'T33', subject: PAUSE, clause: 'lifecycle T33' } as const;
  const rank = RANK.SILENT_ENDING;
  const over = dueAfter(pause.until);
  if (pause.confirmed) return [{ ...base, step: 'resume', ...over, rank, whose: 'BOTH' }];
  const silence = rulesOf(state).lifecycle_defaults.pause_confirmation_business_days;
  const confirm = dueAfter(lastDayAfter.businessDays(pause.agreedAt, silence, rulesOf(state)));
  return toMs(confirm.due) < toMs(over.due)
    ? [{ ...base, step: 'confirm', ...confirm, rank, whose: 'TPM' }]
    : [{ ...base, step: 'lapse', ...over, rank, whose: 'TPM' }];
}

export function firePause(state: Agreement, due: Deadline): readonly AgreementEvent[] {
  const { pause } = state.execution;
  if (pause === null) return [];
  switch (due.step) {
    case 'confirm':
      return [event('PauseConfirmed', { until: pause.until, by: 'SILENCE' })];
    case 'lapse':
      return [event('PauseLapsed', { until: pause.until })];
    default:
      return [event('SuspensionCauseRemoved', { cause: 'MUTUAL_PAUSE', subject: PAUSE })];
  }
}

export const pauseDuties = (state: Agreement): readonly Duty[] => {
  const pause = waiting(state);
  return state.stage !== 'FORCE' || pause === null
    ? []
    : [
        {
          id: 'pause:confirm',
          desk: 'TPM',
          commands: ['ConfirmPause'],
          since: pause.agreedAt,
          due: pauseDeadlines(state)[0]?.due ?? null,
          clause: 'lifecycle T33',
        },
      ];
};
