// How many wrong deciders the tests notice. Stryker changes the decider in thousands of ways, one at a time, and runs the
// specs against each; what survives is a line that no test holds. Apart from CI: it takes most of an hour. Stryker and
// what it needs are installed into a folder of their own, at the versions below, and are no dependency of the product.
// `--part kernel,approval` runs some parts, `--report <page>` writes the page, `--survivors` lists what no test noticed,
// `--folder <path>` keeps what was installed and measured for the next run.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compilerOf, withoutUncompilable } from './compiler.mjs';
import { commitOf, writeReport } from './report.mjs';
import { judgedAgain, linesOf, scoreOf, survivorsOf } from './score.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const VERSIONS = {
  '@stryker-mutator/core': '9.6.1',
  '@stryker-mutator/mocha-runner': '9.6.1',
  esbuild: '0.25.12',
  expect: '30.5.2',
  'fast-check': '4.10.2',
  mocha: '11.8.0',
};
const PARTS = {
  kernel: ['src/kernel/*.ts'],
  ...Object.fromEntries(
    'proposal guards approval negotiation execution oversight evaluation ending'
      .split(' ')
      .map((phase) => [phase, [`src/agreement/${phase}/*.ts`]]),
  ),
  participation: ['src/participation/*.ts'],
};
// Sentences, tables of words and what the tests themselves are made with decide nothing.
const NO_DECIDER = [
  '**/*.spec.ts',
  '**/testing.ts',
  '**/texts.ts',
  '**/example*.ts',
  '**/locked-texts.ts',
];

const { values } = parseArgs({
  options: {
    part: { type: 'string' },
    folder: { type: 'string' },
    report: { type: 'string' },
    survivors: { type: 'boolean' },
  },
});
const parts = values.part?.split(',') ?? Object.keys(PARTS);
const unknown = parts.filter((part) => PARTS[part] === undefined);
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}`);

const folder =
  values.folder === undefined ? mkdtempSync(join(tmpdir(), 'mutation-')) : resolve(values.folder);
prepare();
const commit = commitOf(root);
const refuses = compilerOf(root);
const files = {};
const measured = {};
for (const part of parts) {
  const report = measure(part);
  const judged = withoutUncompilable(report.files, refuses);
  Object.assign(files, judged);
  measured[part] = judged;
  say(part, judged);
  if (values.report !== undefined) {
    const all = Object.keys(PARTS);
    writeReport(root, resolve(values.report), { parts: all, measured, commit });
  }
}
say('the whole', files);
if (values.survivors) for (const line of survivorsOf(files)) process.stdout.write(`${line}\n`);
if (values.folder === undefined) rmSync(folder, { recursive: true });

function say(what, of) {
  const { score, killed, timedOut, survived, uncovered, left } = scoreOf(of);
  const noticed = `${String(killed + timedOut)} of ${String(killed + timedOut + survived + uncovered)}`;
  process.stdout.write(
    `score of ${what}: ${score.toFixed(1)} % (${noticed} noticed, ${String(uncovered)} run by no test, ${String(left)} left out)\n`,
  );
}

function prepare() {
  mkdirSync(folder, { recursive: true });
  const manifest = JSON.stringify({ private: true, dependencies: VERSIONS });
  const at = join(folder, 'package.json');
  if (!existsSync(at) || readFileSync(at, 'utf8') !== manifest) {
    writeFileSync(at, manifest);
    const npm = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error'];
    execFileSync('npm', npm, { cwd: folder, stdio: 'inherit' });
  }
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  cpSync(join(root, 'libs', 'domain', 'src'), join(folder, 'src'), { recursive: true });
  for (const name of ['bundle.mjs', 'jest-in-mocha.mjs'])
    cpSync(join(here, name), join(folder, name));
}

/**
 * The specs of the part itself judge first, in a second or two for a change; what they let pass is tried with all specs,
 * which takes the most used code up to half a minute for each.
 */
function measure(part) {
  const [pattern] = PARTS[part];
  const own = stryker(`${part}.own`, PARTS[part], `node bundle.mjs ${pattern.slice(4, -4)}`);
  const passed = linesOf(own.files);
  const all = passed.length === 0 ? { files: {} } : stryker(part, passed, 'node bundle.mjs');
  return { files: judgedAgain(own.files, all.files) };
}

function stryker(name, mutate, buildCommand) {
  const config = {
    testRunner: 'mocha',
    plugins: ['@stryker-mutator/mocha-runner'],
    mochaOptions: { spec: ['all.cjs'] },
    buildCommand,
    coverageAnalysis: 'perTest',
    // What is computed once when a file is loaded cannot be switched on and off.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 10_000,
    timeoutFactor: 4,
    mutate: [...mutate, ...NO_DECIDER.map((pattern) => `!${pattern}`)],
    // Types, statuses, codes and fields are literal types: another string does not compile.
    mutator: { excludedMutations: ['StringLiteral'] },
    reporters: ['json'],
    jsonReporter: { fileName: `${name}.json` },
    incremental: true,
    incrementalFile: `${name}.incremental.json`,
    tempDirName: '.stryker',
    cleanTempDir: 'always',
  };
  const file = `${name}.config.json`;
  writeFileSync(join(folder, file), JSON.stringify(config));
  const bin = join('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const run = spawnSync(process.execPath, [bin, 'run', file], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    throw new Error(`Stryker ended with ${String(run.status)} on ${name}.`);
  }
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
