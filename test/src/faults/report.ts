import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { Row } from './row.js';
import type { RowResult } from './run-row.js';

const BEGIN = '<!-- faults: written by npm run test:nightly -->';
const END = '<!-- end of faults -->';

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

/** Puts the results as a table between the marks of a document, with commit and date. */
export async function writeReport(
  file: string,
  rows: readonly Row[],
  results: readonly RowResult[],
): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [head, rest] = [text.slice(0, text.indexOf(BEGIN)), text.slice(text.indexOf(END))];
  const table = [
    BEGIN,
    '',
    `Commit ${commit()}, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| row | fault | seeds | commands | accepted | slowest first success | violations |',
    '| --- | ----- | ----- | -------- | -------- | --------------------- | ---------- |',
    ...rows.map((row) =>
      line(
        row,
        results.filter((r) => r.id === row.id),
      ),
    ),
    '',
  ];
  await writeFile(file, `${head}${table.join('\n')}\n${rest}`);
}

function line({ id, title, skipped }: Row, results: readonly RowResult[]): string {
  if (skipped !== undefined) return `| ${id} | ${title} | not run: ${skipped} | | | | |`;
  const sum = (of: (r: RowResult) => number) => results.reduce((n, r) => n + of(r), 0);
  const slowest = Math.max(0, ...results.map((r) => r.recoveredInMs)) / 1000;
  const cells = [
    results.map((r) => r.seed).join(', '),
    sum((r) => r.commands),
    sum((r) => r.accepted),
    `${slowest.toFixed(1)} s`,
    sum((r) => r.violations.length),
  ];
  return `| ${id} | ${title} | ${cells.join(' | ')} |`;
}
