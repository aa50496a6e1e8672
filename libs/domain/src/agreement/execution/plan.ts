import type { Day } from '../../calendar/day.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { copySent } from '../../kernel/copies.js';
import { command } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { jointAct } from '../../kernel/joint-acts.js';
import {
  choice,
  date,
  flag,
  list,
  object,
  optional,
  text,
  type JsonObject,
} from '../../kernel/schema.js';
import { sideOf, type Agreement } from '../../kernel/state.js';
import { PARTNERS, RUN } from '../../kernel/vocabulary.js';
import { planItems } from '../negotiation/documents.js';
import { gapsLeft } from '../negotiation/gaps.js';
import { idsIn, idsShared, type PlanList } from '../negotiation/plan-ids.js';
import { valueRefusal } from '../negotiation/propose.js';
import { LANGUAGES } from '../negotiation/state.js';
import { meetingDates as quarterly, outsideTerm } from '../negotiation/term.js';
import { clauseShapes } from '../negotiation/values.js';
import { translationFits, translationsOwed, type RevisedWords } from './plan-words.js';
import type { PlanRevision } from './state.js';
import { REVISED } from './text-in-force.js';

/** The ids of the plan's items as it stands: the signed plan with its later revisions. */
export function planItemIds(state: Agreement): ReturnType<typeof planItems> {
  const signed = planItems(state);
  const { milestones, workPackages, tasks } = state.execution.plan;
  return {
    milestones: milestones ?? signed.milestones,
    workPackages: workPackages ?? signed.workPackages,
    tasks: tasks ?? signed.tasks,
  };
}

type Revised = { readonly [K in 'milestones' | 'workPackages' | 'tasks']?: JsonObject };

/** The validation of rules.md 3.2, as in the negotiation. */
function valuesFit(state: Agreement, { milestones, workPackages, tasks }: Revised): Refusal | null {
  const { term } = state;
  const given = [
    { clause: 'milestones', value: milestones, at: '/milestones' },
    { clause: 'work-packages', value: workPackages, at: '/workPackages' },
    { clause: 'task-share', value: tasks, at: '/tasks' },
  ];
  for (const { clause, value, at } of given) {
    if (value === undefined) continue;
    const wrong = valueRefusal(state, { id: clause }, value, at);
    if (wrong) return wrong;
    const outside = term === null ? [] : outsideTerm(value, term, at);
    if (term !== null && outside.length > 0) {
      const { start, end } = term;
      return refuse('TERMS_INCOMPLETE', 'rules 3.2', { outsideTerm: outside, start, end });
    }
  }
  return null;
}

/** The plan as it would stand: each id in one of its lists, nothing left to fill in. */
function wholeFits(state: Agreement, words: RevisedWords): Refusal | null {
  const standing = planItemIds(state);
  const parts = Object.entries(REVISED).map(([clause, part]) => ({ clause, part }));
  const lists = parts.map(({ clause, part }) => ({
    list: clause as PlanList,
    ids: words[part] === undefined ? standing[part] : idsIn(words[part]),
    at: words[part] === undefined ? null : `/${part}`,
  }));
  const said = parts.map(({ clause, part }) => ({
    clause,
    values: [words[part], words.translation?.[part]],
  }));
  return idsShared(state, lists) ?? gapsLeft(state, said);
}

/** Every date of a plan lies between start and end, both inclusive. */
function datesInForce(state: Agreement, dates: readonly Day[]): Refusal | null {
  const { term } = state;
  const outside = dates.find((d) => term === null || d < term.start || d > term.end);
  return outside === undefined
    ? null
    : refuse('NOT_IN_FORCE_ON_DATE', 'ST.5.5', {
        on: outside,
        start: term?.start ?? null,
        end: term?.end ?? null,
      });
}

/** A revision of nothing would only repeat the plan under another reason. */
const nothingRevised = (given: Readonly<Record<string, unknown>>): Refusal | null =>
  ['milestones', 'workPackages', 'tasks', 'meetingDates'].some((part) => given[part] !== undefined)
    ? null
    : refuse('TERMS_INCOMPLETE', 'ST.5.5', { missing: ['a part of the plan'] });

