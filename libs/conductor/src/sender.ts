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
  executeCommand,
  lookAgain,
  TASK_QUEUE,
  type AgreementInput,
  type Answer,
} from '@twinning/workflows/contract';

export interface TemporalOptions {
  readonly address: string;
  readonly namespace: string;
}

// temporal.api.enums.v1.TaskQueueType
const WORKFLOW_TASKS = 1;

type AgreementWorkflow = (input: AgreementInput) => Promise<void>;

/** A stored command, by ids only. */
export interface CommandRef {
  readonly id: string;
  readonly agreement: string;
}

/** The way to the agreements' workflows: commands by id, starts, looks. */
export class CommandSender {
  constructor(private readonly client: Client) {}

  static async connect({ address, namespace }: TemporalOptions): Promise<CommandSender> {
    const connection = await Connection.connect({ address, connectTimeout: '5 seconds' });
    return new CommandSender(new Client({ connection, namespace }));
  }

  /** Connects on first use, so that a process starts and keeps reading while Temporal is away. */
  static lazy({ address, namespace }: TemporalOptions): CommandSender {
    return new CommandSender(new Client({ connection: Connection.lazy({ address }), namespace }));
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
      return pollers.length > 0;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private startOptions(agreement: string) {
    const input: AgreementInput = { agreement };
    return {
      workflowId: agreementWorkflowId(agreement),
      taskQueue: TASK_QUEUE,
      args: [input] as [AgreementInput],
      workflowIdConflictPolicy: 'USE_EXISTING' as const,
    };
  }
}

/** A fault of the way, not of the command: it will be carried out when Temporal is back. */
export const isTemporalAway = (error: unknown): boolean => isGrpcServiceError(error);
