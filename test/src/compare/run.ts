import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBetween } from '../faults/report.js';
import { pause, Random } from '../faults/random.js';
import { OwnServers } from '../support/servers.js';
import type { Application } from './application.js';
import { Bare } from './bare/bare.js';
import { work, type Seen } from './client.js';
import { faults, type Fault } from './faults.js';
import { Twinning } from './twinning.js';

// `npm run compare -- [--seed 1] [--fault lost] [--logs folder] [--report docs/reliability.md]`: the same faults befall the product and an application that
// keeps the same agreements in Temporal alone. Counts what was lost, doubled or told otherwise. Exit code 1 when the product
// loses, doubles or contradicts anything. `--fault`: only those whose title has this text; only a whole run is reported.

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    fault: { type: 'string', default: '' },
    logs: { type: 'string' },
    report: { type: 'string' },
  },
});
const SEED = Number(values.seed);
const CLIENTS = 5;
/** As in the fault table: runs begin anew while commands are under way. */
const CONTINUE_AFTER = 60;
/** After the fault the clients work on for so long. */
const AFTER_MS = 4_000;

interface Tally {
  readonly name: string;
  readonly told: number;
  readonly lost: number;
  readonly doubled: number;
  readonly otherwise: number;
  readonly unanswered: number;
  readonly contradictions: number;
}

async function befall(application: Application, fault: Fault): Promise<Tally> {
  const random = new Random(SEED);
  try {
    const agreements = await application.open(CLIENTS);
    let over = false;
    const clients = agreements.map((a) => work(application, a, random.fork(), () => over));
    await pause(3_000);
    await fault.inject(application, random.fork());
    await pause(AFTER_MS);
    over = true;
    return await tally(application, await Promise.all(clients));
  } finally {
    if (values.logs !== undefined) {
      await mkdir(values.logs, { recursive: true });
      await writeFile(
        join(values.logs, `${application.name}.log`),
        await application.processes.logs(),
      );
    }
    await application.stop();
  }
}

async function tally(application: Application, seen: readonly Seen[]): Promise<Tally> {
  const found = { told: 0, lost: 0, doubled: 0, otherwise: 0, unanswered: 0 };
  const contradictions = await application.contradictions(seen.map((s) => s.agreement));
  for (const { agreement, told, unanswered, otherwise } of seen) {
    const carriedOut = await application.carriedOut(agreement);
    const once = new Set(carriedOut);
    found.told += told.length;
    found.unanswered += unanswered;
    found.doubled += carriedOut.length - once.size;
    found.lost += told.filter((t) => t.heard !== 'refused' && !once.has(t.key)).length;
    found.otherwise +=
      otherwise + told.filter((t) => t.heard === 'refused' && once.has(t.key)).length;
  }
  return { name: application.name, ...found, contradictions };
}

const start = [
  () => Twinning.start(),
  async () =>
    Bare.start(
      await OwnServers.start({ 'limit.historyCount.suggestContinueAsNew': CONTINUE_AFTER }),
    ),
];
const lines: string[] = [];
let failed = false;
for (const fault of faults.filter(({ title }) => title.includes(values.fault))) {
  for (const begin of start) {
    const t = await befall(await begin(), fault);
    const cells = [t.told, t.lost, t.doubled, t.otherwise, t.unanswered, t.contradictions];
    lines.push(`| ${fault.title} | ${t.name} | ${cells.join(' | ')} |`);
    console.log(
      `${fault.title}: ${t.name}: ${String(t.told)} answered, ${String(t.lost)} lost, ${String(t.doubled)} doubled, ` +
        `${String(t.otherwise)} told otherwise, ${String(t.unanswered)} unanswered, ${String(t.contradictions)} contradictions`,
    );
    if (t.name === 'Twinning' && cells.slice(1).some((n) => n > 0)) failed = true;
  }
}
if (values.report !== undefined && values.fault === '') {
  await writeBetween(values.report, 'comparison', [
    '| fault | application | answered | lost | doubled | told otherwise | unanswered | contradictions |',
    '| ----- | ----------- | -------- | ---- | ------- | -------------- | ---------- | -------------- |',
    ...lines,
  ]);
}
process.exit(failed ? 1 : 0);
