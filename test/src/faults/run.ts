import { parseArgs } from 'node:util';
import { rows } from './rows.js';
import { writeReport } from './report.js';
import { Runner, type RowResult } from './run-row.js';

// `npm run faults -- [--row F4,F9] [--seed 7] [--seeds 3] [--json] [--logs folder] [--report docs/reliability.md]`: every row of the fault table that can run here, each
// with `seeds` seeds from `seed` on. Exit code 1 when anything was violated.

const { values } = parseArgs({
  options: {
    row: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    report: { type: 'string' },
    logs: { type: 'string' },
  },
});
const wanted = values.row?.split(',');
const chosen = rows.filter((row) => wanted === undefined || wanted.includes(row.id));
const first = Number(values.seed);
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => first + n);
const say = (line: string): void => {
  if (!values.json) console.log(line);
};

const runner = new Runner(undefined, values.logs);
const results: RowResult[] = [];
try {
  for (const row of chosen) {
    if (row.skipped !== undefined) {
      say(`– ${row.id.padEnd(5)} ${row.title}: skipped: ${row.skipped}`);
      continue;
    }
    for (const seed of seeds) {
      const result = await runner.run(row, seed);
      results.push(result);
      const { commands, accepted, deadlines, recoveredInMs, tookMs, violations } = result;
      const mark = violations.length === 0 ? '✓' : '✗';
      say(
        `${mark} ${row.id.padEnd(5)} ${row.title} (seed ${String(seed)}): ${String(commands)} commands, ${String(accepted)} accepted, ${String(deadlines)} deadlines, first success after ${(recoveredInMs / 1000).toFixed(1)} s, ${(tookMs / 1000).toFixed(0)} s in all`,
      );
      for (const violation of violations) say(`      ${violation}`);
    }
    // After each row: what was run stays written, whatever becomes of the rest.
    if (values.report !== undefined) await writeReport(values.report, rows, results);
  }
} finally {
  await runner.stop();
}
if (values.json) {
  const skipped = chosen.filter((row) => row.skipped !== undefined);
  console.log(JSON.stringify({ results, skipped }));
}
const violated = results.reduce((sum, r) => sum + r.violations.length, 0);
say(
  `${String(results.length)} scenarios, ${String(results.reduce((n, r) => n + r.commands, 0))} commands, ${String(violated)} violations`,
);
process.exit(violated === 0 ? 0 : 1);
