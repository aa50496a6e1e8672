import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cell = (text) => text.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 200);

/** Rows of the last report, by name: a bug that was not planted now keeps the result it had, with its own commit and date. */
const earlier = (file) =>
  new Map(
    (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
      .filter((line) => /^\| .*`.*\.ts` *\|/.test(line))
      .map((line) => [line.split('|')[1].trim(), line]),
  );

/** The table of what was taken out and which test noticed; `names` are all there are, in their order. */
export function writeReport(root, page, names, rows) {
  const file = join(root, page);
  const git = ['rev-parse', '--short', 'HEAD'];
  const commit = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).trim();
  const when = `${commit}, ${new Date().toISOString().slice(0, 10)}`;
  const known = earlier(file);
  for (const { bug, failed } of rows) {
    const said = failed[0] === undefined ? '**not noticed**' : cell(failed[0]);
    const spec = `\`${bug.tests.part}/src/${bug.tests.spec}.ts\``;
    known.set(cell(bug.name), `| ${cell(bug.name)} | ${spec} | ${said} | ${when} |`);
  }
  const lines = names.map((name) => known.get(cell(name)) ?? `| ${cell(name)} | | not run yet | |`);
  const noticed = lines.filter((line) => !/\*\*not noticed|not run yet/.test(line)).length;
  writeFileSync(
    file,
    `# Planted security bugs

\`npm run security-bugs -- --report docs/security-bugs.md\` takes one safeguard after the other out of the source as it is compiled
for the tests, runs the spec that must notice (which holds without the bug), and writes this page; with \`--bug\` one of them, and
the others keep the row that they had.

${String(noticed)} of ${String(names.length)} noticed.

| safeguard taken out | spec | first test that failed | at |
| ------------------- | ---- | ---------------------- | -- |
${lines.join('\n')}
`,
  );
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { cwd: root });
}
