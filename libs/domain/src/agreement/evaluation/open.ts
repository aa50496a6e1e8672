import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { saying, whyFields } from '../../kernel/saying.js';
import { choice, object, optional, text } from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { ENDED, FORCE, PARTNERS, type Side } from '../../kernel/vocabulary.js';
import { workingGroupName } from '../guards/working-group.js';
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
import { evaluationById, isOpenEvaluation, openEvaluations, type Evaluation } from './state.js';

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
    ? { type: target, workingGroup: workingGroupName(workingGroup ?? null) }
    : refuse('WG_REQUIRED', 'DIR 1.12.1', { target });
}

const toP = (state: Agreement, ctx: Context): Refusal | null => {
  if (twinnedStatus(state, ctx) === 'P') return refuse('ALREADY_P', 'DIR 1.7.3');
  const until = ctx.facts.members[String(state.twinned)]?.barredUntil ?? null;
  return isBarred(ctx.facts, state.twinned, ctx.today)
    ? refuse('REGAIN_TOO_EARLY', 'DIR 1.7.4', { earliest: until })
    : null;
};

/** The exit leads to a P-status without support: where there is none, the way is O→P (rules.md 6.5). */
export const toExit = (state: Agreement, ctx: Context): Refusal | null =>
  twinnedStatus(state, ctx) === 'P'
    ? null
    : refuse('NOT_P_MEMBER_TWINNED', 'rules 6.5', { member: state.twinned });

const mayAim = (state: Agreement, kind: EvaluationKind, ctx: Context): Refusal | null => {
  if (kind === 'O_TO_P') return toP(state, ctx);
  return kind === 'EXIT' ? toExit(state, ctx) : null;
};

export const openOf = (state: Agreement, kind: EvaluationKind, office: Office) =>
  openEvaluations(state).find((e) => e.kind === kind && officeKey(e.office) === officeKey(office));

const alreadyOpen = (state: Agreement, kind: EvaluationKind, office: Office): Refusal | null => {
  const open = openOf(state, kind, office);
  return open === undefined
    ? null
    : refuse('EVALUATION_OPEN', 'rules 6.5', { evaluation: open.id });
};

/** What the type may evaluate and nobody has opened; a new twinning may be for many an office. */
const someKindFree = (state: Agreement, ctx: Context): Refusal | null =>
  someOf(
    EVALUATION_KINDS.filter((kind) => suitsType(state, kind)),
    'rules 6.5',
    (kind) =>
      kind === 'LEADERSHIP'
        ? null
        : (alreadyOpen(state, kind, officeOf(state, kind, ctx.facts.committee)) ??
          mayAim(state, kind, ctx)),
  );

export const OpenEvaluation = command({
  clause: 'rules 6.5',
  allowed: [{ roles: PARTNERS, in: FORCE }],
  shape: object({
    kind: choice(...EVALUATION_KINDS),
    target: optional(choice(...LEADERSHIP_TYPES)),
    workingGroup: optional(text(40)),
  }),
  open: someKindFree,
  asks: 'kind',
  decide(state, { kind, target, workingGroup }, ctx) {
    if (!suitsType(state, kind)) {
      return refuse('WRONG_ROUTE_FOR_TYPE', 'rules 6.5', { kind, type: state.type });
    }
    const aim = targetOf(kind, target, workingGroup);
    if (aim !== undefined && 'refused' in aim) return aim;
    const office = officeOf(state, kind, ctx.facts.committee, aim);
    const wrong = alreadyOpen(state, kind, office) ?? mayAim(state, kind, ctx);
    return wrong ?? [proposed(state, ctx, { kind, office, by: sideOf(state, ctx.actor.member) })];
  },
});

function mayWithdraw(state: Agreement, evaluation: Evaluation, ctx: Context): Refusal | null {
  const { id, stage, openedBy } = evaluation;
  const side = sideOf(state, ctx.actor.member);
  if (side !== 'TWINNED' && side !== openedBy) {
    return refuse('NOT_OWNER', 'rules 6.5', { evaluation: id });
  }
  return isOpenEvaluation(evaluation)
    ? null
    : refuse('WRONG_STATUS', 'rules 6.5', { evaluation: id, stage });
}

/** By the twinned body, or by the side that opened it. */
export const WithdrawEvaluation = command({
  clause: 'ST.4(a)',
  allowed: [{ roles: PARTNERS, in: OUTLIVING }],
  shape: object({ evaluation: text(20), ...whyFields }),
  open: (state, ctx) =>
    someOf(state.evaluation.evaluations, 'rules 6.5', (e) => mayWithdraw(state, e, ctx)),
  decide(state, { evaluation: id, why }, ctx) {
    const evaluation = evaluationById(state, id);
    if (evaluation === undefined) return refuse('NOT_FOUND', 'rules 6.5', { evaluation: id });
    const wrong = mayWithdraw(state, evaluation, ctx);
    if (evaluation.stage === 'WITHDRAWN' && wrong?.refused !== 'NOT_OWNER') return [];
    return (
      wrong ?? [event('TransitionWithdrawn', { evaluation: id, reason: 'PARTNER', ...saying(why) })]
    );
  },
});
