import { dayAt, toMs, type Instant } from '../calendar/zurich.js';
import { contextFor, settled, type Surroundings } from './decide.js';
import type { AgreementEvent } from './events.js';
import { SYSTEM } from './principal.js';
import { allSlices } from './slices.js';
import type { Agreement } from './state.js';
import { byPrecedence, deadlineKey, type Deadline } from './timers.js';

/** A deadline with the phase that laid it down and knows what it appends. */
interface Laid {
  readonly deadline: Deadline;
  readonly slice: AnySlice;
}
type AnySlice = (typeof allSlices)[number];

// Asked several times of the same state in one decision; a state is never changed, so its deadlines are its own.
const computed = new WeakMap<Agreement, readonly Laid[]>();
const NONE: readonly Laid[] = [];

function laidDown(state: Agreement): readonly Laid[] {
  if (state.stage === 'NONE') return NONE;
  const known = computed.get(state);
  if (known !== undefined) return known;
  const all = allSlices
    .flatMap((slice) => slice.deadlines(state).map((deadline) => ({ deadline, slice })))
    .filter(({ deadline }) => state.fired[deadlineKey(deadline)] !== true)
    .sort((a, b) => byPrecedence(a.deadline, b.deadline));
  computed.set(state, all);
  return all;
}

/** All deadlines that have not fired, earliest first; empty ⇔ the agreement's workflow may end. */
export const deadlines = (state: Agreement): readonly Deadline[] =>
  laidDown(state).map((laid) => laid.deadline);

export const nextDeadline = (state: Agreement): Deadline | null =>
  laidDown(state)[0]?.deadline ?? null;

/** One timer that fired: its events carry its key and its due instant as their time. */
export interface Fired {
  readonly deadline: Deadline;
  readonly events: readonly AgreementEvent[];
}

/**
 * Applies the earliest timer due at or before `now` (lifecycle.md D1–D4). Returns null when nothing is due. The
 * events' time is the due instant; a timer without events would come back for ever, so it is a fault of the slice.
 */
export function fireNext(
  state: Agreement,
  around: Omit<Surroundings, 'principal'>,
): { readonly fired: Fired; readonly state: Agreement } | null {
  const [next] = laidDown(state);
  if (next === undefined || toMs(next.deadline.due) > toMs(around.now)) return null;
  const { deadline, slice } = next;
  const ctx = {
    ...contextFor({ ...around, principal: SYSTEM }, 'SYSTEM'),
    now: deadline.due,
    today: dayAt(deadline.due),
  };
  const [first, ...rest] = slice.fire(state, deadline, ctx);
  if (first === undefined) {
    throw new Error(`Timer ${deadlineKey(deadline)} of ${state.id} is due and appends nothing.`);
  }
  const result = settled(state, [{ ...first, timer: deadlineKey(deadline) }, ...rest], ctx);
  return { fired: { deadline, events: result.events }, state: result.state };
}

/** Milliseconds until the next deadline, at least 0; null when there is none. */
export function wakeInMs(state: Agreement, now: Instant): number | null {
  const next = nextDeadline(state);
  return next === null ? null : Math.max(0, toMs(next.due) - toMs(now));
}
