import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Licences under which a package may be used here, by their SPDX names. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  // Copyleft by file: used unchanged.
  'MPL-2.0',
  // Data.
  'CC-BY-4.0',
]);

/** Packages whose own licence file was read, because their description names none of these. */
const READ = new Map([
  ['dejavu-fonts-ttf', 'Bitstream Vera and Arev: fonts, embedded unchanged'],
  ['png-js', 'MIT in its LICENSE'],
  ['unionfs', 'Unlicense in its LICENSE'],
  ['world-countries', 'ODbL 1.0: data, kept apart and attributed'],
]);

const root = new URL('../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'));

/** True when an SPDX expression of AND and OR (no brackets within brackets) can be met by the allowed. */
const isAllowed = (expression) =>
  expression
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name)));

test('every package of the lock has a licence that is allowed, or one that was read', () => {
  const foreign = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && link !== true,
  );
  assert.ok(foreign.length > 500);
  const others = foreign
    .map(([path, { license }]) => [path.split('node_modules/').at(-1), license])
    .filter(([name, license]) => !READ.has(name) && !(license && isAllowed(license)));
  assert.deepEqual(others, []);
});

test('an unknown licence, or none, is not allowed', () => {
  assert.equal(isAllowed('GPL-3.0-only'), false);
  assert.equal(isAllowed('MIT AND GPL-3.0-only'), false);
  assert.equal(isAllowed('(MIT OR GPL-3.0-only)'), true);
});

test('what was read is still used', () => {
  const used = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  assert.deepEqual(
    [...READ.keys()].filter((name) => !used.has(name)),
    [],
  );
});
