import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import type { Row } from './row.js';
import type { RowResult } from './run-row.js';

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();

const day = (): string => new Date().toISOString().slice(0, 10);

/** A document, and where the text between the marks of that name begins and ends in it. */
async function place(file: string, name: string) {
  const text = await readFile(file, 'utf8');
  const begin = `<!-- ${name}: written by npm run test:nightly -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(`<!-- end of ${name} -->`)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for: ${name}.`);
  return {
    before: text.slice(0, from + begin.length),
    between: text.slice(from, to),
    after: text.slice(to),
  };
}

async function put(file: string, name: string, lines: readonly string[]): Promise<void> {
  const { before, after } = await place(file, name);
  await writeFile(file, [before, '', ...lines, '', after].join('\n'));
}

/** Puts lines between the marks of that name in a document, with commit and date. */
export const writeBetween = (file: string, name: string, lines: readonly string[]): Promise<void> =>
  put(file, name, [`Commit ${commit()}, ${day()}.`, '', ...lines]);

/** Writes the results of rows of the fault table; the other rows keep the result, commit and date that they had. */
export async function writeReport(
  file: string,
  rows: readonly Row[],
  results: readonly RowResult[],
): Promise<void> {
  const { between } = await place(file, 'faults');
  const earlier = new Map(
    between
      .split('\n')
      .filter((l) => /^\| F\d/.test(l))
      .map((l) => [l.split('|')[1]?.trim(), l]),
  );
  const lines = rows.map((row) => {
    const ran = results.filter((r) => r.id === row.id);
    if (ran.length === 0) return earlier.get(row.id) ?? line(row, row.skipped ?? 'not yet');
    return line(row, ran);
  });
  await put(file, 'faults', [
    '| row | fault | seeds | commands | accepted | deadlines | slowest first success | violations | commit | date |',
    '| --- | ----- | ----- | -------- | -------- | --------- | --------------------- | ---------- | ------ | ---- |',
    ...lines,
  ]);
}

function line({ id, title }: Row, results: readonly RowResult[] | string): string {
  if (typeof results === 'string')
    return `| ${id} | ${title} | not run: ${results} | | | | | | | |`;
  const sum = (of: (r: RowResult) => number) => results.reduce((n, r) => n + of(r), 0);
  const slowest = Math.max(0, ...results.map((r) => r.recoveredInMs)) / 1000;
  const cells = [
    results.map((r) => r.seed).join(', '),
    sum((r) => r.commands),
    sum((r) => r.accepted),
    sum((r) => r.deadlines),
    `${slowest.toFixed(1)} s`,
    sum((r) => r.violations.length),
    commit(),
    day(),
  ];
  return `| ${id} | ${title} | ${cells.join(' | ')} |`;
}
