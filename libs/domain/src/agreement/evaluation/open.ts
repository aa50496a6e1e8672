import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { choice, object, optional, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { ENDED, FORCE, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import {
  EVALUATION_KINDS,
  LEADERSHIP_TYPES,
  officeKey,
  officeOf,
  suitsType,
  type EvaluationKind,
  type LeadershipType,
  type Office,
} from './kinds.js';
import { isBarred } from './readiness.js';
import { evaluationById, isOpenEvaluation, openEvaluations } from './state.js';

/** Where an evaluation may still be finished: also after the end, when a body has it (lifecycle.md B7, F2). */
export const OUTLIVING = [...FORCE, ...ENDED, 'CLOSED'] as const;

/** Status of the twinned body: as the registry has it, or when it has nothing, as confirmed in the log. */
export const twinnedStatus = (state: Agreement, ctx: Context): 'P' | 'O' | null => {
  const body = ctx.facts.members[String(state.twinned)];
  if (body !== undefined) return body.status;
  return state.evaluation.confirmedP ? 'P' : null;
};

export const proposed = (
  state: Agreement,
  ctx: Context,
  of: { readonly kind: EvaluationKind; readonly office: Office; readonly by: Side | null },
): AgreementEvent =>
  event('TransitionProposed', {
    id: `EV${String(state.evaluation.evaluations.length + 1)}`,
    ...of,
    status: twinnedStatus(state, ctx),
  });

interface Target {
  readonly type: LeadershipType;
  readonly workingGroup: string | null;
}

/** The office a new twinning would be for: asked of LEADERSHIP and of nothing else. */
function targetOf(
  kind: EvaluationKind,
  target: LeadershipType | undefined,
  workingGroup: string | undefined,
): Target | Refusal | undefined {
  const fault = (pointer: string, expected: string) =>
    refuse('INVALID_INPUT', 'rules 6.5', { faults: [{ pointer, expected }] });
  if (kind !== 'LEADERSHIP') {
    return target === undefined && workingGroup === undefined
      ? undefined
      : fault('/target', 'nothing: the office is that of the agreement');
  }
  if (target === undefined) return fault('/target', 'the office of the new twinning');
  return (target === 'CONVENOR') === (workingGroup !== undefined)
    ? { type: target, workingGroup: workingGroup ?? null }
    : refuse('WG_REQUIRED', 'DIR 1.12.1', { target });
}

const toP = (state: Agreement, ctx: Context): Refusal | null => {
  if (twinnedStatus(state, ctx) === 'P') return refuse('ALREADY_P', 'DIR 1.7.3');
  const until = ctx.facts.members[String(state.twinned)]?.barredUntil ?? null;
  return isBarred(ctx.facts, state.twinned, ctx.today)
    ? refuse('REGAIN_TOO_EARLY', 'DIR 1.7.4', { earliest: until })
    : null;
};

export const openOf = (state: Agreement, kind: EvaluationKind, office: Office) =>
  openEvaluations(state).find((e) => e.kind === kind && officeKey(e.office) === officeKey(office));

export const OpenEvaluation = command({
  clause: 'rules 6.5',
  allowed: [{ roles: PARTNERS, in: FORCE }],
  shape: object({
    kind: choice(...EVALUATION_KINDS),
    target: optional(choice(...LEADERSHIP_TYPES)),
    workingGroup: optional(text(40)),
  }),
  decide(state, { kind, target, workingGroup }, ctx) {
    if (!suitsType(state, kind)) {
      return refuse('WRONG_ROUTE_FOR_TYPE', 'rules 6.5', { kind, type: state.type });
    }
    const aim = targetOf(kind, target, workingGroup);
    if (aim !== undefined && 'refused' in aim) return aim;
    const office = officeOf(state, kind, ctx.facts.committee, aim);
    const open = openOf(state, kind, office);
    if (open !== undefined) return refuse('EVALUATION_OPEN', 'rules 6.5', { evaluation: open.id });
    const wrong = kind === 'O_TO_P' ? toP(state, ctx) : null;
    return wrong ?? [proposed(state, ctx, { kind, office, by: sideOf(state, ctx.actor.member) })];
  },
});

/** By the twinned body, or by the side that opened it. */
export const WithdrawEvaluation = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: OUTLIVING }],
  shape: object({ evaluation: text(20) }),
  decide(state, { evaluation: id }, ctx) {
    const evaluation = evaluationById(state, id);
    if (evaluation === undefined) return refuse('NOT_FOUND', 'rules 6.5', { evaluation: id });
    const side = sideOf(state, ctx.actor.member);
    if (side !== 'TWINNED' && side !== evaluation.openedBy) {
      return refuse('NOT_OWNER', 'rules 6.5', { evaluation: id });
    }
    if (evaluation.stage === 'WITHDRAWN') return [];
    return isOpenEvaluation(evaluation)
      ? [event('TransitionWithdrawn', { evaluation: id, reason: 'PARTNER' })]
      : refuse('WRONG_STATUS', 'rules 6.5', { evaluation: id, stage: evaluation.stage });
  },
});
