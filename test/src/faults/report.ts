import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { Row } from './row.js';
import type { RowResult } from './run-row.js';

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

/** Puts lines between the marks of that name in a document, with commit and date. */
export async function writeBetween(
  file: string,
  name: string,
  lines: readonly string[],
): Promise<void> {
  const text = await readFile(file, 'utf8');
  const begin = `<!-- ${name}: written by npm run test:nightly -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(`<!-- end of ${name} -->`)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for: ${name}.`);
  const written = `Commit ${commit()}, ${new Date().toISOString().slice(0, 10)}.`;
  const between = [begin, '', written, '', ...lines, ''].join('\n');
  await writeFile(file, `${text.slice(0, from)}${between}\n${text.slice(to)}`);
}

/** The results of the fault table, row by row. */
export const writeReport = (
  file: string,
  rows: readonly Row[],
  results: readonly RowResult[],
): Promise<void> =>
  writeBetween(file, 'faults', [
    '| row | fault | seeds | commands | accepted | deadlines | slowest first success | violations |',
    '| --- | ----- | ----- | -------- | -------- | --------- | --------------------- | ---------- |',
    ...rows.map((row) =>
      line(
        row,
        results.filter((r) => r.id === row.id),
      ),
    ),
  ]);

function line({ id, title, skipped }: Row, results: readonly RowResult[]): string {
  if (skipped !== undefined) return `| ${id} | ${title} | not run: ${skipped} | | | | | |`;
  const sum = (of: (r: RowResult) => number) => results.reduce((n, r) => n + of(r), 0);
  const slowest = Math.max(0, ...results.map((r) => r.recoveredInMs)) / 1000;
  const cells = [
    results.map((r) => r.seed).join(', '),
    sum((r) => r.commands),
    sum((r) => r.accepted),
    sum((r) => r.deadlines),
    `${slowest.toFixed(1)} s`,
    sum((r) => r.violations.length),
  ];
  return `| ${id} | ${title} | ${cells.join(' | ')} |`;
}
