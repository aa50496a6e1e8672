import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BUGS } from './security-bugs/bugs.mjs';
import { planted } from './security-bugs/planted.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

describe('the planted security bugs', () => {
  it('are at least thirty, each under a name of its own', () => {
    assert.ok(BUGS.length >= 30);
    assert.equal(new Set(BUGS.map(({ name }) => name)).size, BUGS.length);
  });

  it('fit the source as it is, and change it', () => {
    for (const bug of BUGS) {
      for (const file of new Set(bug.edits.map(([at]) => at))) {
        const source = readFileSync(join(root, file), 'utf8');
        assert.notEqual(planted(bug, `/${file}`, source), source, bug.name);
        assert.equal(planted(bug, '/elsewhere.ts', source), source);
      }
    }
  });

  it('have a spec each that is there', () => {
    const missing = BUGS.map(({ tests }) => `${tests.part}/src/${tests.spec}.ts`).filter(
      (spec) => !existsSync(join(root, spec)),
    );
    assert.deepEqual(missing, []);
  });
});
