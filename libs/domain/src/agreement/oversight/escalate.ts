import type { Agreement } from '../../kernel/state.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Deadline } from '../../kernel/timers.js';
import { ENDED, FINAL, type Desk, type Side, type Status } from '../../kernel/vocabulary.js';
import type { Level } from './events.js';

export const nextEscalationId = (state: Agreement): string =>
  `E${String(state.oversight.escalations.length + 1)}`;

/** Opens a task on the ladder; nothing when the same trigger is already open at that level or above. */
export function escalate(
  state: Agreement,
  level: Exclude<Level, 'L4'>,
  trigger: string,
  text: string | null = null,
): readonly AgreementEvent[] {
  const open = state.oversight.escalations.some(
    (e) => e.open && e.trigger === trigger && e.level >= level,
  );
  if (open) return [];
  const owner: Desk = level === 'L1' ? 'BOTH' : level === 'L2' ? 'TPM' : 'TMB_SEC';
  const id = nextEscalationId(state);
  return [event('EscalationRaised', { id, level, trigger, owner, text, dueOn: null })];
}

/** Opens an L4 item for the TMB (ST.5.7). */
export const escalateToTmb = (
  state: Agreement,
  trigger: string,
  text: string | null = null,
): readonly AgreementEvent[] => [
  event('EscalatedToTmb', { id: nextEscalationId(state), trigger, text, dueOn: null }),
];

/** Closes the open L1–L3 items of a trigger whose ground has gone. */
export const resolveTriggered = (
  state: Agreement,
  trigger: string,
  outcome = 'DONE',
): readonly AgreementEvent[] =>
  state.oversight.escalations
    .filter((e) => e.open && e.level !== 'L4' && e.trigger === trigger)
    .map((e) => event('EscalationResolved', { id: e.id, outcome }));

// Older records have one trigger for both sides, and the side as their text.
const beforeSides = (state: Agreement, trigger: string, side: Side) =>
  state.oversight.escalations.filter(
    (e) => e.open && e.level !== 'L4' && e.trigger === trigger && e.text === side,
  );

/** As `escalate`, for what concerns one side: the other has an item of its own. */
export const escalateOfSide = (
  state: Agreement,
  level: Exclude<Level, 'L4'>,
  trigger: string,
  side: Side,
): readonly AgreementEvent[] =>
  beforeSides(state, trigger, side).some((e) => e.level >= level)
    ? []
    : escalate(state, level, `${trigger}:${side}`, side);

/** Closes what `escalateOfSide` opened for this side. */
export const resolveOfSide = (
  state: Agreement,
  trigger: string,
  side: Side,
): readonly AgreementEvent[] => [
  ...resolveTriggered(state, `${trigger}:${side}`),
  ...beforeSides(state, trigger, side).map((e) =>
    event('EscalationResolved', { id: e.id, outcome: 'DONE' }),
  ),
];

const over: readonly string[] = [...ENDED, ...FINAL] satisfies readonly Status[];

/**
 * Resolves the items of clocks that a phase no longer lays down: the desk has done what it was late with, or nobody waits
 * for it any more. With the end of the agreement items are moot instead.
 */
export function resolveAnswered(
  state: Agreement,
  deadlines: (state: Agreement) => readonly Deadline[],
  ...timers: readonly Deadline['timer'][]
): readonly AgreementEvent[] {
  const raised = state.oversight.escalations.some(
    (e) => e.open && timers.some((timer) => timer === e.trigger),
  );
  if (!raised || over.includes(state.stage)) return [];
  const laid = deadlines(state);
  return timers
    .filter((timer) => !laid.some((deadline) => deadline.timer === timer))
    .flatMap((timer) => resolveTriggered(state, timer));
}
