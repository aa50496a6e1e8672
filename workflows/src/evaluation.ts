import { condition, patched, setHandler } from '@temporalio/workflow';
import { clockPath } from './activities.js';
import { lookAgain } from './contract.js';

export interface EvaluationInput {
  readonly agreement: string;
  readonly evaluation: string;
}

/**
 * A status-change evaluation (lifecycle.md B7) as a process beside the agreement: gathers the evidence on record, then
 * makes sure that somebody looks at each of its deadlines. Its record is the agreement's stream; it ends when the log
 * says that the evaluation is over.
 */
export async function statusChangeEvaluation(input: EvaluationInput): Promise<void> {
  let woken = false;
  // Histories of earlier releases have let go of signals that came during a look.
  const keepsSignals = patched('evaluation-keeps-signals');
  setHandler(lookAgain, () => {
    woken = true;
  });
  let heard = await clockPath.gatherEvidence(input.agreement, input.evaluation);
  while (heard.children.some((child) => child.id === input.evaluation)) {
    if (!keepsSignals) woken = false;
    await condition(() => woken, Math.max(1_000, heard.wakeInMs ?? 86_400_000));
    // Before the look: a signal that comes during it asks for another.
    woken = false;
    heard = await clockPath.look(input.agreement);
  }
}
