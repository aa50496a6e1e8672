import type { Day } from '../../calendar/day.js';
import type { Instant } from '../../calendar/zurich.js';
import { changeWhere } from '../../kernel/records.js';
import type { Agreement } from '../../kernel/state.js';
import type { Side } from '../../kernel/vocabulary.js';
import type { Body, EvaluationKind, Office } from './kinds.js';
import type { Evidence, Part, Readiness } from './readiness.js';

export interface EvaluationState {
  readonly evaluations: readonly Evaluation[];
  /** P of the twinned body has been confirmed in the log: losing it breaks the prerequisite (table G3). */
  readonly confirmedP: boolean;
  /** What the twinned body says of itself and the registry does not show yet (D16). */
  readonly claimedP: { readonly since: Day; readonly at: Instant } | null;
  /** The lead gives up the secretariat (DIR 1.9.3, 1.9.4). */
  readonly relinquish: { readonly at: Instant; readonly earliest: Day } | null;
}

export interface Evaluation {
  readonly id: string;
  readonly kind: EvaluationKind;
  readonly office: Office;
  /** Null when the window opened it. */
  readonly openedBy: Side | null;
  readonly openedAt: Instant;
  readonly stage:
    | 'EVIDENCE_COLLECTION'
    | 'READINESS_REVIEWED'
    | 'BODY_DECISION'
    | 'APPROVED'
    | 'EFFECTIVE'
    | 'REFUSED'
    | 'WITHDRAWN';
  /** When the present stage was reached: the clock of T54, T55 and T57. */
  readonly since: Instant;
  readonly body: Body;
  readonly evidence: readonly Evidence[];
  /** Parts that have nothing more to show. */
  readonly closed: readonly Part[];
  readonly review: Readiness | null;
  readonly approval: {
    readonly body: Body;
    readonly reference: string | null;
    readonly decidedOn: Day;
    readonly effectiveOn: Day;
  } | null;
}

export const noEvaluation: EvaluationState = {
  evaluations: [],
  confirmedP: false,
  claimedP: null,
  relinquish: null,
};

/** Parts that are asked for; the committee manager may add to them. */
export const ASKED = ['LEAD', 'TWINNED', 'TPM'] as const satisfies readonly Part[];

export const isUndecided = (e: Evaluation): boolean =>
  e.stage === 'EVIDENCE_COLLECTION' || e.stage === 'READINESS_REVIEWED';

export const isOpenEvaluation = (e: Evaluation): boolean =>
  isUndecided(e) || e.stage === 'BODY_DECISION' || e.stage === 'APPROVED';

export const openEvaluations = (state: Agreement): readonly Evaluation[] =>
  state.evaluation.evaluations.filter(isOpenEvaluation);

export const evaluationById = (state: Agreement, id: string): Evaluation | undefined =>
  state.evaluation.evaluations.find((e) => e.id === id);

export const withEvaluation = (state: Agreement, part: Partial<EvaluationState>): Agreement => ({
  ...state,
  evaluation: { ...state.evaluation, ...part },
});

export const onEvaluation = (
  state: Agreement,
  id: string,
  change: (evaluation: Evaluation) => Partial<Evaluation>,
): Agreement =>
  withEvaluation(state, {
    evaluations: changeWhere(
      state.evaluation.evaluations,
      (e) => e.id === id,
      (e) => ({ ...e, ...change(e) }),
    ),
  });
