// `npm run security-bugs -- [--bug "alg none is accepted"] [--report docs/security-bugs.md]`: each safeguard is taken out in turn,
// and its spec, which must hold without the bug, must fail. Exit code 1 when one is not noticed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BUGS } from './bugs.mjs';
import { writeReport } from './report.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'security-bugs-'));
const { values } = parseArgs({ options: { bug: { type: 'string' }, report: { type: 'string' } } });

/** Runs one spec: how many tests failed, the first of them, and whether the spec could run at all. */
function tried({ part, spec }, bug) {
  const outputFile = join(folder, 'result.json');
  rmSync(outputFile, { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const config = join(here, 'jest.config.mjs');
  const args = [jest, '-c', config, '--rootDir', join(root, part), `${spec}\\.ts$`, '--json'];
  const run = spawnSync(process.execPath, [...args, '--outputFile', outputFile], {
    cwd: join(root, part),
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules',
      TWINNING_SECURITY_BUG: bug?.name ?? '',
    },
    timeout: 300_000,
  });
  let result;
  try {
    result = JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    throw new Error(`${part} ${spec} gave no result:\n${run.stderr.slice(-2_000)}`);
  }
  const [suite] = result.testResults;
  const failed = (suite?.assertionResults ?? []).filter(({ status }) => status === 'failed');
  const all = suite?.assertionResults.length ?? 0;
  // A spec that cannot begin fails with one and the same words in each test: nothing was noticed then.
  const words = new Set(failed.map(({ failureMessages }) => failureMessages[0]?.split('\n')[0]));
  return {
    ran: all > 0 && (all === 1 || failed.length < all || words.size > 1),
    why: suite?.message ?? 'no such spec',
    failed: failed.map(({ fullName }) => fullName),
  };
}

const sound = new Map();
/** A spec that fails by itself proves nothing. */
function mustBeSound(tests) {
  const key = `${tests.part}/${tests.spec}`;
  if (!sound.has(key)) sound.set(key, tried(tests, null));
  const { ran, failed, why } = sound.get(key);
  if (!ran || failed.length > 0) throw new Error(`${key} does not hold without any bug:\n${why}`);
}

const rows = [];
const bugs = BUGS.filter(({ name }) => values.bug === undefined || name === values.bug);
try {
  for (const bug of bugs) {
    mustBeSound(bug.tests);
    let { ran, failed, why } = tried(bug.tests, bug);
    if (!ran) ({ ran, failed, why } = tried(bug.tests, bug));
    if (!ran) throw new Error(`"${bug.name}" does not run:\n${why}`);
    rows.push({ bug, failed });
    const [first] = failed;
    console.log(
      first === undefined
        ? `✗ ${bug.name}: NOT NOTICED by ${bug.tests.part}, ${bug.tests.spec}`
        : `✓ ${bug.name}: ${first}${failed.length > 1 ? ` (and ${String(failed.length - 1)} more)` : ''}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const noticed = rows.filter(({ failed }) => failed.length > 0).length;
console.log(`${String(noticed)} of ${String(bugs.length)} security bugs noticed`);
if (values.report !== undefined) {
  writeReport(
    root,
    values.report,
    BUGS.map(({ name }) => name),
    rows,
  );
}
process.exitCode = noticed === bugs.length ? 0 : 1;
