import { addDays, type Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { choice, date, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, statusOf, type Agreement } from '../../kernel/state.js';
import { ENDED, isOneOf } from '../../kernel/vocabulary.js';
import { subjectOf, waives } from '../execution/prerequisites.js';
import { actionsFit, numberedActions, orders } from './review.js';
import { TMB_ACTIONS, type ActionOrder, type TmbAction } from './events.js';

/** What the TMB orders, as a caller gives it. */
export interface TmbOrder {
  readonly action: TmbAction;
  readonly until?: Day;
  readonly rule?: string;
  readonly actions?: readonly Omit<ActionOrder, 'id'>[];
  readonly comment?: string;
}

export const tmbOrderFields = {
  action: choice(...TMB_ACTIONS),
  until: optional(date()),
  rule: optional(text(60)),
  actions: optional(orders()),
  comment: optional(text()),
};

/** `until` where the action needs one: after today; a suspension at most 180 days from today. */
function untilFits(state: Agreement, order: TmbOrder, ctx: Context): Refusal | null {
  if (order.action !== 'SUSPEND' && order.action !== 'CONTINUE_WITH_WAIVER') return null;
  const latest =
    order.action === 'SUSPEND'
      ? addDays(ctx.today, rulesOf(state).lifecycle_defaults.tmb_suspension_max_days)
      : null;
  const { until } = order;
  if (until !== undefined && until > ctx.today && (latest === null || until <= latest)) return null;
  return refuse('UNTIL_REQUIRED', 'ST.5.7', { after: ctx.today, latest });
}

const unfitRule = (expected: string): Refusal =>
  refuse('INVALID_INPUT', 'ST.5.7', { faults: [{ pointer: '/rule', expected }] });

/** A waiver lets the arrangement run without a prerequisite that it lacks now; of nothing else there is one (T35). */
function ruleNamed(state: Agreement, { action, rule }: TmbOrder): Refusal | null {
  if (action !== 'CONTINUE_WITH_WAIVER') return null;
  if (rule === undefined) return unfitRule('the rule that is waived');
  return state.execution.broken.some((b) => waives(rule, b))
    ? null
    : unfitRule('a prerequisite that is broken now');
}

/** What a waiver may name now: each broken prerequisite with its side. */
export const rulesToWaive = (state: Agreement) => ({ rule: state.execution.broken.map(subjectOf) });

/** The events of a TMB order: the decision, and the cancellation that it may be. */
export function ordered(
  state: Agreement,
  order: TmbOrder,
  basis: { reference: string; decidedOn: Day; items: readonly string[]; byAppeal: boolean },
  ctx: Context,
): readonly AgreementEvent[] | Refusal {
  const { action, until, rule, actions = [], comment = null } = order;
  const wrong =
    untilFits(state, order, ctx) ??
    ruleNamed(state, order) ??
    actionsFit(action === 'CONTINUE_WITH_ACTIONS', actions.length);
  if (wrong) return wrong;
  const numbered = numberedActions(state, actions, ctx);
  if (isRefusal(numbered)) return numbered;
  const named = action === 'SUSPEND' || action === 'CONTINUE_WITH_WAIVER';
  const { reference, decidedOn } = basis;
  return [
    event('TmbActionDecided', {
      ...basis,
      action,
      until: named ? (until ?? null) : null,
      rule: action === 'CONTINUE_WITH_WAIVER' ? (rule ?? null) : null,
      actions: numbered,
      comment,
    }),
    ...(action === 'CANCEL'
      ? [
          event('ArrangementCancelled', {
            reason: basis.byAppeal ? 'APPEAL' : 'TMB',
            reference,
            decidedOn,
          }),
        ]
      : []),
  ];
}

/** An end overtook a matter before the TMB: what it decided before may still be noted. */
const overtaken = (state: Agreement): boolean =>
  state.ending.ended !== null &&
  state.oversight.escalations.some((e) => e.level === 'L4' && e.stage === 'MOOT');

const notBeforeTmb = (state: Agreement): Refusal =>
  refuse('WRONG_STATUS', 'ST.5.7', { status: statusOf(state) });

/** The TMB decided before the end what was recorded after it: readable, without effect (lifecycle.md D7). */
function noted(
  state: Agreement,
  action: TmbAction,
  reference: string,
  decidedOn: Day,
): readonly AgreementEvent[] | Refusal {
  const over = state.ending.ended;
  return over !== null && overtaken(state) && decidedOn < dayAt(over.at)
    ? [event('TmbActionNoted', { action, reference, decidedOn })]
    : notBeforeTmb(state);
}

/** One decision of the TMB on all open items (ST.5.7, lifecycle.md D14). */
const DecideEscalation = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TMB_SEC'], in: ['UNDER_TMB_REVIEW', ...ENDED] }],
  stepUp: true,
  shape: object({ ...tmbOrderFields, reference: optional(text(200)), decidedOn: date() }),
  known: rulesToWaive,
  open: (state) =>
    isOneOf(ENDED, statusOf(state)) && !overtaken(state) ? notBeforeTmb(state) : null,
  decide(state, { reference, decidedOn, ...order }, ctx) {
    if (reference === undefined) return refuse('REFERENCE_REQUIRED', 'ST.5.7');
    const items = state.oversight.escalations.filter((e) => e.open && e.level === 'L4');
    const earliest = items.map((e) => dayAt(e.since)).sort()[0];
    if (decidedOn > ctx.today || (earliest !== undefined && decidedOn < earliest)) {
      return refuse('BACKDATED', 'ST.5.7', { earliest: earliest ?? null, latest: ctx.today });
    }
    if (isOneOf(ENDED, statusOf(state))) return noted(state, order.action, reference, decidedOn);
    const basis = { reference, decidedOn, items: items.map((e) => e.id), byAppeal: false };
    return ordered(state, order, basis, ctx);
  },
});

export const tmbDecisionCommands = { DecideEscalation };
