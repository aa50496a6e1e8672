// The long runs, one after the other, each to its end whatever became of the one before. Writes what came of them, with
// commit and date, into docs/nightly.md and the table of faults into docs/reliability.md. `--only a,b` runs some of them.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const REPORT = join(root, 'docs', 'nightly.md');

/** Name, what it shows, command; `says` finds the lines that tell what was measured. */
const RUNS = [
  {
    name: 'properties',
    what: 'invariants of the domain, ten times the runs, another seed each day',
    command: ['npm', 'run', 'properties'],
    says: /^Tests:/,
  },
  {
    name: 'decisions',
    what: 'a million decisions each: policy, decider and a second statement of it; domain, lists and row-level security; the API',
    command: ['npm', 'run', 'decisions'],
    says: /^(\d+ decisions|Tests:)/,
  },
  {
    name: 'alterations',
    what: 'ten thousand single changes by a superuser, wherever they fall in the record, each found by its verification',
    command: ['npm', 'run', 'alterations'],
    says: /^(\d+ alterations|Tests:)/,
  },
  {
    name: 'disguises',
    what: 'more than 200 encodings of the address of every route that reads or writes, none of which passes the guard',
    command: ['npm', 'run', 'disguises'],
    says: /^Tests:/,
  },
  {
    name: 'schemathesis',
    what: 'Schemathesis over the OpenAPI document, all checks, stateful, as a partner, the Central Secretariat and an auditor',
    command: ['npm', 'run', 'schemathesis'],
    says: /^(✓|✗|–) \S+: |^– skipped/,
  },
  {
    name: 'security',
    what: 'safeguards taken out one at a time, each noticed by its spec; the table stands in security-bugs.md',
    command: 'npm run security-bugs -- --report docs/security-bugs.md'.split(' '),
    says: /^(✗|\d+ of \d+ security)/,
  },
  {
    name: 'foreign-ids',
    what: 'what is foreign and what does not exist: the same answer after the same time, with how sure',
    command: 'npm run foreign-ids'.split(' '),
    says: /%/,
  },
  {
    name: 'browser',
    what: 'every screen in both languages, light and dark, narrow and wide, with each role that sees it',
    command: 'npm run browser -w @twinning/e2e'.split(' '),
    says: /^Tests:/,
  },
  {
    name: 'faults',
    what: 'every row of the fault table with five seeds',
    command: 'npm run faults -- --seeds 5 --report docs/reliability.md'.split(' '),
    says: /^\d+ scenarios/,
  },
  {
    name: 'planted',
    what: 'twenty bugs planted in the real product, each found by its row of the fault table',
    command: 'npm run planted'.split(' '),
    says: /^(✗|\d+ of \d+ planted)/,
  },
  {
    name: 'compare',
    what: 'the same faults on the product and on an application that keeps its agreements in Temporal alone',
    command: 'npm run compare -- --report docs/reliability.md'.split(' '),
    says: /: (Twinning|bare Temporal): /,
  },
  {
    name: 'year',
    what: 'a year of 1,000 agreements on the pure core, every commit against the invariants, in a minute of one core',
    command: 'npm run year'.split(' '),
    says: /agreements, seed/,
  },
  {
    name: 'soak',
    what: 'half an hour under load (TWINNING_SOAK_MINUTES): memory and handles of API and worker flat, nothing lost',
    command: 'npm run soak'.split(' '),
    says: /^(✗|\d+ minutes|. (api|worker) )/,
  },
  {
    name: 'scale',
    what: 'the record with 10⁴, 10⁵ and 10⁶ events: rebuild, verification and check in flat memory, and back within ten seconds after kill -9 of everything',
    command: 'npm run scale'.split(' '),
    says: /^(✗|(rebuild|verify|check|first command)\b|\d+ events)/,
  },
  {
    name: 'reading',
    what: 'lists with 10,000 agreements and 100,000 tasks: each within its time, each count as PostgreSQL counts',
    command: 'npm run reading'.split(' '),
    says: /^[✗✓]/,
  },
  {
    name: 'histories',
    what: 'recorded histories under today’s workflow code, and twelve changes that must not replay',
    command: 'npm run int -w @twinning/worker -- recorded-histories'.split(' '),
    says: /^Tests:/,
  },
  {
    name: 'restore',
    what: 'base backup and archived log, restored to a moment and to the end',
    command: 'npm run faults -- --row F32,F32b'.split(' '),
    says: /^(✓|✗|\d+ scenarios)/,
  },
  {
    name: 'mutation',
    what: 'changes of the decider that the tests notice; by part in mutation.md',
    command: 'node infra/mutation/run.mjs --report docs/mutation.md'.split(' '),
    says: /^score of the whole/,
  },
  {
    name: 'bench',
    what: 'throughput beside a plain insert and other stores',
    command: ['npm', 'run', 'bench'],
    says: /(per second|\/s\b|\bRanking of )/,
    // What has a limit stands before the rest, which the page cuts off.
    first: /\bRanking of /,
  },
];

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const only = values.only?.split(',');
const unknown = (only ?? []).filter((name) => !RUNS.some((run) => run.name === name));
if (unknown.length > 0) throw new Error(`No such run: ${unknown.join(', ')}`);

function carryOut({ command: [program, ...args], says }) {
  return new Promise((resolve) => {
    const began = Date.now();
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = [];
    for (const [stream, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      let rest = '';
      stream.on('data', (chunk) => {
        to.write(chunk);
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() ?? '';
        said.push(
          ...lines.map((l) => stripVTControlCharacters(l).trim()).filter((l) => says.test(l)),
        );
      });
    }
    const end = (code) => resolve({ code, minutes: (Date.now() - began) / 60_000, said });
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
}

const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/** Rows of the last report, by name: a run that was left out keeps the result it had, with its own commit and date. */
function earlier() {
  const lines = readFileSync(REPORT, 'utf8').split('\n');
  return new Map(
    lines.filter((l) => /^\| [a-z]+ +\|/.test(l)).map((l) => [l.split('|')[1].trim(), l]),
  );
}

/** The last figures that a run said; those with a limit go before. */
const figuresOf = ({ first }, said) => {
  const limited = first === undefined ? [] : said.filter((line) => first.test(line));
  return [...limited, ...said.filter((line) => !limited.includes(line)).slice(-6)];
};
const cell = (text) => text.replaceAll('|', '/').slice(0, 300);
const rows = earlier();
for (const run of RUNS) {
  if (only !== undefined && !only.includes(run.name)) continue;
  const commit = git('rev-parse', '--short', 'HEAD');
  const { code, minutes, said } = await carryOut(run);
  if (code !== 0) process.exitCode = 1;
  const cells = [
    run.name,
    run.what,
    code === 0 ? 'holds' : '**fails**',
    cell(figuresOf(run, said).join('; ')),
    `${minutes.toFixed(1)} min`,
    commit,
    new Date().toISOString().slice(0, 10),
  ];
  rows.set(run.name, `| ${cells.join(' | ')} |`);
  write();
}

function write() {
  const missing = ({ name, what }) => `| ${name} | ${what} | not run yet | | | | |`;
  const text = `# The long runs

\`npm run test:nightly\` runs them all and writes this page; \`-- --only faults,bench\` runs some, and the others keep the
result, commit and date that they had. The table of faults, row by row, stands in [reliability.md](reliability.md).

| run | what it shows | result | measured | took | commit | date |
| --- | ------------- | ------ | -------- | ---- | ------ | ---- |
${RUNS.map((run) => rows.get(run.name) ?? missing(run)).join('\n')}
`;
  writeFileSync(REPORT, text);
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', REPORT], { cwd: root });
}
