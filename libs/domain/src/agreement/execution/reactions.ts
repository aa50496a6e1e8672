import type { Day } from '../../calendar/day.js';
import { dayAt } from '../../calendar/zurich.js';
import { admissible } from '../../kernel/decide.js';
import type { JsonObject } from '../../kernel/schema.js';
import { rulesOf, type Agreement } from '../../kernel/state.js';
import type { Side, TwinningType } from '../../kernel/vocabulary.js';
import type { PrerequisiteRule } from './prerequisite-rules.js';

/**
 * What the registry or a participation record shows, true from `since` on. `reference` is the evidence that the log
 * keeps: the snapshot, or the stream of the participation.
 */
export type OutsideFact = { readonly since: Day; readonly reference: string } & (
  | {
      readonly kind: 'MEMBERSHIP';
      readonly source: 'REGISTRY' | 'PARTICIPATION';
      readonly member: number;
      readonly status: 'P' | 'O' | null;
    }
  | { readonly kind: 'SECRETARIAT'; readonly holder: number | null }
  | { readonly kind: 'COMMITTEE'; readonly dissolved: boolean }
  | { readonly kind: 'BODY'; readonly member: number; readonly active: boolean }
);

/** A command of the registry that a fact leads to; `subject` tells the reactions to one fact apart. */
export interface Reaction {
  readonly subject: string;
  readonly command: 'RecordPrerequisiteFact' | 'ConfirmEffective';
  readonly payload: JsonObject;
}

const LEAD_MUST_BE_P: readonly TwinningType[] = ['P_MEMBER', 'CONVENOR'];

interface Standing {
  readonly rule: PrerequisiteRule;
  readonly side: Side;
  readonly broken: boolean;
  readonly holder?: number | null;
}

/** Table G3 for the twinned body: which prerequisite its status keeps or breaks under the agreement's ruleset. */
function twinnedStanding(state: Agreement, status: 'P' | 'O' | null): readonly Standing[] {
  const isP: Standing = { rule: 'NOT_P_MEMBER_TWINNED', side: 'TWINNED', broken: status !== 'P' };
  if (state.type !== 'P_MEMBER' || rulesOf(state).p_member_entry.value === 'P_AT_REGISTRATION') {
    return [isP];
  }
  const belongs: Standing = {
    rule: 'NOT_IN_COMMITTEE_TWINNED',
    side: 'TWINNED',
    broken: status === null,
  };
  // Once P has been confirmed, losing it is the one failing; what was broken before may still be cured.
  return state.evaluation.confirmedP ? [isP, { ...belongs, broken: false }] : [belongs];
}

function standings(state: Agreement, fact: OutsideFact): readonly Standing[] {
  switch (fact.kind) {
    case 'MEMBERSHIP': {
      const { member, status } = fact;
      if (member === state.twinned) return twinnedStanding(state, status);
      return member === state.lead && LEAD_MUST_BE_P.includes(state.type)
        ? [{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: status !== 'P' }]
        : [];
    }
    case 'SECRETARIAT': {
      const { holder } = fact;
      return state.type === 'SECRETARIAT'
        ? [{ rule: 'LEAD_NOT_SECRETARIAT', side: 'LEAD', broken: holder !== state.lead, holder }]
        : [];
    }
    case 'COMMITTEE':
      return [{ rule: 'COMMITTEE_NOT_ACTIVE', side: 'LEAD', broken: fact.dissolved }];
    case 'BODY': {
      const side =
        fact.member === state.lead ? 'LEAD' : fact.member === state.twinned ? 'TWINNED' : null;
      return side === null ? [] : [{ rule: 'MEMBER_NOT_ACTIVE', side, broken: !fact.active }];
    }
  }
}

/** The secretariat has come to the twinned body by an approved evaluation: the office is taken over (D17, F21). */
const approvedTransfer = (state: Agreement, fact: OutsideFact) =>
  fact.kind === 'SECRETARIAT' && state.type === 'SECRETARIAT' && fact.holder === state.twinned
    ? state.evaluation.evaluations.find(
        (e) =>
          e.kind === 'SECRETARIAT' && e.stage === 'APPROVED' && dayAt(e.openedAt) <= fact.since,
      )
    : undefined;

/** The twinned body is P: confirmed once, and after the closure only what it had declared (lifecycle.md T57). */
function confirms(state: Agreement, fact: OutsideFact): boolean {
  if (fact.kind !== 'MEMBERSHIP' || fact.source !== 'REGISTRY' || fact.status !== 'P') return false;
  if (fact.member !== state.twinned || state.type !== 'P_MEMBER') return false;
  const { confirmedP, evaluations } = state.evaluation;
  if (confirmedP) return evaluations.some((e) => e.kind === 'O_TO_P' && isWaiting(e.stage));
  return state.stage !== 'CLOSED' || evaluations.some((e) => e.kind === 'O_TO_P' && e.approval);
}

const isWaiting = (stage: string): boolean =>
  ['EVIDENCE_COLLECTION', 'READINESS_REVIEWED', 'APPROVED'].includes(stage);

const changes = (state: Agreement, { rule, side, broken }: Standing): boolean => {
  const is = state.execution.broken.some((b) => b.rule === rule && b.side === side);
  return is !== broken || state.execution.claims.some((c) => c.rule === rule && c.side === side);
};

/** When and by what the prerequisite that is lost came back, in what the same look shows after it (D15). */
function regained(
  state: Agreement,
  lost: Standing,
  later: readonly OutsideFact[],
): { readonly regained?: { readonly since: Day; readonly reference: string } } {
  const cure = later.find((fact) =>
    standings(state, fact).some((s) => s.rule === lost.rule && s.side === lost.side && !s.broken),
  );
  return !lost.broken || cure === undefined
    ? {}
    : { regained: { since: cure.since, reference: cure.reference } };
}

/**
 * The commands by which the registry tells an agreement of one fact (lifecycle.md B4 RecordPrerequisiteFact, B7
 * ConfirmEffective, D15–D17), in order; empty when the fact changes nothing for it. `later`: what the same look shows after
 * it, in the order of the dates.
 */
export function reactionsTo(
  state: Agreement,
  fact: OutsideFact,
  later: readonly OutsideFact[] = [],
): readonly Reaction[] {
  const may = (command: Reaction['command']): boolean =>
    admissible(state, command, 'REGISTRY') === null;
  const { since, reference } = fact;
  const transfer = approvedTransfer(state, fact);
  if (transfer !== undefined && may('ConfirmEffective')) {
    const payload = { evaluation: transfer.id, since };
    return [{ subject: `SECRETARIAT:${transfer.id}`, command: 'ConfirmEffective', payload }];
  }
  const confirmed: readonly Reaction[] =
    confirms(state, fact) && may('ConfirmEffective')
      ? [{ subject: 'P_CONFIRMED', command: 'ConfirmEffective', payload: { since } }]
      : [];
  const facts = may('RecordPrerequisiteFact')
    ? standings(state, fact)
        .filter((standing) => changes(state, standing))
        .map((standing): Reaction => {
          const { rule, side, broken, holder } = standing;
          return {
            subject: `${side}:${rule}`,
            command: 'RecordPrerequisiteFact',
            payload: {
              rule,
              side,
              broken,
              since,
              reference,
              ...(holder != null && { holder }),
              ...regained(state, standing, later),
            },
          };
        })
    : [];
  return [...confirmed, ...facts];
}
