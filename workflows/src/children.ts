import {
  getExternalWorkflowHandle,
  ParentClosePolicy,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { tmbBallot } from './ballot.js';
import { childWorkflowId, lookAgain, type OpenChild, type Progress } from './contract.js';
import { statusChangeEvaluation } from './evaluation.js';

const isAmong = (children: readonly OpenChild[], { kind, id }: OpenChild): boolean =>
  children.some((c) => c.kind === kind && c.id === id);

/**
 * Starts the processes that the log has opened and tells those it has closed. The parent never waits for them: they
 * outlive its runs (ABANDON; the default would end them at continue-as-new) and may have been started before.
 *
 * Which processes are open is read from recorded answers, so a history from before a kind existed never names it and
 * replays as it was: a new kind needs no patch, a change in how one is started does.
 */
export function startChildren(agreement: string, before: Progress | null, at: Progress): void {
  const known = before?.children ?? [];
  for (const child of at.children) {
    if (!isAmong(known, child)) void start(agreement, child).catch(ignoreAlreadyStarted);
  }
  for (const child of known) {
    if (isAmong(at.children, child)) continue;
    // It may have ended by itself: nothing is lost then.
    getExternalWorkflowHandle(childWorkflowId(agreement, child))
      .signal(lookAgain)
      .catch(() => undefined);
  }
}

function start(agreement: string, child: OpenChild): Promise<unknown> {
  const options = {
    workflowId: childWorkflowId(agreement, child),
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
  };
  return child.kind === 'evaluation'
    ? startChild(statusChangeEvaluation, {
        ...options,
        args: [{ agreement, evaluation: child.id }],
      })
    : startChild(tmbBallot, { ...options, args: [{ agreement, ballot: child.id }] });
}

const ignoreAlreadyStarted = (error: unknown): void => {
  if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
};