/** The translation as the event keeps it; a revision without one has no field for it. */
function translatedParts({ translation, withoutTranslation }: RevisedWords) {
  const parts = Object.values(REVISED).flatMap((part) => {
    const items = translation?.[part]?.['items'];
    return items === undefined ? [] : [[part, items as readonly JsonObject[]] as const];
  });
  return {
    ...(parts.length > 0 && { translation: Object.fromEntries(parts) }),
    ...(withoutTranslation === true && { withoutTranslation }),
  };
}

/**
 * What waits for the answer of the other partner is agreed when nothing is owed of it. Who answers with the same words
 * and their translation, or does without it, has proposed anew (lifecycle.md B: a newer proposal takes the place of the older): the first
 * reads that before it is agreed.
 */
function answerTo(
  state: Agreement,
  words: RevisedWords,
  revision: PlanRevision & JsonObject,
  ctx: Context,
): readonly AgreementEvent[] | Refusal | null {
  const side = sideOf(state, ctx.actor.member);
  const open = state.jointActs['RevisePlan'];
  if (side === null || open === undefined || open.side === side) return null;
  const contentHash = ctx.hash(revision);
  if (open.contentHash === contentHash) return translationsOwed(state, words, ctx);
  const { translation, withoutTranslation, ...bare } = revision;
  const isFurther = translation !== undefined || withoutTranslation !== undefined;
  if (!isFurther || open.contentHash !== ctx.hash(bare)) return null;
  const content = { ...words } as JsonObject;
  return [event('JointActProposed', { kind: 'RevisePlan', side, contentHash, content })];
}

export const RevisePlan = command({
  clause: 'ST.5.5',
  joint: true,
  allowed: [{ roles: PARTNERS, in: RUN }],
  shape: object({
    reason: text(4000),
    milestones: optional(clauseShapes.milestones),
    workPackages: optional(clauseShapes['work-packages']),
    tasks: optional(clauseShapes['task-share']),
    meetingDates: optional(list(date(), 0, 60)),
    language: optional(choice(...LANGUAGES)),
    /** The revised parts in the other language. */
    translation: optional(
      object({
        milestones: optional(clauseShapes.milestones),
        workPackages: optional(clauseShapes['work-packages']),
        tasks: optional(clauseShapes['task-share']),
      }),
    ),
    /** Both do without the translation of this revision. */
    withoutTranslation: optional(flag()),
  }),
  decide(state, payload, ctx) {
    const { reason, milestones, workPackages, tasks, meetingDates } = payload;
    const wrong =
      nothingRevised(payload) ??
      datesInForce(state, [
        ...(milestones?.items.map((m) => m.dueOn) ?? []),
        ...(meetingDates ?? []),
      ]) ??
      valuesFit(state, payload) ??
      wholeFits(state, payload) ??
      translationFits(state, payload);
    if (wrong) return wrong;
    const { language = state.negotiation.language } = payload;
    const revision: PlanRevision & JsonObject = {
      milestones: milestones?.items ?? null,
      workPackages: workPackages?.items ?? null,
      tasks: tasks?.items ?? null,
      // One a quarter (rules.md 3.2): without a planned day of its own a quarter keeps the usual one (T25).
      meetingDates:
        meetingDates === undefined || state.term === null
          ? null
          : quarterly(state, state.term, meetingDates),
      reason,
      ...(language !== state.negotiation.language && { language }),
      ...translatedParts(payload),
    };
    // Agreed a moment ago: said again it is no new proposal.
    const { revision: stands } = state.execution.plan;
    if (stands !== null && ctx.hash({ ...stands }) === ctx.hash(revision)) return [];
    const act = { kind: 'RevisePlan', content: revision, payload: { ...payload } as JsonObject };
    const answered = answerTo(state, payload, revision, ctx);
    if (answered !== null) return answered;
    return jointAct(state, ctx, act, () => [
      event('CollaborationPlanRevised', revision),
      ...copySent(state, 'PLAN', ['TPM']),
    ]);
  },
});
