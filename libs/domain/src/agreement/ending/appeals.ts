import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event } from '../../kernel/events.js';
import { papersIn } from '../../kernel/papers.js';
import { parentField } from '../../kernel/parent.js';
import { choice, date, flag, hash, list, object, optional, text } from '../../kernel/schema.js';
import { saying, whyFields } from '../../kernel/saying.js';
import type { Agreement } from '../../kernel/state.js';
import { PARTNERS, STATUSES } from '../../kernel/vocabulary.js';
import { rulesToWaive, tmbOrderFields } from '../oversight/tmb-decision.js';
import { isRecorder, mayRefer } from './appeal-roles.js';
import { appealableUntil, decisionById, levelAbove } from './decisions.js';
import { effectsOf } from './effects.js';
import { isOpen, type Appeal, type AppealStage, type DecidingBody } from './state.js';

/** The appeal, when it is known and has come to one of these stages. */
function appealAt(state: Agreement, id: string, stages: readonly AppealStage[]): Appeal | Refusal {
  const appeal = state.ending.appeals.find((a) => a.id === id);
  if (appeal === undefined) return refuse('NOT_FOUND', 'DIR 5.1', { appeal: id });
  return stages.includes(appeal.stage)
    ? appeal
    : refuse('WRONG_STATUS', 'DIR 5', { appeal: id, stage: appeal.stage, allowed: stages });
}

/** Some appeal has come to one of these stages, and the guard lets it through. */
function someAppeal(
  state: Agreement,
  stages: readonly AppealStage[],
  guard: (appeal: Appeal) => Refusal | null,
): Refusal | null {
  const open = state.ending.appeals.filter(isOpen);
  return open.length === 0
    ? refuse('WRONG_STATUS', 'DIR 5', { appeals: 0 })
    : someOf(open, 'DIR 5', ({ id }) => {
        const appeal = appealAt(state, id, stages);
        return isRefusal(appeal) ? appeal : guard(appeal);
      });
}

/** What is appealed: the body, and the decision unless it is an inaction. */
function subjectOf(
  state: Agreement,
  decision: string | undefined,
  inaction: { readonly body: DecidingBody } | undefined,
  ctx: Context,
): { readonly against: DecidingBody } | Refusal {
  if ((decision === undefined) === (inaction === undefined)) {
    return refuse('INVALID_INPUT', 'DIR 5.1', {
      faults: [{ pointer: '/decision', expected: 'either a decision or an inaction' }],
    });
  }
  if (inaction !== undefined) return { against: inaction.body };
  const known = decisionById(state, decision ?? '');
  if (known === undefined || known.body === 'COUNCIL') {
    return refuse('NOT_APPEALABLE', 'DIR 5.1.1', { decision: decision ?? null });
  }
  const until = appealableUntil(state, known);
  if (ctx.today > until) return refuse('APPEAL_WINDOW_CLOSED', 'DIR 5.1.1', { until });
  return known.final
    ? refuse('NOT_APPEALABLE', 'DIR 5.1.1', { decision: known.id })
    : { against: known.body };
}

/** One appeal per decision, or inaction of one body, and appellant. */
const lodgedBefore = (
  state: Agreement,
  member: number,
  decision: string | undefined,
  against: DecidingBody,
): Refusal | null => {
  const before = state.ending.appeals.find(
    (a) =>
      a.member === member &&
      (decision === undefined
        ? a.decision === null && a.against === against && isOpen(a)
        : a.decision === decision),
  );
  return before === undefined ? null : refuse('APPEAL_OPEN', 'DIR 5.1', { appeal: before.id });
};

// A draft is known to its partners only: for other bodies it does not exist yet.
const APPELLANTS = [
  { roles: PARTNERS, in: STATUSES },
  { roles: ['MEMBER_REP'], in: STATUSES.filter((status) => status !== 'DRAFT') },
] as const;

const mayAppeal = ({ actor: { member, role }, facts }: Context): Refusal | null =>
  role === 'MEMBER_REP' && facts.members[String(member)]?.status !== 'P'
    ? refuse('FORBIDDEN_ROLE', 'DIR 5.1.2', { member, status: 'P' })
    : null;

