import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { DEPLOYMENT, reached, type TemporalOptions } from '@twinning/conductor';
import { TASK_QUEUE, type Activities } from '@twinning/workflows/contract';
import type { WorkerConfig } from './config.js';
import { wordless } from './wordless.js';

/** Where the workflows' code comes from: the prebuilt bundle of a release, or one made by a test. */
export type Bundle = { readonly codePath: string } | WorkflowBundleWithSourceMap;

/** Connects, and goes on trying while Temporal is away; `onAway` hears of each failed attempt. */
export async function connect(
  temporal: TemporalOptions,
  onAway: (error: unknown, nextInMs: number) => void,
): Promise<NativeConnection> {
  for (let wait = 500; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      return await NativeConnection.connect(reached(temporal));
    } catch (error) {
      onAway(error, wait);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

// A run of five years outlives every build: it goes over to the current one, whose code replays its history.
const deployedAs = (buildId: string) => ({
  version: { deploymentName: DEPLOYMENT, buildId },
  useWorkerVersioning: true as const,
  defaultVersioningBehavior: 'AUTO_UPGRADE' as const,
});

/** The worker of the agreements' workflows. One activity slot per command in flight; local activities share them. */
export const createWorker = (
  connection: NativeConnection,
  config: Pick<WorkerConfig, 'build'> & { readonly temporal: TemporalOptions },
  bundle: Bundle,
  service: Activities,
): Promise<Worker> =>
  Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: TASK_QUEUE,
    ...(config.build !== null && { workerDeploymentOptions: deployedAs(config.build) }),
    workflowBundle: bundle,
    activities: {
      execute: wordless('execute', (commandId: string, known?: number) =>
        service.execute(commandId, known),
      ),
      look: wordless('look', (agreement: string, known?: number) => service.look(agreement, known)),
      gatherEvidence: wordless('gatherEvidence', (agreement: string, evaluation: string) =>
        service.gatherEvidence(agreement, evaluation),
      ),
    },
    // A task that waits for a worker that has died goes to the others after this.
    stickyQueueScheduleToStartTimeout: '2 seconds',
    shutdownGraceTime: '5 seconds',
  });
