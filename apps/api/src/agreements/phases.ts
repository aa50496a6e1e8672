import { appealableUntil, itemsOf, type Agreement, type Day } from '@twinning/domain';

type Evaluation = Agreement['evaluation']['evaluations'][number];
export type EvaluationView = Agreement['evaluation'] & {
  /** `items`: what people can show in it. */
  readonly evaluations: readonly (Evaluation & { readonly items: readonly string[] })[];
};

export const evaluationView = ({ evaluation }: Agreement): EvaluationView => ({
  ...evaluation,
  evaluations: evaluation.evaluations.map((e) => ({ ...e, items: itemsOf(e.kind) })),
});

type Decision = Agreement['ending']['decisions'][number];
export type EndingView = Agreement['ending'] & {
  /** `until`: the last day on which the decision can be appealed. */
  readonly decisions: readonly (Decision & { readonly until: Day })[];
};

export const endingView = (state: Agreement): EndingView => ({
  ...state.ending,
  decisions: state.ending.decisions.map((d) => ({ ...d, until: appealableUntil(state, d) })),
});
