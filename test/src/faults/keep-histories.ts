import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const { History } = proto.temporal.api.history.v1;

/** Keeps the histories of the runs that a worker said do not replay, as far as Temporal still has them. */
export async function keepUnreplayed(
  said: string,
  temporalAddress: string,
  folder: string,
): Promise<void> {
  const runs = new Set<string>();
  for (const line of said.split('\n').filter((one) => one.includes('TMPRL1100'))) {
    // Colours come between the name and what it is.
    const run = /run_id\S*?=\S*?([0-9a-f]{8}-[0-9a-f-]{27})/.exec(line)?.[1];
    if (run !== undefined) runs.add(run);
  }
  if (runs.size === 0) return;
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection });
    for (const run of runs) {
      for await (const { workflowId } of workflow.list({ query: `RunId = '${run}'` })) {
        const history = await workflow.getHandle(workflowId, run).fetchHistory();
        const text = JSON.stringify(History.fromObject(history));
        await writeFile(join(folder, `${workflowId}.${run}.json`), text);
      }
    }
  } finally {
    await connection.close();
  }
}
