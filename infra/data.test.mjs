// The register of data (`docs/data.md`): every table that the code makes has its class there, and no table that it does not make.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const register = readFileSync(join(root, 'docs', 'data.md'), 'utf8');
const CLASSES = ['public', 'confidential', 'personal', 'secret', 'working'];

const sources = readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
  .filter(({ name }) => /\.ts$/.test(name) && !/\.(?:spec|testing)\.ts$/.test(name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/[\\/](?:dist|node_modules|testing)[\\/]/.test(path));
const made = new Set(
  sources.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /CREATE (?:UNLOGGED )?TABLE IF NOT EXISTS (\w+\.\w+)/g,
      ),
    ].map(([, table]) => table),
  ),
);
const rows = register
  .split('\n')
  .filter((line) => /^\| `\w+\.\w+`/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, tables, classes]) =>
    [...tables.matchAll(/`(\w+\.\w+)`/g)].map(([, table]) => [table, classes.split(', ')]),
  );

describe('the register of data', () => {
  it('has every table once, and none that is not made', () => {
    assert.ok(made.size > 30);
    assert.deepEqual(rows.map(([table]) => table).sort(), [...made].sort());
  });

  it('gives each a class that is explained', () => {
    for (const [table, classes] of rows) {
      assert.ok(classes.length > 0 && classes.every((each) => CLASSES.includes(each)), table);
    }
    for (const each of CLASSES) assert.ok(register.includes(`| **${each}**`), each);
  });

  it('names the fields that are sealed', () => {
    const text = readFileSync(join(root, 'libs/domain/src/people/events.ts'), 'utf8');
    const fields = /PERSONAL_FIELDS = \[([^\]]+)\]/.exec(text)[1].match(/\w+/g);
    for (const field of fields) assert.ok(register.includes(`\`${field}\``), field);
  });
});
