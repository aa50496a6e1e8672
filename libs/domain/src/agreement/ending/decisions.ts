import type { CommitteeFacts } from '../../kernel/facts.js';
import { lastDayAfter } from '../../kernel/timers.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import type { Day } from '../../calendar/day.js';
import { isOpen, type AppealableDecision, type AppealLevel, type DecidingBody } from './state.js';

/** What upholding an appeal on a decision undoes (lifecycle.md D20). */
export type Undone = 'APPROVAL' | 'REJECTION' | 'CANCELLATION' | 'TMB_ACTION' | 'BODY';

const DAYS_PER_WEEK = 7;

/** Last inclusive day of the appeal window: twelve weeks from the decision (DIR 5.1.1). */
export const appealableUntil = (state: Agreement, decision: AppealableDecision): Day =>
  lastDayAfter.days(decision.decidedOn, rulesOf(state).appeals.window_weeks.value * DAYS_PER_WEEK);

/**
 * The level that decides on appeal: SC → TC, TC → TMB, TMB → Council, TPM → TMB; null above Council (DIR 5.1.1). A
 * committee is a subcommittee when it has a parent.
 */
export function levelAbove(
  body: DecidingBody,
  committee: CommitteeFacts | null,
): AppealLevel | null {
  switch (body) {
    case 'TPM':
    case 'TC':
      return 'TMB';
    case 'COMMITTEE':
      return committee?.parentId == null ? 'TMB' : 'TC';
    case 'TMB':
      return 'COUNCIL';
    case 'COUNCIL':
      return null;
  }
}

export const decisionById = (state: Agreement, id: string): AppealableDecision | undefined =>
  state.ending.decisions.find((d) => d.id === id);

export const hasOpenAppeal = (state: Agreement, id: string): boolean =>
  state.ending.appeals.some((a) => a.decision === id && isOpen(a));

/**
 * What is undone when an appeal on this decision is upheld; null when it was about an inaction. A decision on appeal
 * that dismissed leaves the first decision to be undone; one that upheld is undone by restoring it.
 */
export function undoneBy(state: Agreement, decision: AppealableDecision): Undone | null {
  if (decision.kind !== 'APPEAL') return decision.kind;
  const first = decisionById(state, decision.onAppeal?.decision ?? '');
  const undone = first === undefined ? null : undoneBy(state, first);
  if (decision.onAppeal?.outcome !== 'UPHELD') return undone;
  switch (undone) {
    // The upheld appeal turned an approval into a rejection or a cancellation, a rejection into an approval and a
    // cancellation back into an arrangement in force.
    case 'APPROVAL':
      return state.stage === 'CANCELLED' ? 'CANCELLATION' : 'REJECTION';
    case 'REJECTION':
    case 'CANCELLATION':
      return 'APPROVAL';
    case 'TMB_ACTION':
    case 'BODY':
    case null:
      return undone;
  }
}
