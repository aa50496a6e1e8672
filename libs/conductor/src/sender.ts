import { randomBytes } from 'node:crypto';
import {
  Client,
  Connection,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowHandle,
} from '@temporalio/client';
import {
  AGREEMENT_WORKFLOW,
  agreementWorkflowId,
  childWorkflowId,
  executeCommand,
  knownVersion,
  lookAgain,
  TASK_QUEUE,
  type AgreementInput,
  type Answer,
  type OpenChild,
} from '@twinning/workflows/contract';
import { childAttempt, lookChild, runningChildren, type ChildRef } from './children.js';
import { reached, type TemporalOptions } from './connection.js';
import { PollWatch } from './poll-watch.js';

// temporal.api.enums.v1.TaskQueueType
const WORKFLOW_TASKS = 1;

type AgreementWorkflow = (input: AgreementInput) => Promise<void>;

/** A stored command, by ids only. */
export interface CommandRef {
  readonly id: string;
  readonly agreement: string;
}

/** What Temporal knows of an agreement's running workflow. */
export interface Standing {
  /** Version of the agreement that the workflow has heard of; null when it does not answer. */
  readonly version: number | null;
  /** Attempts of the pending workflow task: more than a few mean that it fails or is left lying again and again. */
  readonly attempt: number;
  /** Milliseconds since a worker took the pending task; null when none has. */
  readonly heldMs: number | null;
  /** True when a worker has reported that the task fails, rather than taken it and died. */
  readonly fails: boolean;
}

/** A run that has ended, of an agreement's workflow or of a process beside it. */
export interface EndedRun {
  readonly run: string;
  readonly agreement: string;
  readonly workflow: string;
  /** Temporal's word for how. */
  readonly ended: string;
  readonly closedAt: Date;
}

const QUERY_PATIENCE_MS = 5_000;
const ASKED_WITHIN = 3;

// temporal.api.enums.v1.EventType
const TASK_COMPLETED = 7;
const TASK_TIMED_OUT = 8;
const TASK_FAILED = 9;
const TASK_ENDS: readonly number[] = [TASK_COMPLETED, TASK_TIMED_OUT, TASK_FAILED];
// The end of the last task stands among the last few events: what came since is waiting to be carried out.
const LAST_EVENTS = 50;

const unlessGone = (error: unknown): null => {
  if (error instanceof WorkflowNotFoundError) throw error;
  return null;
};

/** The way to the agreements' workflows: commands by id, starts, looks. */
export class CommandSender {
  private readonly polls = new PollWatch();

  constructor(private readonly client: Client) {}

  static async connect(options: TemporalOptions): Promise<CommandSender> {
    const connection = await Connection.connect({
      ...reached(options),
      connectTimeout: '5 seconds',
    });
    return new CommandSender(new Client({ connection, namespace: options.namespace }));
  }

  /** Connects on first use, so that a process starts and keeps reading while Temporal is away. */
  static lazy(options: TemporalOptions): CommandSender {
    const connection = Connection.lazy(reached(options));
    return new CommandSender(new Client({ connection, namespace: options.namespace }));
  }

  /**
   * Has the agreement's workflow carry out a stored command, starting the workflow when it does not run. Resolves when
   * the outcome is in the log. The Update id is new per attempt: a failed one would give its failure for ever.
   */
  async send(command: CommandRef): Promise<Answer> {
    const startWorkflowOperation = new WithStartWorkflowOperation<AgreementWorkflow>(
      AGREEMENT_WORKFLOW,
      this.startOptions(command.agreement),
    );
    return this.client.workflow.executeUpdateWithStart(executeCommand, {
      updateId: `${command.id}.${randomBytes(6).toString('hex')}`,
      args: [command.id],
      startWorkflowOperation,
    });
  }

  /** Makes sure that an open agreement has a workflow and that it looks at the log now. */
  async look(agreement: string): Promise<void> {
    await this.client.workflow.signalWithStart<AgreementWorkflow, []>(AGREEMENT_WORKFLOW, {
      ...this.startOptions(agreement),
      signal: lookAgain,
    });
  }

