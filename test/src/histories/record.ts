import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';
import { Product } from '../support/product.js';
import { OwnServers } from '../support/servers.js';
import { ballot, lapse } from './stories.js';

// Records the Temporal histories that later releases must replay: `npm run record -w test -- <release>`. Run by hand
// for each release, never again for an old one: what a release wrote stays as it is.

const { History } = proto.temporal.api.history.v1;
/** Events after which a run is followed by a new one: low, so that a recorded life holds continue-as-new. */
const CONTINUE_AFTER = 120;

interface Run {
  readonly workflow: string;
  readonly run: string;
  readonly type: string;
  readonly status: string;
  readonly length: number;
}

async function allRuns(client: Client): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for await (const w of client.workflow.list()) {
    const length = (await client.workflow.getHandle(w.workflowId, w.runId).describe())
      .historyLength;
    const { workflowId: workflow, runId: run, type } = w;
    runs.push({
      workflow,
      run,
      type,
      status: w.status.name.toLowerCase().replaceAll('_', '-'),
      length,
    });
  }
  return runs;
}

/** The agreements that the stories are about, by the name that their runs are kept under. */
type Told = ReadonlyMap<string, string>;

/** The longest run of each kind and end, two where there are several: what a new build must be able to go on from. */
function worthKeeping(
  runs: readonly Run[],
  told: Told,
): readonly (Run & { readonly name: string })[] {
  const kinds = new Map<string, Run[]>();
  for (const run of runs) {
    const story = [...told].find(([agreement]) => run.workflow.endsWith(agreement));
    const kind = story === undefined ? `${run.type}-${run.status}` : `agreement-${story[1]}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), run]);
  }
  return [...kinds].flatMap(([kind, of]) =>
    of
      .sort((a, b) => b.length - a.length)
      .filter((_, i) => i === 0 || i === Math.floor(of.length / 2))
      .map((run, i) => ({ ...run, name: `${kind}-${String(i + 1)}` })),
  );
}

async function record(release: string, only: string | undefined): Promise<void> {
  const servers = await OwnServers.start({
    'limit.historyCount.suggestContinueAsNew': CONTINUE_AFTER,
  });
  const product = await Product.start({ servers });
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection });
  try {
    const told = new Map<string, string>();
    if (only !== 'ballot') {
      // First: the stories move the record's clock, and what they leave behind counts in the checks of later requests.
      await product.cli('demo', '--load');
      told.set(await lapse(product), 'lapsed');
    }
    told.set(await ballot(product), 'balloted');
    const folder = join(ROOT, 'test/histories', release);
    await mkdir(folder, { recursive: true });
    for (const { name, workflow, run, length } of worthKeeping(await allRuns(client), told)) {
      const history = await client.workflow.getHandle(workflow, run).fetchHistory();
      const text = JSON.stringify(History.fromObject(history));
      // Where it was recorded is nobody's business.
      await writeFile(join(folder, `${name}.json`), text.replaceAll(hostname(), 'host'));
      console.log(`${release}/${name}.json: ${String(length)} events`);
    }
  } finally {
    await connection.close();
    await product.stop();
  }
}

const [release, only] = process.argv.slice(2);
const unknown = only !== undefined && only !== 'ballot';
if (release === undefined || !/^\d+\.\d+\.\d+$/.test(release) || unknown) {
  console.error(
    'Name the release whose histories are recorded, e.g. 0.1.0; `0.1.0 ballot` tells the ballot alone.',
  );
  process.exitCode = 2;
} else {
  await record(release, only);
}
