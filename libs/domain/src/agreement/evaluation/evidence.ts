import { isRefusal, refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { command, someOf } from '../../kernel/definition.js';
import { event, type AgreementEvent } from '../../kernel/events.js';
import { integer, list, object, optional, text } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import { FORCE, PARTNERS, type Role } from '../../kernel/vocabulary.js';
import { isItemOf, itemsOf, mostOf } from './criteria.js';
import { readiness, registryGates, type Part } from './readiness.js';
import { ASKED, evaluationById, type Evaluation } from './state.js';

const MAX_VALUE = 1_000_000;

/** The evaluation, when it is known and at one of these stages. */
export function evaluationAt(
  state: Agreement,
  id: string,
  ...stages: readonly Evaluation['stage'][]
): Evaluation | Refusal {
  const evaluation = evaluationById(state, id);
  if (evaluation === undefined) return refuse('NOT_FOUND', 'rules 6.5', { evaluation: id });
  const { stage } = evaluation;
  return stages.includes(stage)
    ? evaluation
    : refuse('WRONG_STATUS', 'rules 6.5', { evaluation: id, stage, allowed: stages });
}

const PART_OF: Readonly<Partial<Record<Role, Part>>> = {
  LEAD_REP: 'LEAD',
  TWINNED_REP: 'TWINNED',
  TPM: 'TPM',
  COMMITTEE_MANAGER: 'COMMITTEE_MANAGER',
};

const partOf = (ctx: Context): Part => PART_OF[ctx.actor.role] ?? 'SYSTEM';

interface Item {
  readonly item: string;
  readonly value: number;
  readonly reference?: string;
}

/** What is wrong with an item, by where it stands: the review does not know it, or it cannot have that value. */
function wrongItem({ kind }: Evaluation, { item, value }: Item, at: string): Refusal | null {
  const fault = (pointer: string, expected: string) =>
    refuse('INVALID_INPUT', 'rules 6.3', { faults: [{ pointer: `${at}/${pointer}`, expected }] });
  if (!isItemOf(kind, item)) return fault('item', `one of ${itemsOf(kind).join(', ')}`);
  const most = mostOf(kind, item);
  return value > most ? fault('value', `a whole number from 0 to ${String(most)}`) : null;
}

/** What is new against the last word of the same part on the same item. */
function recorded(evaluation: Evaluation, part: Part, of: Item): readonly AgreementEvent[] {
  const { item, value } = of;
  const reference = of.reference ?? null;
  const last = evaluation.evidence.filter((e) => e.part === part && e.item === item).at(-1);
  return last?.value === value && last.reference === reference
    ? []
    : [event('EvidenceRecorded', { evaluation: evaluation.id, part, item, value, reference })];
}

const itemFields = {
  item: text(40),
  value: integer(0, MAX_VALUE),
  reference: optional(text(400)),
};

/** The caller's part of some evaluation is still taken. */
const takesEvidence = (state: Agreement, ctx: Context): Refusal | null =>
  someOf(state.evaluation.evaluations, 'rules 6.3', ({ id, stage, closed }) =>
    stage === 'EVIDENCE_COLLECTION' && !closed.includes(partOf(ctx))
      ? null
      : refuse('WRONG_STATUS', 'rules 6.3', { evaluation: id, stage }),
  );

const GIVERS = [...PARTNERS, 'TPM', 'COMMITTEE_MANAGER'] as const;

/** Each giver for its own part; a part that is closed takes nothing more. */
export const ProvideEvidence = command({
  clause: 'rules 6.3',
  allowed: [{ roles: GIVERS, in: FORCE }],
  shape: object({ evaluation: text(20), ...itemFields }),
  open: takesEvidence,
  decide(state, { evaluation: id, ...item }, ctx) {
    const evaluation = evaluationAt(state, id, 'EVIDENCE_COLLECTION');
    if (isRefusal(evaluation)) return evaluation;
    const wrong = wrongItem(evaluation, item, '');
    if (wrong) return wrong;
    const part = partOf(ctx);
    return evaluation.closed.includes(part)
      ? refuse('WRONG_STATUS', 'rules 6.3', { evaluation: id, closed: part })
      : recorded(evaluation, part, item);
  },
});

/** What the system finds in registry and log: status history, votes, meetings, trainings. */
export const RecordGatheredEvidence = command({
  clause: 'rules 6.3',
  allowed: [{ roles: ['SYSTEM'], in: FORCE }],
  shape: object({ evaluation: text(20), items: list(object(itemFields), 1, 100) }),
  open: takesEvidence,
  decide(state, { evaluation: id, items }) {
    const evaluation = evaluationAt(state, id, 'EVIDENCE_COLLECTION');
    if (isRefusal(evaluation)) return evaluation;
    for (const [index, item] of items.entries()) {
      const wrong = wrongItem(evaluation, item, `/items/${String(index)}`);
      if (wrong) return wrong;
    }
    return items.flatMap((item) => recorded(evaluation, 'SYSTEM', item));
  },
});

export const CloseEvidence = command({
  clause: 'rules 6.3',
  allowed: [{ roles: GIVERS, in: FORCE }],
  shape: object({ evaluation: text(20) }),
  open: takesEvidence,
  decide(state, { evaluation: id }, ctx) {
    const side = partOf(ctx);
    if (evaluationById(state, id)?.closed.includes(side) === true) return [];
    const evaluation = evaluationAt(state, id, 'EVIDENCE_COLLECTION');
    if (isRefusal(evaluation)) return evaluation;
    return [event('EvidenceClosed', { evaluation: id, side })];
  },
});

export const openParts = (evaluation: Evaluation): readonly (typeof ASKED)[number][] =>
  ASKED.filter((part) => !evaluation.closed.includes(part));

/** The readiness as registry and evidence have it now. */
export const readinessNow = (state: Agreement, evaluation: Evaluation, ctx: Context) =>
  readiness(
    evaluation.kind,
    evaluation.evidence,
    registryGates(evaluation.kind, ctx.facts, state.twinned, ctx.today),
    rulesOf(state),
  );

export const reviewed = (state: Agreement, evaluation: Evaluation, ctx: Context): AgreementEvent =>
  event('ReadinessReviewed', {
    evaluation: evaluation.id,
    ...readinessNow(state, evaluation, ctx),
  });