  /** True when a workflow of this agreement is running. */
  async isRunning(agreement: string): Promise<boolean> {
    try {
      const { status } = await this.handle(agreement).describe();
      return status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  /**
   * The history of the present or last run of the agreement, or of a process beside it, as JSON; rejects when Temporal no
   * longer has it.
   */
  async lastRun(
    agreement: string,
    child?: OpenChild,
  ): Promise<{ readonly run: string; readonly json: string }> {
    const id = child ? childWorkflowId(agreement, child) : agreementWorkflowId(agreement);
    const { runId } = await this.client.workflow.getHandle(id).describe();
    const one = this.client.workflow.getHandle(id, runId);
    return { run: runId, json: JSON.stringify(await one.fetchHistory()) };
  }

  /** Runs of agreements and of the processes beside them that have ended since an instant, all of them when it is null. */
  async endedSince(since: Date | null): Promise<readonly EndedRun[]> {
    const until = since === null ? '' : ` AND CloseTime >= '${since.toISOString()}'`;
    const runs: EndedRun[] = [];
    for await (const run of this.client.workflow.list({
      query: `ExecutionStatus != 'Running'${until}`,
    })) {
      const agreement = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(run.workflowId)?.[0];
      if (agreement === undefined || run.closeTime === undefined) continue;
      const { workflowId: workflow, runId, status, closeTime: closedAt } = run;
      runs.push({ run: runId, agreement, workflow, ended: status.name, closedAt });
    }
    return runs;
  }

  /** The history of one run as JSON; rejects when Temporal no longer has it. */
  async historyOf(workflow: string, run: string): Promise<string> {
    return JSON.stringify(await this.client.workflow.getHandle(workflow, run).fetchHistory());
  }

  /** Agreements whose workflow runs, as Temporal lists them: may lag a moment behind what `standing` says. */
  async running(): Promise<readonly string[]> {
    const listed = this.client.workflow.list({
      query: `WorkflowType = '${AGREEMENT_WORKFLOW}' AND ExecutionStatus = 'Running'`,
    });
    const ids: string[] = [];
    for await (const { workflowId } of listed) ids.push(workflowId);
    return ids.map((id) => id.slice(agreementWorkflowId('').length));
  }

  runningChildren(): Promise<readonly ChildRef[]> {
    return runningChildren(this.client);
  }

  childAttempt(child: ChildRef): Promise<number | null> {
    return childAttempt(this.client, child);
  }

  lookChild(child: ChildRef): Promise<void> {
    return lookChild(this.client, child);
  }

  /** Where the agreement's workflow stands; null when none runs. `version` is null when no worker answers for it. */
  async standing(agreement: string): Promise<Standing | null> {
    const handle = this.handle(agreement);
    try {
      const { status, raw } = await handle.describe();
      if (status.name !== 'RUNNING') return null;
      const task = raw.pendingWorkflowTask;
      const attempt = task?.attempt ?? 0;
      const heldMs =
        task?.startedTime == null ? null : Date.now() - Number(task.startedTime.seconds) * 1000;
      const fails = attempt > 1 && (await this.lastTaskFailed(handle.workflowId));
      // A question waits behind the task: one that was taken so often and never ended lets none through.
      const version =
        attempt > ASKED_WITHIN
          ? null
          : await this.client
              .withDeadline(Date.now() + QUERY_PATIENCE_MS, () => handle.query(knownVersion))
              .catch(unlessGone);
      return { version, attempt, heldMs, fails };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  /** Ends a workflow that the log knows nothing of, or that has gone ahead of a restored log. */
  async end(agreement: string, reason: string): Promise<void> {
    try {
      await this.handle(agreement).terminate(reason);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  handle(agreement: string): WorkflowHandle<AgreementWorkflow> {
    return this.client.workflow.getHandle<AgreementWorkflow>(agreementWorkflowId(agreement));
  }

  /** True when Temporal answers within the time limit. */
  async ready(timeoutMs = 2_000): Promise<boolean> {
    try {
      await this.client.connection.withDeadline(Date.now() + timeoutMs, () =>
        this.client.workflowService.getSystemInfo({}),
      );
      return true;
    } catch {
      return false;
    }
  }

  /** True when a worker has polled the task queue lately. */
  async hasWorker(): Promise<boolean> {
    try {
      const { pollers } = await this.client.connection.withDeadline(Date.now() + 2_000, () =>
        this.client.workflowService.describeTaskQueue({
          namespace: this.client.options.namespace,
          taskQueue: { name: TASK_QUEUE },
          taskQueueType: WORKFLOW_TASKS,
        }),
      );
      const polled = pollers.map((p) => Number(p.lastAccessTime?.seconds ?? 0) * 1000);
      return this.polls.isFresh(Math.max(0, ...polled));
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  /** Temporal records the first fault of a task and counts the others: a failure is told apart from a silence by that. */
  private async lastTaskFailed(workflowId: string): Promise<boolean> {
    const { history } = await this.client.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: this.client.options.namespace,
      execution: { workflowId },
      maximumPageSize: LAST_EVENTS,
    });
    const kinds = history?.events?.map(({ eventType }) => Number(eventType)) ?? [];
    return kinds.find((kind) => TASK_ENDS.includes(kind)) === TASK_FAILED;
  }

  private startOptions(agreement: string) {
    const input: AgreementInput = { agreement };
    return {
      workflowId: agreementWorkflowId(agreement),
      taskQueue: TASK_QUEUE,
      args: [input] as [AgreementInput],
      // A worker that dies in the middle of a task is noticed after this.
      workflowTaskTimeout: '5 seconds' as const,
      workflowIdConflictPolicy: 'USE_EXISTING' as const,
    };
  }
}

/** A fault of the way, not of the command: it will be carried out when Temporal is back. */
export const isTemporalAway = (error: unknown): boolean => isGrpcServiceError(error);
