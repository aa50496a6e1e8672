import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { scoreOf } from './score.mjs';

const percent = (noticed, all) => (all === 0 ? '–' : `${((100 * noticed) / all).toFixed(1)} %`);

/** Rows of the last report by part: a part that was left out keeps the result it had, with its own commit and date. */
function earlier(path) {
  if (!existsSync(path)) return new Map();
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, part, , noticed]) => /^[a-z]+$/.test(part ?? '') && /^\d+$/.test(noticed ?? ''));
  return new Map(
    rows.map(([, part, , noticed, all, uncovered, left, commit, date]) => [
      part,
      { noticed: +noticed, all: +all, uncovered: +uncovered, left: +left, commit, date },
    ]),
  );
}

/** Of which commit the sources are that are measured: asked when they are copied, for others may be made meanwhile. */
export const commitOf = (root) =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

/** Writes what was measured of some parts, beside what is known of the others, as a page of `docs`. */
export function writeReport(root, path, { parts, measured, commit }) {
  const rows = earlier(path);
  for (const [part, files] of Object.entries(measured)) {
    const { killed, timedOut, survived, uncovered, left } = scoreOf(files);
    rows.set(part, {
      noticed: killed + timedOut,
      all: killed + timedOut + survived + uncovered,
      uncovered,
      left,
      commit,
      date: new Date().toISOString().slice(0, 10),
    });
  }
  const known = parts.flatMap((part) => (rows.has(part) ? [rows.get(part)] : []));
  const sum = (field) => known.reduce((total, row) => total + row[field], 0);
  const line = (part) => {
    const row = rows.get(part);
    if (row === undefined) return `| ${part} | not measured yet | | | | | | |`;
    const { noticed, all, uncovered, left, commit, date } = row;
    return `| ${part} | ${percent(noticed, all)} | ${noticed} | ${all} | ${uncovered} | ${left} | ${commit} | ${date} |`;
  };
  writeFileSync(
    path,
    `# What the tests of the decider notice

Stryker changes the decider in thousands of ways, one at a time, and the specs of the domain run against each change:
those of its own folder first, and all of them against what those let pass.
The score is the share that some test notices. Left out are changes that the compiler refuses, because the build does
not pass with them; changes of string literals, because statuses, codes, events and fields are literal types; and what is
computed once when a file is loaded, which cannot be switched on and off. The random stories of \`invariants/\`, the
vectors and the specs of \`simulate\` and \`policy\` do not run here: what they alone would notice counts as missed.

\`node infra/mutation/run.mjs --report docs/mutation.md\` measures all parts and writes this page; \`--part guards,approval\`
measures some, and the others keep the result, commit and date that they had; \`--survivors\` lists what no test noticed.
It runs apart from CI, as a row of [the long runs](nightly.md).

| part | score | noticed | changes | run by no test | left out | commit | date |
| ---- | ----- | ------- | ------- | -------------- | -------- | ------ | ---- |
${parts.map(line).join('\n')}

Of all that was measured: ${percent(sum('noticed'), sum('all'))} (${sum('noticed')} of ${sum('all')}).
`,
  );
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', path], { cwd: root });
}
