import { addDays, addMonths, type Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { managerOf } from '../../kernel/access.js';
import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import {
  choice,
  date,
  flag,
  hash,
  integer,
  list,
  object,
  optional,
  text,
} from '../../kernel/schema.js';
import { parentOr } from '../../kernel/parent.js';
import type { Ruleset } from '../../rulesets/index.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { ENDED, FORCE } from '../../kernel/vocabulary.js';
import { nextBodyDecision } from '../ending/state.js';
import { evaluationAt, readinessNow } from './evidence.js';
import { bodyFor, BODIES, majorityReached, recorderOf, type Body } from './kinds.js';
import { OUTLIVING, toExit } from './open.js';
import { categoryAdmitsP, isBarred } from './readiness.js';
import { openEvaluations, type Evaluation } from './state.js';

/** Some evaluation has come to this stage, and its body is one that the caller may act for. */
const someAt = (
  state: Agreement,
  stage: Evaluation['stage'],
  suits: (body: Body, evaluation: Evaluation) => Refusal | null,
): Refusal | null =>
  someOf(openEvaluations(state), 'rules 6.5', (e) =>
    e.stage === stage
      ? suits(e.body, e)
      : refuse('WRONG_STATUS', 'rules 6.5', { evaluation: e.id, stage: e.stage, allowed: [stage] }),
  );

const isOwn = (own: boolean) => (body: Body) =>
  (body === 'OWN') === own ? null : refuse('WRONG_BODY', 'rules 6.5', { body, competent: body });

/** By the recorder of the body; for a committee or its parent, by the manager of just that one. */
function mayRecord({ body, office }: Evaluation, state: Agreement, ctx: Context): Refusal | null {
  const clause = 'rules 6.5';
  if (recorderOf[body] !== ctx.actor.role) {
    return refuse('FORBIDDEN_ROLE', clause, { recorder: recorderOf[body] });
  }
  if (ctx.actor.role !== 'COMMITTEE_MANAGER') return null;
  const committee = body === 'TC' ? parentOr(office.parent, ctx) : state.committee;
  return managerOf(committee, { command: 'RecordBodyDecision', clause }, state, ctx);
}

/** The bar and the category; the recommendation never blocks (rules.md 4.1, "Consequence"). */
function mayBecomeP(state: Agreement, ctx: Context): Refusal | null {
  const body = ctx.facts.members[String(state.twinned)];
  if (isBarred(ctx.facts, state.twinned, ctx.today)) {
    return refuse('REGAIN_TOO_EARLY', 'DIR 1.7.4', { earliest: body?.barredUntil ?? null });
  }
  return categoryAdmitsP(ctx.facts, state.twinned)
    ? null
    : refuse('CATEGORY_CANNOT_BE_P', 'DIR 1.7', { category: body?.category ?? null });
}

/** New Rights memberships are registered by ISO/CS, on request (HD328). */
const needsIsoCs = (state: Agreement, ctx: Context): boolean => {
  const body = ctx.facts.members[String(state.twinned)];
  return body?.newRights === true && body.category !== 'FULL';
};

/** The exit takes place by itself when the arrangement ends (rules.md 6.5). */
function afterEnd({ term }: Agreement): Day {
  if (term === null) throw new Error('An agreement that is in force has a term.');
  return addDays(term.end, 1);
}

/** O→P and the exit are the twinned body's own decision (DIR 1.7.3). */
export const DecideOwnStatus = command({
  clause: 'DIR 1.7.3',
  allowed: [{ roles: ['TWINNED_REP'], in: FORCE }],
  shape: object({
    evaluation: text(20),
    decision: choice('DECLARE_P', 'NOT_NOW'),
    reason: optional(text(4000)),
  }),
  open: (state) => someAt(state, 'READINESS_REVIEWED', isOwn(true)),
  decide(state, { evaluation: id, decision, reason = null }, ctx) {
    const evaluation = evaluationAt(state, id, 'READINESS_REVIEWED');
    if (isRefusal(evaluation)) return evaluation;
    const { kind } = evaluation;
    if (evaluation.body !== 'OWN') {
      const { body } = evaluation;
      return refuse('WRONG_BODY', 'rules 6.5', { evaluation: id, body, competent: body });
    }
    const own = { evaluation: id, body: 'OWN', reference: null, decidedOn: ctx.today } as const;
    if (decision === 'NOT_NOW') return [event('TransitionRefused', { ...own, reason })];
    const wrong = kind === 'O_TO_P' ? mayBecomeP(state, ctx) : toExit(state, ctx);
    if (wrong) return wrong;
    return kind === 'O_TO_P' && needsIsoCs(state, ctx)
      ? [event('TransitionSubmitted', { evaluation: id, body: 'ISO_CS', papers: [] })]
      : [
          event('TransitionApproved', {
            ...own,
            effectiveOn: kind === 'EXIT' ? afterEnd(state) : ctx.today,
            yes: null,
            no: null,
          }),
        ];
  },
});

/** The hard gates of the evaluation, and the lead's relinquishment: no payload mends them. */
function notReady(state: Agreement, evaluation: Evaluation, ctx: Context): Refusal | null {
  const unmet = readinessNow(state, evaluation, ctx).gates.filter((g) => !g.met);
  if (unmet.length > 0) {
    return refuse('EVIDENCE_MISSING', 'rules 6.5', { gates: unmet.map((g) => g.gate) });
  }
  return evaluation.kind === 'SECRETARIAT' && state.evaluation.relinquish === null
    ? refuse('LEAD_HAS_NOT_RELINQUISHED', 'ST.5.7', { lead: state.lead })
    : null;
}

/** To the body of rules.md 6.5, with its hard gates met; a secretariat with the lead's relinquishment (ST.5.7). */
export const SubmitToBody = command({
  clause: 'ST.5.7',
  allowed: [{ roles: ['TWINNED_REP'], in: FORCE }],
  shape: object({
    evaluation: text(20),
    body: choice(...BODIES),
    /** Two or more offers for the secretariat of a subcommittee: the TMB decides (DIR 1.9.4). */
    contested: optional(flag()),
    papers: list(object({ title: text(200), hash: hash() }), 0, 50),
  }),
  papers: (_, { papers }) =>
    papersIn(
      'papers',
      papers.map((paper) => paper.hash),
    ),
  open: (state, ctx) =>
    someAt(
      state,
      'READINESS_REVIEWED',
      (body, evaluation) => isOwn(false)(body) ?? notReady(state, evaluation, ctx),
    ),
  decide(state, { evaluation: id, body, contested = false, papers }, ctx) {
    const evaluation = evaluationAt(state, id, 'READINESS_REVIEWED');
    if (isRefusal(evaluation)) return evaluation;
    const { kind, office } = evaluation;
    const competent = bodyFor(kind, office, contested);
    if (competent === 'OWN' || body !== competent) {
      return refuse('WRONG_BODY', 'rules 6.5', { body, competent });
    }
    const wrong = notReady(state, evaluation, ctx);
    if (wrong !== null) return wrong;
    if (papers.length === 0) {
      return refuse('EVIDENCE_MISSING', 'rules 6.5', { gates: ['PAPERS'] });
    }
    return [event('TransitionSubmitted', { evaluation: id, body, papers })];
  },
});

const holdsSecretariat = (state: Agreement, ctx: Context): Refusal | null =>
  state.lead !== null && ctx.facts.committee?.secretariat === state.lead
    ? null
    : refuse('LEAD_NOT_SECRETARIAT', 'DIR 1.9.2', { lead: state.lead });

/** Twelve months' notice (DIR 1.9.3, 1.9.4); one is enough. */
export const GiveRelinquishNotice = command({
  clause: 'DIR 1.9.3, 1.9.4',
  allowed: [{ roles: ['LEAD_REP'], in: [...FORCE, ...ENDED], types: ['SECRETARIAT'] }],
  shape: object({}),
  open: holdsSecretariat,
  decide(state, _, ctx) {
    const wrong = holdsSecretariat(state, ctx);
    if (wrong) return wrong;
    const { lead, evaluation } = state;
    if (lead === null || evaluation.relinquish !== null) return [];
    const months = rulesOf(state).terms.secretariat_relinquish_notice_months.value;
    const earliest = addMonths(ctx.today, months);
    return [event('RelinquishNoticeGiven', { member: lead, earliest })];
  },
});

const latest = (a: Day, b: Day): Day => (a > b ? a : b);

interface Decision {
  readonly yes: number | null;
  readonly no: number | null;
  readonly decidedOn: Day;
  readonly effectiveOn: Day | null;
}

/** A chair is appointed no more than a year ahead, and is chair elect until then (DIR 1.8.1). */
function tooFarAhead(decidedOn: Day, effectiveOn: Day, ruleset: Ruleset): Refusal | null {
  const last = addMonths(decidedOn, 12 * ruleset.terms.chair_elect_max_years_ahead.value);
  const expected = `a day from ${decidedOn} to ${last}`;
  return effectiveOn > last
    ? refuse('INVALID_INPUT', 'DIR 1.8.1', { faults: [{ pointer: '/effectiveOn', expected }] })
    : null;
}

/** Guards of an approval: the body's majority and, for a secretariat, the end of the lead's notice. */
function mayApprove(state: Agreement, evaluation: Evaluation, d: Decision): Refusal | null {
  const { kind, body } = evaluation;
  const counted = d.yes !== null && d.no !== null;
  const carried = counted && majorityReached(kind, body, { yes: d.yes, no: d.no }, rulesOf(state));
  if (body !== 'ISO_CS' && !carried) {
    return refuse('MAJORITY_MISSING', 'DIR 1.8.1', { body, yes: d.yes, no: d.no });
  }
  if (d.effectiveOn === null) return null;
  if (d.effectiveOn < d.decidedOn) {
    return refuse('BACKDATED', 'rules G12', { effectiveOn: d.effectiveOn, earliest: d.decidedOn });
  }
  const ahead = kind === 'CHAIR' ? tooFarAhead(d.decidedOn, d.effectiveOn, rulesOf(state)) : null;
  if (ahead) return ahead;
  const notice = kind === 'SECRETARIAT' ? (state.evaluation.relinquish?.earliest ?? null) : null;
  return notice !== null && d.effectiveOn < notice
    ? refuse('NOTICE_TOO_SHORT', 'DIR 1.9.3, 1.9.4', { earliest: notice })
    : null;
}

const inTime = (evaluation: Evaluation, decidedOn: Day, today: Day): Refusal | null => {
  const earliest = dayAt(evaluation.since);
  return decidedOn < earliest || decidedOn > today
    ? refuse('BACKDATED', 'rules G12', { decidedOn, earliest, latest: today })
    : null;
};

/**
 * What the body decided, by its recorder; the effective day, when not given, is the first one possible, so that the
 * office never is empty.
 */
export const RecordBodyDecision = command({
  clause: 'rules 6.5',
  allowed: [{ roles: ['COMMITTEE_MANAGER', 'TMB_SEC', 'ISO_CS'], in: OUTLIVING }],
  ofParent: true,
  stepUp: true,
  shape: object({
    evaluation: text(20),
    approved: flag(),
    resolution: optional(text(200)),
    yes: optional(integer(0, 1000)),
    no: optional(integer(0, 1000)),
    decidedOn: date(),
    effectiveOn: optional(date()),
    reason: optional(text(4000)),
  }),
  open: (state, ctx) => someAt(state, 'BODY_DECISION', (_, e) => mayRecord(e, state, ctx)),
  decide(state, payload, ctx) {
    const { evaluation: id, approved, resolution, decidedOn, reason = null } = payload;
    const { yes = null, no = null, effectiveOn = null } = payload;
    const evaluation = evaluationAt(state, id, 'BODY_DECISION');
    if (isRefusal(evaluation)) return evaluation;
    const { body, kind } = evaluation;
    const notTheirs = mayRecord(evaluation, state, ctx);
    if (notTheirs) return notTheirs;
    if (resolution === undefined) return refuse('RESOLUTION_MISSING', 'rules 6.5', { body });
    const wrong =
      inTime(evaluation, decidedOn, ctx.today) ??
      (approved ? mayApprove(state, evaluation, { yes, no, decidedOn, effectiveOn }) : null);
    if (wrong) return wrong;
    const base = {
      ...{ evaluation: id, body, reference: resolution, decidedOn },
      ...(body === 'ISO_CS' ? {} : { decision: nextBodyDecision(state) }),
    };
    if (!approved) return [event('TransitionRefused', { ...base, reason })];
    const notice = kind === 'SECRETARIAT' ? state.evaluation.relinquish?.earliest : undefined;
    const first = latest(decidedOn, notice ?? decidedOn);
    return [event('TransitionApproved', { ...base, effectiveOn: effectiveOn ?? first, yes, no })];
  },
});
