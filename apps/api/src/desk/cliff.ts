import { isOpenEvaluation } from '@twinning/domain';
import type { DeskRow } from '@twinning/read-model';

/** The roles that end with the agreement, who holds them, and how far the evaluation of the successor is. */
export function rolesFallingVacant({ state }: DeskRow) {
  const evaluation = state.evaluation.evaluations.findLast(
    (e) => isOpenEvaluation(e) || e.stage === 'EFFECTIVE',
  );
  const persons = state.proposal.nominees.map((nominee) => ({
    side: nominee.side,
    person: nominee.person,
    vacant: nominee.vacant,
  }));
  return {
    type: state.type,
    workingGroup: state.workingGroup,
    persons,
    evaluation:
      evaluation === undefined ? null : { kind: evaluation.kind, stage: evaluation.stage },
  };
}
