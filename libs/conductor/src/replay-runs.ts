import { WorkflowNotFoundError } from '@temporalio/client';
import type proto from '@temporalio/proto';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { OpenChild } from '@twinning/workflows/contract';
import type { CommandSender } from './sender.js';

/** Workflow code: the prebuilt bundle of a release, or one in memory. */
export type WorkflowCode = { readonly codePath: string } | WorkflowBundleWithSourceMap;

/** A run's history as JSON. */
export interface Replayable {
  readonly run: string;
  readonly json: string;
}

/**
 * Replays runs of workflows through the code of a bundle; answers why each does not replay, null for those that do.
 * Loads the worker's machinery, which is heavy.
 */
export async function replayRuns(
  bundle: WorkflowCode,
  runs: readonly Replayable[],
): Promise<ReadonlyMap<string, string | null>> {
  const [{ Worker }, { default: messages }] = await Promise.all([
    import('@temporalio/worker'),
    import('@temporalio/proto'),
  ]);
  const { History } = messages.temporal.api.history.v1;
  const results = new Map<string, string | null>();
  if (runs.length === 0) return results;
  const histories = runs.map(({ run, json }): Replay => {
    const history = History.fromObject(JSON.parse(json) as Record<string, unknown>);
    return { workflowId: run, history };
  });
  const replays = Worker.runReplayHistories({ workflowBundle: bundle }, histories);
  for await (const { workflowId, error } of replays) {
    results.set(workflowId, error?.message ?? null);
  }
  return results;
}

/**
 * Keeps the worker's machinery from telling each start and stop of a replay. Once in a process, before anything has
 * loaded it: a process that runs a worker has chosen its words already.
 */
export async function silenceReplays(): Promise<void> {
  const { DefaultLogger, Runtime } = await import('@temporalio/worker');
  Runtime.install({ logger: new DefaultLogger('ERROR') });
}

/**
 * Temporal's account of the agreements and the processes beside them: the last run of each, null when Temporal has none, and the replay of runs through
 * a bundle. While Temporal is away it rejects: an account that cannot be had is not an empty one.
 */
export const temporalsHistory = (sender: Pick<CommandSender, 'lastRun'>, bundle: WorkflowCode) => ({
  lastRun: (agreement: string, child?: OpenChild): Promise<Replayable | null> =>
    sender.lastRun(agreement, child).catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }),
  replay: (runs: readonly Replayable[]) => replayRuns(bundle, runs),
});

interface Replay {
  readonly workflowId: string;
  readonly history: proto.temporal.api.history.v1.IHistory;
}
