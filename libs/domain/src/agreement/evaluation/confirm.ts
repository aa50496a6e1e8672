import type { Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, nothingToDo, someOf } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { date, object, optional, text } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import { resolveTriggered } from '../oversight/escalate.js';
import type { Source } from './events.js';
import { OUTLIVING, twinnedStatus } from './open.js';
import { evaluationById, openEvaluations, type Evaluation } from './state.js';

const sourceOf = (ctx: Context): Source => {
  const { role } = ctx.actor;
  return role === 'REGISTRY' ? 'REGISTRY' : role === 'ISO_CS' ? 'ISO_CS' : 'MBUA';
};

const openToP = (state: Agreement): Evaluation | undefined =>
  openEvaluations(state).find((e) => e.kind === 'O_TO_P');

const tooOld = (evaluation: Evaluation, since: Day): boolean => since < dayAt(evaluation.openedAt);

/**
 * The twinned body is P: by the registry or ISO/CS at once. Its own word against the registry is kept as a claim until
 * an import or ISO/CS settles it (D16). A fact older than the evaluation shows that there was nothing to evaluate.
 */
function becameP(state: Agreement, since: Day, ctx: Context): readonly AgreementEvent[] | Refusal {
  const { twinned, evaluation } = state;
  if (twinned === null) return refuse('PARTNER_NOT_CONFIRMED', 'ST.2');
  const open = openToP(state);
  if (open === undefined && evaluation.confirmedP) return [];
  const source = sourceOf(ctx);
  if (source === 'MBUA' && twinnedStatus(state, ctx) !== 'P') {
    return evaluation.claimedP?.since === since
      ? []
      : [event('StatusChangeClaimed', { member: twinned, since })];
  }
  return [
    ...(open === undefined
      ? []
      : tooOld(open, since)
        ? [event('TransitionWithdrawn', { evaluation: open.id, reason: 'ALREADY_P' })]
        : [event('TransitionCompleted', { evaluation: open.id, source, since })]),
    event('StatusChangeConfirmed', { member: twinned, source, since }),
  ];
}

/** The twinned body now holds the office it was twinned for: the arrangement has reached its aim (lifecycle.md B4). */
function transferred(state: Agreement, evaluation: Evaluation, ctx: Context): AgreementEvent[] {
  const { kind, approval } = evaluation;
  if (state.stage !== 'FORCE' || kind !== state.type || approval === null) return [];
  const { body, reference, decidedOn } = approval;
  return [
    event('RoleTransferRecorded', { body, reference: reference ?? evaluation.id, decidedOn }),
    ...resolveTriggered(state, 'ROLE_TRANSFER'),
    event('ArrangementTerminated', { reason: 'ROLE_TRANSFERRED', by: null, on: ctx.today }),
  ];
}

/**
 * ISO/CS confirms no earlier than the day from which the body's decision takes effect: a secretariat not before the end of
 * the notice (DIR 1.9.3, 1.9.4). What the registry shows has happened, whenever that was (D16).
 */
function tooEarly({ kind, approval }: Evaluation, since: Day, ctx: Context): Refusal | null {
  const earliest = approval?.effectiveOn ?? null;
  if (earliest === null || since >= earliest || sourceOf(ctx) === 'REGISTRY') return null;
  return kind === 'SECRETARIAT'
    ? refuse('NOTICE_TOO_SHORT', 'DIR 1.9.3, 1.9.4', { earliest })
    : refuse('BACKDATED', 'rules 6.5', { since, earliest, latest: ctx.today });
}

/** An office to take over, or P of the twinned body where nothing confirms it yet. */
function somethingToConfirm(state: Agreement, ctx: Context): Refusal | null {
  if (state.type === 'P_MEMBER' && (!state.evaluation.confirmedP || openToP(state))) return null;
  if (sourceOf(ctx) === 'MBUA') return nothingToDo({ clause: 'DIR 1.7.3' });
  return someOf(openEvaluations(state), 'rules 6.5', (evaluation) => {
    const { id, stage, kind } = evaluation;
    return stage === 'APPROVED' && kind !== 'EXIT'
      ? tooEarly(evaluation, ctx.today, ctx)
      : refuse('WRONG_STATUS', 'rules 6.5', { evaluation: id, stage, allowed: ['APPROVED'] });
  });
}

/** The new holder is recorded before the agreement ends, so that the office is never empty (F21). */
function tookOffice(
  state: Agreement,
  evaluation: Evaluation,
  since: Day,
  ctx: Context,
): readonly AgreementEvent[] | Refusal {
  const { id, kind, stage } = evaluation;
  const source = sourceOf(ctx);
  if (source === 'MBUA') return refuse('FORBIDDEN_ROLE', 'rules 6.5', { kind });
  if (stage === 'EFFECTIVE') return [];
  // The exit takes place by itself when the agreement ends.
  if (stage !== 'APPROVED' || kind === 'EXIT') {
    return refuse('WRONG_STATUS', 'rules 6.5', { evaluation: id, stage, allowed: ['APPROVED'] });
  }
  const early = tooEarly(evaluation, since, ctx);
  if (early) return early;
  return [
    event('TransitionCompleted', { evaluation: id, source, since }),
    ...transferred(state, evaluation, ctx),
  ];
}

/**
 * A change of status or office has taken place. Without an evaluation it is about P of the twinned body, which is
 * recorded also when the evaluation is over (T57).
 */
export const ConfirmEffective = command({
  clause: 'DIR 1.7.3',
  allowed: [{ roles: ['REGISTRY', 'TWINNED_MBUA', 'ISO_CS'], in: OUTLIVING }],
  shape: object({ evaluation: optional(text(20)), since: date() }),
  open: somethingToConfirm,
  decide(state, { evaluation: id, since }, ctx) {
    if (since > ctx.today) {
      const faults = [{ pointer: '/since', expected: 'a day that is not in the future' }];
      return refuse('INVALID_INPUT', 'lifecycle D15', { faults });
    }
    if (id === undefined) {
      return state.type === 'P_MEMBER'
        ? becameP(state, since, ctx)
        : refuse('WRONG_ROUTE_FOR_TYPE', 'DIR 1.7.3', { type: state.type });
    }
    const evaluation = evaluationById(state, id);
    if (evaluation === undefined) return refuse('NOT_FOUND', 'rules 6.5', { evaluation: id });
    if (tooOld(evaluation, since)) {
      return refuse('FACT_TOO_OLD', 'lifecycle B7', {
        since,
        openedOn: dayAt(evaluation.openedAt),
      });
    }
    return evaluation.kind === 'O_TO_P'
      ? becameP(state, since, ctx)
      : tookOffice(state, evaluation, since, ctx);
  },
});
