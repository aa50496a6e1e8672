import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cell = (text) => text.replaceAll('|', '/').replaceAll('\n', ' ').slice(0, 200);

/** The table of what was taken out and which test noticed. */
export function writeReport(root, page, rows) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  });
  const noticed = rows.filter(({ failed }) => failed.length > 0).length;
  const lines = rows.map(({ bug, failed }) => {
    const said = failed[0] === undefined ? '**not noticed**' : cell(failed[0]);
    return `| ${cell(bug.name)} | \`${bug.tests.part}/src/${bug.tests.spec}.ts\` | ${said} |`;
  });
  const text = `# Planted security bugs

\`npm run security-bugs -- --report docs/security-bugs.md\` takes one safeguard after the other out of the source as it is compiled
for the tests, runs the spec that must notice (which holds without the bug), and writes this page.

${String(noticed)} of ${String(rows.length)} noticed, at ${commit.trim()} on ${new Date().toISOString().slice(0, 10)}.

| safeguard taken out | spec | first test that failed |
| ------------------- | ---- | ---------------------- |
${lines.join('\n')}
`;
  const file = join(root, page);
  writeFileSync(file, text);
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { cwd: root });
}
