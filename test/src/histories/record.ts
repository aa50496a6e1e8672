import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { fromMs, instant, toMs } from '@twinning/domain';
import { setClock } from '@twinning/engine';
import { sql } from 'kysely';
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';
import { Product } from '../support/product.js';
import { submittedRequest } from '../support/request.js';
import { OwnServers } from '../support/servers.js';

// Records the Temporal histories that later releases must replay: `npm run record -w test -- <release>`. Run by hand
// for each release, never again for an old one: what a release wrote stays as it is.

const { History } = proto.temporal.api.history.v1;
const DAY_MS = 86_400_000;
/** Events after which a run is followed by a new one: low, so that a recorded life holds continue-as-new. */
const CONTINUE_AFTER = 120;

/** Draft to registration by its own commands, then three months in two seconds, until the timer fires by itself. */
async function lapse(product: Product): Promise<string> {
  const agreement = await submittedRequest(product);
  await product.act('tpm', agreement, 'approve-by-tpm');
  await product.act('tpm', agreement, 'register-in-gd');
  const { body } = await product.get('auditor', `/v1/agreements/${agreement}/deadlines`);
  const items = body.items as { timer: string; due: string }[];
  const due = items.find((d) => d.timer === 'T17')?.due;
  if (due === undefined) throw new Error('No lapse awaits the agreement.');
  await setClock(product.admin, fromMs(toMs(instant(due)) - DAY_MS), DAY_MS / 2_000);
  await product.sender.look(agreement);
  for (let left = 200; left > 0; left -= 1) {
    const { status } = (await product.get('auditor', `/v1/agreements/${agreement}`)).body;
    if (status === 'LAPSED') return agreement;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The agreement does not lapse.');
}

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

/** The longest run of each kind and end, two where there are several: what a new build must be able to go on from. */
function worthKeeping(
  runs: readonly Run[],
  lapsed: string,
): readonly (Run & { readonly name: string })[] {
  const kinds = new Map<string, Run[]>();
  for (const run of runs) {
    const kind = run.workflow.endsWith(lapsed) ? 'agreement-lapsed' : `${run.type}-${run.status}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), run]);
  }
  return [...kinds].flatMap(([kind, of]) =>
    of
      .sort((a, b) => b.length - a.length)
      .filter((_, i) => i === 0 || i === Math.floor(of.length / 2))
      .map((run, i) => ({ ...run, name: `${kind}-${String(i + 1)}` })),
  );
}

async function record(release: string): Promise<void> {
  const servers = await OwnServers.start({
    'limit.historyCount.suggestContinueAsNew': CONTINUE_AFTER,
  });
  const product = await Product.start({ servers });
  const connection = await Connection.connect({ address: servers.temporalAddress });
  const client = new Client({ connection });
  try {
    const lapsed = await lapse(product);
    await sql`DELETE FROM engine.clock`.execute(product.admin);
    await product.cli('demo', '--load');
    const folder = join(ROOT, 'test/histories', release);
    await mkdir(folder, { recursive: true });
    for (const { name, workflow, run, length } of worthKeeping(await allRuns(client), lapsed)) {
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

const [release] = process.argv.slice(2);
if (release === undefined || !/^\d+\.\d+\.\d+$/.test(release)) {
  console.error('Name the release whose histories are recorded, e.g. 0.1.0.');
  process.exitCode = 2;
} else {
  await record(release);
}