/** A partner, or another body that is a P-member of the committee (DIR 5.1.1, 5.1.2). */
const LodgeAppeal = command({
  clause: 'DIR 5.1',
  allowed: APPELLANTS,
  open: (_, ctx) => mayAppeal(ctx),
  shape: object({
    decision: optional(text(20)),
    inaction: optional(object({ body: choice('TPM', 'COMMITTEE', 'TMB'), text: text() })),
    grounds: optional(text(20_000)),
    documents: optional(list(hash(), 0, 50)),
  }),
  papers: (_, { documents = [] }) => papersIn('documents', documents),
  decide(state, { decision, inaction, grounds, documents = [] }, ctx) {
    const { member } = ctx.actor;
    if (member === null) return refuse('PROXY_FORBIDDEN', 'DIR 5.1');
    const wrong = mayAppeal(ctx);
    if (wrong) return wrong;
    const subject = subjectOf(state, decision, inaction, ctx);
    if (isRefusal(subject)) return subject;
    const { against } = subject;
    const before = lodgedBefore(state, member, decision, against);
    if (before) return before;
    if (grounds === undefined || documents.length === 0) {
      return refuse('GROUNDS_MISSING', 'DIR 5.1', {
        missing: grounds === undefined ? 'grounds' : 'documents',
      });
    }
    const level = levelAbove(against, ctx.facts.committee);
    if (level === null) return refuse('NOT_APPEALABLE', 'DIR 5.1.1', { body: against });
    return [
      event('AppealLodged', {
        id: `A${String(state.ending.appeals.length + 1)}`,
        decision: decision ?? null,
        inaction: inaction?.text ?? null,
        against,
        level,
        ...(level === 'TC' ? parentField(ctx.facts.committee) : {}),
        member,
        grounds,
        documents,
      }),
    ];
  },
});

/** Passed on within four weeks: by ISO/CS, to the parent committee by its manager (DIR 5.3.3, 5.4). */
const ReferAppeal = command({
  clause: 'DIR 5.3.3',
  allowed: [{ roles: ['ISO_CS', 'COMMITTEE_MANAGER'], in: STATUSES }],
  ofParent: true,
  shape: object({ appeal: text(20), comments: optional(text()) }),
  open: (state, ctx) => someAppeal(state, ['LODGED'], (appeal) => mayRefer(appeal, state, ctx)),
  decide(state, { appeal: id, comments = null }, ctx) {
    const appeal = appealAt(state, id, ['LODGED']);
    if (isRefusal(appeal)) return appeal;
    return mayRefer(appeal, state, ctx) ?? [event('AppealReferred', { id, comments })];
  },
});

const beforeTmb = ({ id, level }: Appeal): Refusal | null =>
  level === 'TMB' ? null : refuse('WRONG_STATUS', 'DIR 5.3.4', { appeal: id, level });

/** The TMB decides whether an appeal proceeds; one that does not is dismissed (DIR 5.3.4). */
const AdmitAppeal = command({
  clause: 'DIR 5.3.4',
  allowed: [{ roles: ['TMB_SEC'], in: STATUSES }],
  stepUp: true,
  shape: object({
    appeal: text(20),
    admitted: flag(),
    reference: optional(text(200)),
    reasons: optional(text()),
  }),
  open: (state) => someAppeal(state, ['REFERRED'], beforeTmb),
  decide(state, { appeal: id, admitted, reference, reasons = null }, ctx) {
    const appeal = appealAt(state, id, ['REFERRED']);
    if (isRefusal(appeal)) return appeal;
    const wrong = beforeTmb(appeal);
    if (wrong) return wrong;
    if (reference === undefined) return refuse('REFERENCE_REQUIRED', 'DIR 5.3.4');
    if (admitted) return [event('AppealAdmitted', { id, reference })];
    const outcome = 'DISMISSED';
    const { today: decidedOn } = ctx;
    return [event('AppealDecided', { id, outcome, body: 'TMB', reference, decidedOn, reasons })];
  },
});

