import { dayAt } from '../../calendar/zurich.js';
import type { Context } from '../../kernel/decision.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import type { Agreement } from '../../kernel/state.js';
import { ENDED, FINAL, type Status } from '../../kernel/vocabulary.js';
import { windowDay } from '../execution/window.js';
import { resolveTriggered } from '../oversight/escalate.js';
import { openParts, reviewed } from './evidence.js';
import { officeOf, type EvaluationKind } from './kinds.js';
import { proposed, toExit, twinnedStatus } from './open.js';
import { isBarred } from './readiness.js';
import { isOpenEvaluation, isUndecided, openEvaluations, type Evaluation } from './state.js';

const over: readonly string[] = [...ENDED, ...FINAL] satisfies readonly Status[];

/** The office of the type; for a twinning of P-members O→P while the twinned body is no P-member, else the exit. */
const kindAtWindow = (state: Agreement, ctx: Context): EvaluationKind => {
  if (state.type !== 'P_MEMBER') return state.type;
  return twinnedStatus(state, ctx) === 'P' ? 'EXIT' : 'O_TO_P';
};

/**
 * The window opens one evaluation, once; one that is open by then, or was inside the window, is that one. O→P waits until
 * the bar after a downgrade is over (lifecycle.md B7).
 */
function atWindow(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  const { term, evaluation } = state;
  if (state.stage !== 'FORCE' || term?.windowOpened !== true) return [];
  if (evaluation.evaluations.some((e) => e.openedBy === null)) return [];
  const kind = kindAtWindow(state, ctx);
  if (kind === 'O_TO_P' && isBarred(ctx.facts, state.twinned, ctx.today)) return [];
  const since = windowDay(state, term);
  const inWindow = (e: Evaluation): boolean => isOpenEvaluation(e) || dayAt(e.since) >= since;
  return evaluation.evaluations.some((e) => e.kind === kind && inWindow(e))
    ? []
    : [
        proposed(state, ctx, {
          kind,
          office: officeOf(state, kind, ctx.facts.committee),
          by: null,
        }),
      ];
}

/** Not yet with a body when the agreement ends: withdrawn; the exit takes place then, as a P-member (lifecycle.md B7). */
function atTheEnd(state: Agreement, ctx: Context): readonly AgreementEvent[] {
  if (!over.includes(state.stage)) return [];
  const { ended } = state.ending;
  return openEvaluations(state).flatMap((e) => {
    const { id } = e;
    if (isUndecided(e)) {
      return [event('TransitionWithdrawn', { evaluation: id, reason: 'AGREEMENT_ENDED' })];
    }
    if (e.kind !== 'EXIT' || e.stage !== 'APPROVED' || ended === null) return [];
    return toExit(state, ctx) === null
      ? [
          event('TransitionCompleted', {
            evaluation: id,
            source: 'AGREEMENT_ENDED',
            since: dayAt(ended.at),
          }),
        ]
      : [event('TransitionWithdrawn', { evaluation: id, reason: 'NOT_CONFIRMED' })];
  });
}

const allPartsClosed = (state: Agreement, ctx: Context): readonly AgreementEvent[] =>
  over.includes(state.stage)
    ? []
    : state.evaluation.evaluations
        .filter((e) => e.stage === 'EVIDENCE_COLLECTION' && openParts(e).length === 0)
        .map((e) => reviewed(state, e, ctx));

/** Tasks of the TMB secretariat about a body that was waited for go when nobody waits any more. */
function noLongerAwaited(state: Agreement): readonly AgreementEvent[] {
  const waits = (isoCs: boolean): boolean =>
    openEvaluations(state).some(
      (e) => e.stage === 'BODY_DECISION' && (e.body === 'ISO_CS') === isoCs,
    );
  return [
    ...(waits(false) ? [] : resolveTriggered(state, 'T55')),
    ...(waits(true) ? [] : resolveTriggered(state, 'T56')),
  ];
}

export const settleEvaluation = (state: Agreement, ctx: Context): readonly AgreementEvent[] => [
  ...atTheEnd(state, ctx),
  ...allPartsClosed(state, ctx),
  ...atWindow(state, ctx),
  ...noLongerAwaited(state),
];
