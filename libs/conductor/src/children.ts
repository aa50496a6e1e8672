import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import {
  CHILD_WORKFLOWS,
  childWorkflowId,
  lookAgain,
  TASK_QUEUE,
} from '@twinning/workflows/contract';
import type { OpenChild } from '@twinning/workflows/contract';

/** A process beside an agreement's workflow: an evaluation or a ballot. */
export interface ChildRef extends OpenChild {
  readonly agreement: string;
}

const KINDS = Object.keys(CHILD_WORKFLOWS) as OpenChild['kind'][];

/** Those that run, as Temporal lists them: may lag a moment behind. */
export async function runningChildren({ workflow }: Client): Promise<readonly ChildRef[]> {
  const types = Object.values(CHILD_WORKFLOWS).map((type) => `'${type}'`);
  const listed = workflow.list({
    query: `WorkflowType IN (${types.join(', ')}) AND ExecutionStatus = 'Running'`,
  });
  const found: ChildRef[] = [];
  for await (const { workflowId } of listed) {
    const [agreement, kind, ...id] = workflowId.split('.');
    const known = KINDS.find((one) => one === kind);
    if (agreement === undefined || known === undefined) continue;
    found.push({ agreement, kind: known, id: id.join('.') });
  }
  return found;
}

/** Attempts of its pending task; null when it does not run. */
export async function childAttempt({ workflow }: Client, child: ChildRef): Promise<number | null> {
  try {
    const { status, raw } = await workflow
      .getHandle(childWorkflowId(child.agreement, child))
      .describe();
    return status.name === 'RUNNING' ? (raw.pendingWorkflowTask?.attempt ?? 0) : null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

/** Has it look at the log, and starts it when it does not run. */
export async function lookChild({ workflow }: Client, child: ChildRef): Promise<void> {
  const { agreement, kind, id } = child;
  await workflow.signalWithStart(CHILD_WORKFLOWS[kind], {
    workflowId: childWorkflowId(agreement, child),
    taskQueue: TASK_QUEUE,
    args: [{ agreement, [kind]: id }],
    signal: lookAgain,
  });
}