/** The conciliation panel hears the parties, then reports (DIR 5.3.4); at the level of the TMB only. */
const RecordConciliation = command({
  clause: 'DIR 5.3.4',
  allowed: [{ roles: ['ISO_CS'], in: STATUSES }],
  shape: object({
    appeal: text(20),
    step: choice('HEARD', 'REPORTED'),
    on: date(),
    recommendation: optional(text()),
  }),
  open: (state) => someAppeal(state, ['ADMITTED', 'HEARD'], () => null),
  decide(state, { appeal: id, step, on, recommendation = null }, ctx) {
    const appeal = appealAt(state, id, [step === 'HEARD' ? 'ADMITTED' : 'HEARD']);
    if (isRefusal(appeal)) return appeal;
    if (on > ctx.today) {
      return refuse('INVALID_INPUT', 'DIR 5.3.4', {
        faults: [{ pointer: '/on', expected: `a day up to ${ctx.today}` }],
      });
    }
    return step === 'HEARD'
      ? [event('ConciliationHeld', { id, on })]
      : [event('ConciliationReported', { id, on, recommendation })];
  },
});

/** The TMB decides on the report of the panel, the other levels after the referral. */
const decidable = (appeal: Appeal): boolean =>
  appeal.level === 'TMB' ? appeal.stage === 'REPORTED' : appeal.stage === 'REFERRED';

const TO_DECIDE = ['REFERRED', 'REPORTED', 'ADMITTED'] as const;

const mayDecide = (appeal: Appeal, state: Agreement, ctx: Context): Refusal | null =>
  isRecorder(appeal, state, ctx) ??
  (decidable(appeal)
    ? null
    : refuse('WRONG_STATUS', 'DIR 5.3.5', { appeal: appeal.id, stage: appeal.stage }));

const DecideAppeal = command({
  clause: 'DIR 5.3.5',
  allowed: [{ roles: ['TMB_SEC', 'ISO_CS', 'COMMITTEE_MANAGER'], in: STATUSES }],
  ofParent: true,
  stepUp: true,
  shape: object({
    appeal: text(20),
    outcome: choice('UPHELD', 'DISMISSED', 'REMITTED'),
    reference: optional(text(200)),
    reasons: optional(text()),
    order: optional(object(tmbOrderFields)),
  }),
  known: rulesToWaive,
  open: (state, ctx) => someAppeal(state, TO_DECIDE, (appeal) => mayDecide(appeal, state, ctx)),
  decide(state, { appeal: id, outcome, reference, reasons = null, order }, ctx) {
    const appeal = appealAt(state, id, TO_DECIDE);
    if (isRefusal(appeal)) return appeal;
    const wrong = mayDecide(appeal, state, ctx);
    if (wrong) return wrong;
    if (reference === undefined) return refuse('REFERENCE_REQUIRED', 'DIR 5.3.5');
    const basis = { reference, ...(order === undefined ? {} : { order }) };
    const decision = decisionById(state, appeal.decision ?? '');
    const effects = effectsOf(state, appeal, decision, outcome, basis, ctx);
    if (isRefusal(effects)) return effects;
    const { level: body } = appeal;
    const { today: decidedOn } = ctx;
    return [
      event('AppealDecided', { id, outcome, body, reference, decidedOn, reasons }),
      ...effects,
    ];
  },
});

const WITHDRAWABLE = ['LODGED', 'REFERRED', 'ADMITTED', 'HEARD', 'REPORTED'] as const;

const WithdrawAppeal = command({
  clause: 'DIR 5.1',
  allowed: APPELLANTS,
  shape: object({ appeal: text(20), ...whyFields }),
  open: (state, { actor }) =>
    someAppeal(state, WITHDRAWABLE, ({ id, member }) =>
      member === actor.member ? null : refuse('NOT_OWNER', 'DIR 5.1', { appeal: id }),
    ),
  decide(state, { appeal: id, why }, ctx) {
    const known = state.ending.appeals.find((a) => a.id === id);
    if (known !== undefined && known.member !== ctx.actor.member) {
      return refuse('NOT_OWNER', 'DIR 5.1', { appeal: id });
    }
    if (known?.stage === 'WITHDRAWN') return [];
    const appeal = appealAt(state, id, WITHDRAWABLE);
    return isRefusal(appeal) ? appeal : [event('AppealWithdrawn', { id, ...saying(why) })];
  },
});

export const appealCommands = {
  LodgeAppeal,
  ReferAppeal,
  AdmitAppeal,
  RecordConciliation,
  DecideAppeal,
  WithdrawAppeal,
};
