import { clockPath } from './activities.js';
import { watchUntilOver } from './watch.js';

export interface EvaluationInput {
  readonly agreement: string;
  readonly evaluation: string;
}

/**
 * A status-change evaluation (lifecycle.md B7) as a process beside the agreement: gathers the evidence on record, then
 * makes sure that somebody looks at each of its deadlines. Its record is the agreement's stream; it ends when the log
 * says that the evaluation is over.
 */
export const statusChangeEvaluation = ({ agreement, evaluation }: EvaluationInput): Promise<void> =>
  watchUntilOver(agreement, { kind: 'evaluation', id: evaluation }, () =>
    clockPath.gatherEvidence(agreement, evaluation),
  );
