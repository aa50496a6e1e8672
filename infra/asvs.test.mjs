// The table of OWASP ASVS 5.0 (`security/asvs.csv`): every row of levels 1 and 2 is answered, and every test that it names is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const STATUSES = ['met', 'partly', 'not met', 'not applicable'];

/** Fields of a line of CSV (RFC 4180). */
const fieldsOf = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

const [head, ...lines] = readFileSync(join(root, 'security', 'asvs.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map(fieldsOf);
const rows = lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i]])));

describe('the table of ASVS 5.0', () => {
  it('has each requirement of levels 1 and 2 once, 254 in 17 chapters', () => {
    assert.equal(rows.length, 254);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.deepEqual(
      [1, 2].map((level) => rows.filter((row) => Number(row.level) === level).length),
      [70, 184],
    );
    assert.equal(new Set(rows.map(({ id }) => id.split('.')[0])).size, 17);
  });

  it('answers each, with the reason where it is not met', () => {
    for (const { id, asks, status, test, note } of rows) {
      assert.ok(STATUSES.includes(status) && asks !== '', id);
      assert.ok(status === 'met' ? test !== '' : note !== '', `${id} says neither test nor reason`);
    }
  });

  it('names only tests that are there', () => {
    const dangling = rows.filter(({ test, title }) => {
      if (test === '') return title !== '';
      const file = join(root, test);
      return title === '' || !existsSync(file) || !readFileSync(file, 'utf8').includes(title);
    });
    assert.deepEqual(
      dangling.map(({ id, test, title }) => `${id} ${test} ${title}`),
      [],
    );
  });

  it('shows at least four in five of the applicable rows by a test', () => {
    const applicable = rows.filter(({ status }) => status !== 'not applicable');
    const shown = applicable.filter(({ test }) => test !== '');
    assert.ok(shown.length >= applicable.length * 0.8, `${shown.length} of ${applicable.length}`);
  });
});
