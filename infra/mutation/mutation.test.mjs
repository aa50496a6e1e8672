import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerOf, withoutUncompilable } from './compiler.mjs';
import { judgedAgain, linesOf, scoreOf, survivorsOf } from './score.mjs';

const source = `export const add = (a: number, b: number): number =>\n  a + b;\n`;
const at = (line, from, to) => ({ start: { line, column: from }, end: { line, column: to } });
const mutant = (status, over = {}) => ({
  status,
  location: at(2, 3, 8),
  replacement: 'a - b',
  ...over,
});

test('the score is what was noticed of all that could be', () => {
  const mutants = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'];
  const files = { 'a.ts': { source, mutants: mutants.map((status) => mutant(status)) } };
  assert.deepEqual(scoreOf(files), {
    score: 50,
    killed: 1,
    timedOut: 1,
    survived: 1,
    uncovered: 1,
    left: 2,
  });
});

test('a survivor is told with its line, what stood there and what took its place', () => {
  const files = { 'a.ts': { source, mutants: [mutant('Survived'), mutant('Killed')] } };
  assert.deepEqual(survivorsOf(files), ['a.ts:2 Survived: a + b → a - b']);
});

test('a survivor that the compiler refuses is none', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const file = 'src/calendar/day.ts';
  const text = `export const add = (a: number, b: number): number =>\n  a + b;\n`;
  const mutants = [mutant('Survived'), mutant('NoCoverage', { replacement: '"text"' })];
  const judged = withoutUncompilable({ [file]: { source: text, mutants } }, compilerOf(root));
  assert.deepEqual(
    judged[file].mutants.map((m) => m.status),
    ['Survived', 'CompileError'],
  );
});

test('what the own specs let pass is judged again by all, and only that', () => {
  const first = [
    mutant('Killed'),
    mutant('Survived', { replacement: 'a * b' }),
    mutant('NoCoverage', { replacement: 'b' }),
    mutant('Survived', { replacement: 'a' }),
  ];
  const files = { 'a.ts': { source, mutants: first } };
  assert.deepEqual(linesOf(files), ['a.ts:2-2']);
  const second = [
    mutant('Survived'),
    mutant('Killed', { replacement: 'a * b' }),
    mutant('Timeout', { replacement: 'b' }),
    mutant('Survived', { replacement: 'a' }),
  ];
  const judged = judgedAgain(files, { 'a.ts': { source, mutants: second } });
  assert.deepEqual(
    judged['a.ts'].mutants.map(({ status }) => status),
    ['Killed', 'Killed', 'Timeout', 'Survived'],
  );
  assert.deepEqual(judgedAgain(files, {}), files);
});
