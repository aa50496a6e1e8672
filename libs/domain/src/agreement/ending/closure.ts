import { addMonths, type Day } from '../../calendar/day.js';
import { refuse, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { object, text } from '../../kernel/schema.js';
import { rulesOf, sideOf, statusOf, type Agreement } from '../../kernel/state.js';
import { lastDayAfter } from '../../kernel/timers.js';
import { ENDED, isOneOf, PARTNERS, SIDES } from '../../kernel/vocabulary.js';
import { claimKeysOf } from '../guards/claims.js';
import { resolveTriggered } from '../oversight/escalate.js';
import { isOpen } from './state.js';
import type { Instant } from '../../calendar/zurich.js';

export const missingReports = (state: Agreement) =>
  SIDES.filter((side) => state.ending.report[side] === undefined);

export const reportIsDone = (state: Agreement): boolean =>
  state.ending.reportWaived || missingReports(state).length === 0;

/**
 * Since when roles have to leave the Global Directory (ST.5.7, T67); null when none are left there: never registered,
 * not ended, or removed.
 */
export function rolesToRemoveSince(state: Agreement): Instant | null {
  const { ended, annulledAt, rolesRemovedAt } = state.ending;
  if (rolesRemovedAt !== null || state.stage === 'CLOSED') return null;
  if (isOneOf(ENDED, statusOf(state))) return ended?.at ?? null;
  if (state.approval.registration === null) return null;
  if (state.stage === 'REJECTED') return annulledAt;
  return state.stage === 'LAPSED' || state.stage === 'WITHDRAWN' ? (ended?.at ?? null) : null;
}

/** Ended, with roles in the Global Directory that a new arrangement for one of these claims would meet. */
export const leavesRolesIn = (state: Agreement, claims: readonly string[]): boolean =>
  rolesToRemoveSince(state) !== null && claimKeysOf(state).some((key) => claims.includes(key));

/** Each partner's own part; it covers the last review period. A new text replaces the former one. */
const FileClosureReport = command({
  clause: 'ST.5.7',
  allowed: [{ roles: PARTNERS, in: ENDED }],
  shape: object({ text: text(20_000) }),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    return state.ending.report[side] === payload.text
      ? []
      : [event('ClosureReportFiled', { side, text: payload.text })];
  },
});

/** Last inclusive day for the closure report. */
export const reportDueOn = (state: Agreement): Day | null =>
  state.ending.ended === null
    ? null
    : lastDayAfter.days(state.ending.ended.at, rulesOf(state).sla_defaults.closure_report_days);

const reportOverdue = (state: Agreement, today: Day): Refusal | null => {
  const dueOn = reportDueOn(state);
  return missingReports(state).length > 0 && dueOn !== null && today > dueOn
    ? null
    : refuse('REPORT_NOT_DUE', 'ST.5.7', { dueOn });
};

const CloseWithoutReport = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TPM'], in: ENDED }],
  shape: object({ reason: text(2000) }),
  open: (state, ctx) =>
    state.ending.reportWaived ? nothingToDo({ clause: 'ST.5.7' }) : reportOverdue(state, ctx.today),
  decide: (state, { reason }, ctx) =>
    state.ending.reportWaived
      ? []
      : (reportOverdue(state, ctx.today) ?? [event('ClosureReportWaived', { reason })]),
});

const rolesLeft = (state: Agreement): Refusal | null =>
  rolesToRemoveSince(state) === null ? refuse('ALREADY_REMOVED', 'ST.5.7') : null;

/** The twinned roles are out of the Global Directory (ST.5.7). */
const ConfirmGdRolesRemoved = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['ISO_CS', 'TPM'], in: [...ENDED, 'LAPSED', 'WITHDRAWN', 'REJECTED'] }],
  shape: object({}),
  open: rolesLeft,
  decide: (state, _, ctx) =>
    rolesLeft(state) ?? [
      event('GdRolesRemoved', { on: ctx.today }),
      ...resolveTriggered(state, 'T67'),
    ],
});

const tooEarly = (state: Agreement, today: Day): Refusal | null => {
  const { ended } = state.ending;
  // The invitation comes after twelve months; what is ready some time before is taken.
  const { follow_up_months, follow_up_early_months } = rulesOf(state).sla_defaults;
  const earliest =
    ended === null ? null : addMonths(ended.on, follow_up_months - follow_up_early_months);
  return earliest !== null && today >= earliest
    ? null
    : refuse('TOO_EARLY', 'ST.4(h)', { earliest });
};

/** What became of the twinning a year later (ST.4(h)); the status stays. */
const RecordFollowUp = command({
  clause: 'ST.4(h)',
  allowed: [{ roles: PARTNERS, in: ['CLOSED'] }],
  shape: object({ text: text(20_000) }),
  open: (state, ctx) => tooEarly(state, ctx.today),
  decide(state, payload, ctx) {
    const side = sideOf(state, ctx.actor.member);
    if (side === null) return refuse('PROXY_FORBIDDEN', 'ST.4(d)');
    const wrong = tooEarly(state, ctx.today);
    if (wrong) return wrong;
    return state.ending.followUp[side] === payload.text
      ? []
      : [event('FollowUpRecorded', { side, text: payload.text })];
  },
});

/** A cancellation stands when nobody can appeal it any more, nor a decision on appeal about it. */
const cancellationIsFinal = (state: Agreement): boolean =>
  state.ending.decisions
    .filter((d) => d.kind === 'CANCELLATION' || d.kind === 'APPEAL')
    .every((d) => d.final);

/** Closes an ended arrangement that nobody owes anything any more (lifecycle.md B8, "(SYS) close"). */
export const closeWhenDone = (state: Agreement): readonly AgreementEvent[] =>
  isOneOf(ENDED, statusOf(state)) &&
  reportIsDone(state) &&
  state.ending.rolesRemovedAt !== null &&
  !state.ending.appeals.some(isOpen) &&
  (state.stage !== 'CANCELLED' || cancellationIsFinal(state))
    ? [event('ArrangementClosed', {})]
    : [];

export const closureCommands = {
  FileClosureReport,
  CloseWithoutReport,
  ConfirmGdRolesRemoved,
  RecordFollowUp,
};
