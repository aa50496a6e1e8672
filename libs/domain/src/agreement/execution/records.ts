import type { Day } from '../../calendar/day.js';
import { startOf, toMs } from '../../calendar/zurich.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { choice, date, flag, integer, object, optional, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { ENDED, FORCE, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { planItemIds } from './plan.js';
import type { ExecutionRecord } from './state.js';

const DURING_OR_AFTER = [{ roles: PARTNERS, in: [...FORCE, ...ENDED] }] as const;
const IN_FORCE = [{ roles: PARTNERS, in: FORCE }] as const;

/** The day lies in the term, not in the future, not after an early end and not inside a suspension (B4). */
export function inForceOn(state: Agreement, ctx: Context, on: Day): Refusal | null {
  const { term, ending } = state;
  const ended = ending.ended?.at ?? null;
  const suspended = state.execution.suspensions.some(
    (s) => s.from < on && (s.to === null || on < s.to),
  );
  const covered =
    term !== null &&
    term.start <= on &&
    on <= term.end &&
    on <= ctx.today &&
    (ended === null || toMs(startOf(on)) < toMs(ended));
  return covered && !suspended
    ? null
    : refuse('NOT_IN_FORCE_ON_DATE', 'ST.5.6', {
        on,
        start: term?.start ?? null,
        end: term?.end ?? null,
        suspended,
      });
}

type Kind = ExecutionRecord['kind'];

export const contentOf = (...parts: readonly (string | number)[]): string => JSON.stringify(parts);

/** The same thing recorded before, by either side, and still standing. */
const known = (state: Agreement, kind: Kind, on: Day, content: string): boolean =>
  state.execution.records.some(
    (r) => r.kind === kind && r.on === on && r.content === content && !r.struck,
  );

const nextId = (state: Agreement): string => `R${String(state.execution.records.length + 1)}`;

/** Shared by the records of a day: whose record, is the day good, is it new. */
function recording(
  state: Agreement,
  ctx: Context,
  what: { readonly kind: Kind; readonly on: Day; readonly content: string },
  make: (id: string, side: Side) => AgreementEvent,
): readonly AgreementEvent[] | Refusal {
  const side = sideOf(state, ctx.actor.member);
  if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
  const wrong = inForceOn(state, ctx, what.on);
  if (wrong) return wrong;
  return known(state, what.kind, what.on, what.content) ? [] : [make(nextId(state), side)];
}

export const RecordMeeting = command({
  clause: 'ST.5.6',
  allowed: DURING_OR_AFTER,
  shape: object({ on: date(), mode: choice('IN_PERSON', 'REMOTE'), text: text(4000) }),
  decide: (state, p, ctx) =>
    recording(
      state,
      ctx,
      { kind: 'MEETING', on: p.on, content: contentOf(p.mode, p.text) },
      (id, side) => event('QuarterlyMeetingHeld', { id, side, ...p }),
    ),
});

export const RecordActivity = command({
  clause: 'ST.5.6',
  allowed: DURING_OR_AFTER,
  shape: object({ on: date(), text: text(4000) }),
  decide: (state, p, ctx) =>
    recording(state, ctx, { kind: 'ACTIVITY', on: p.on, content: contentOf(p.text) }, (id, side) =>
      event('ActivityRecorded', { id, side, ...p }),
    ),
});

export const RecordTraining = command({
  clause: 'ST.5.6',
  allowed: DURING_OR_AFTER,
  shape: object({ on: date(), text: text(4000), people: integer(1, 10_000) }),
  decide: (state, p, ctx) =>
    recording(
      state,
      ctx,
      { kind: 'TRAINING', on: p.on, content: contentOf(p.text, p.people) },
      (id, side) => event('TrainingDelivered', { id, side, ...p }),
    ),
});

const someItem = (items: readonly string[]): Refusal | null =>
  items.length > 0 ? null : refuse('UNKNOWN_PLAN_ITEM', 'ST.5.5', { items });

const inPlan = (items: readonly string[], item: string): Refusal | null =>
  items.includes(item) ? null : refuse('UNKNOWN_PLAN_ITEM', 'ST.5.5', { item, items });

const milestonesOf = (state: Agreement): readonly string[] => {
  const { milestones, workPackages } = planItemIds(state);
  return [...milestones, ...workPackages];
};

export const RecordMilestone = command({
  clause: 'ST.4(g)',
  allowed: IN_FORCE,
  shape: object({ item: text(40), on: date(), text: text(4000) }),
  open: (state) => someItem(milestonesOf(state)),
  decide(state, p, ctx) {
    return (
      inPlan(milestonesOf(state), p.item) ??
      recording(
        state,
        ctx,
        { kind: 'MILESTONE', on: p.on, content: contentOf(p.item, p.text) },
        (id, side) => event('MilestoneReached', { id, side, ...p }),
      )
    );
  },
});

export const UpdateTaskShare = command({
  clause: 'DIR 1.9.2',
  allowed: IN_FORCE,
  shape: object({ item: text(40), share: integer(0, 100) }),
  open: (state) => someItem(planItemIds(state).tasks),
  decide(state, { item, share }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const wrong = inPlan(planItemIds(state).tasks, item);
    if (wrong) return wrong;
    const last = state.execution.records.findLast(
      (r) => r.kind === 'TASK_SHARE' && !r.struck && r.content.startsWith(`["${item}",`),
    );
    return last?.content === contentOf(item, share)
      ? []
      : [event('TaskShareUpdated', { id: nextId(state), side, item, on: ctx.today, share })];
  },
});

export const CorrectRecord = command({
  clause: 'ST.5.6',
  allowed: DURING_OR_AFTER,
  shape: object({
    of: text(20),
    reason: text(4000),
    on: optional(date()),
    struck: optional(flag()),
  }),
  open: (state, { actor }) =>
    someOf(state.execution.records, 'ST.5.6', (r) =>
      r.side === sideOf(state, actor.member)
        ? null
        : refuse('RECORD_NOT_OWN', 'ST.4(d)', { of: r.id }),
    ),
  decide(state, { of, reason, on, struck = false }, ctx) {
    const side = sideOf(state, ctx.actor.member);
    const record = state.execution.records.find((r) => r.id === of);
    if (record === undefined || record.side !== side) {
      return refuse('RECORD_NOT_OWN', 'ST.4(d)', { of });
    }
    const day = on ?? record.on;
    const wrong = struck ? null : inForceOn(state, ctx, day);
    if (wrong) return wrong;
    return day === record.on && struck === record.struck
      ? []
      : [event('RecordCorrected', { of, side, reason, on: day, struck })];
  },
});
