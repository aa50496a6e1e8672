import type proto from '@temporalio/proto';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** Workflow code: the prebuilt bundle of a release, or one in memory. */
export type WorkflowCode = { readonly codePath: string } | WorkflowBundleWithSourceMap;

/** A run's history as JSON. */
export interface Replayable {
  readonly run: string;
  readonly json: string;
}

/**
 * Replays runs of workflows through the code of a bundle; answers why each does not replay, null for those that do.
 * Loads the worker's machinery, which is heavy; `quiet` is for a process that has not loaded it yet.
 */
export async function replayRuns(
  bundle: WorkflowCode,
  runs: readonly Replayable[],
  { quiet = false }: { readonly quiet?: boolean } = {},
): Promise<ReadonlyMap<string, string | null>> {
  const [{ DefaultLogger, Runtime, Worker }, { default: messages }] = await Promise.all([
    import('@temporalio/worker'),
    import('@temporalio/proto'),
  ]);
  const { History } = messages.temporal.api.history.v1;
  // The machinery tells each start and stop; a process that runs a worker has chosen its words already.
  if (quiet) Runtime.install({ logger: new DefaultLogger('ERROR') });
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

interface Replay {
  readonly workflowId: string;
  readonly history: proto.temporal.api.history.v1.IHistory;
}
