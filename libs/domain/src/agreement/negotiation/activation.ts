import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { parentField } from '../../kernel/parent.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { prerequisites, sideOfPrerequisite } from '../guards/prerequisites.js';
import { currentValue } from './documents.js';
import { meetingDates, reviewDates, type Dates } from './term.js';

/**
 * Where P is the outcome, a twinned body that is P from the beginning is confirmed as such: from then on losing it is a
 * failing (table G3). Where P is asked for from registration on, it is one in any case.
 */
function confirmedFromTheStart(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  const body = ctx.facts.members[String(state.twinned)];
  if (state.type !== 'P_MEMBER' || state.evaluation.confirmedP || body?.status !== 'P') return [];
  if (rulesOf(state).p_member_entry.value === 'P_AT_REGISTRATION') return [];
  const since = body.statusSince ?? ctx.today;
  return [event('StatusChangeConfirmed', { member: body.id, source: 'REGISTRY', since })];
}

/** The start of force: the term with its annual reviews and quarterly meetings (ST.5.6, template instructions). */
export const activated = (
  state: Agreement,
  dates: Dates,
  ctx: Context,
): readonly AgreementEvent[] => [
  event('ArrangementActivated', {
    start: dates.start,
    end: dates.end,
    reviewDates: reviewDates(state, dates),
    meetingDates: meetingDates(state, dates, currentValue(state, 'meetings')?.dates ?? []),
    ...(state.type === 'CHAIR' ? parentField(ctx.facts.committee) : {}),
  }),
  ...confirmedFromTheStart(state, ctx),
];

/**
 * T22: the planned start. The committee prerequisites are read again; what is broken and not yet on record suspends the
 * arrangement at once. What was read is in the events (lifecycle.md D23).
 */
export function plannedStart(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  const { agreedDates } = state.negotiation;
  if (agreedDates === null) return [];
  const broken = prerequisites(state, ctx.facts, 'CONTINUOUS')
    .map(({ refused }) => ({ rule: refused, side: sideOfPrerequisite(refused) }))
    .filter((b) => !state.execution.broken.some((k) => k.rule === b.rule && k.side === b.side));
  return [
    ...activated(state, agreedDates, ctx),
    ...broken.map((b) => event('PrerequisiteBroken', { ...b, since: ctx.today, reference: null })),
  ];
}
