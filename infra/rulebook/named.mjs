import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { allTests } from './proofs.mjs';
import { isTest, root } from './sources.mjs';

/** What the sources hold of the files that the numbered rules name (`Named` of the domain). */
export function namedIn(names, from = root) {
  const there = names.filter((name) => existsSync(join(from, name)));
  const read = (name) => readFileSync(join(from, name), 'utf8');
  const titles = {};
  const tests = there.filter(isTest);
  for (const { file, title } of allTests(tests.map((name) => [name, parsed(name, read(name))]))) {
    (titles[file] ??= []).push(title);
  }
  const records = Object.fromEntries(
    there.filter((name) => name.endsWith('.md')).map((name) => [name, read(name)]),
  );
  return { there, titles, records };
}

const parsed = (name, text) => ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
