import {
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { lookAgain, type Progress } from './contract.js';
import { statusChangeEvaluation } from './evaluation.js';

const childId = (agreement: string, child: { kind: string; id: string }): string =>
  `${agreement}.${child.kind}.${child.id}`;

/**
 * Starts the processes that the log has opened and tells those it has closed. The parent never waits for them: they
 * outlive its runs (ABANDON; the default would end them at continue-as-new) and may have been started before.
 */
export function startChildren(agreement: string, before: Progress | null, at: Progress): void {
  const known = before?.children ?? [];
  for (const child of at.children) {
    if (known.some((k) => k.id === child.id)) continue;
    void startChild(statusChangeEvaluation, {
      workflowId: childId(agreement, child),
      args: [{ agreement, evaluation: child.id }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    }).catch(ignoreAlreadyStarted);
  }
  for (const child of known) {
    if (at.children.some((c) => c.id === child.id)) continue;
    // It may have ended by itself: nothing is lost then.
    getExternalWorkflowHandle(childId(agreement, child))
      .signal(lookAgain)
      .catch(() => undefined);
  }
}

const ignoreAlreadyStarted = (error: unknown): void => {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
};
