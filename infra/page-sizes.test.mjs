import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { broken, limitsOf } from '../apps/console/size-limits.mjs';

const at = (file) => `/work/apps/console/src/${file}`;
// Hexadecimal, so that a file is packed to about half of its letters, whatever packs it.
const code = (bytes) => randomBytes(bytes).toString('hex');

const chunk = (fileName, facadeModuleId, bytes, more = {}) => ({
  type: 'chunk',
  fileName,
  facadeModuleId,
  name: fileName,
  imports: [],
  isEntry: false,
  isDynamicEntry: false,
  code: code(bytes),
  ...more,
});

const bundleWith = (bytes) =>
  Object.fromEntries(
    [
      chunk('main.js', at('main.tsx'), 5_000, { isEntry: true }),
      chunk('shared.js', null, 2_000),
      chunk('help.js', at('screens/help.tsx'), bytes, {
        isDynamicEntry: true,
        imports: ['main.js', 'shared.js'],
      }),
    ].map((part) => [part.fileName, part]),
  );

test('a page may take what it takes, with what it brings along, and about two parts in a hundred more', () => {
  const before = bundleWith(20_000);
  const limits = limitsOf(before);
  assert.deepEqual(Object.keys(limits), ['script', 'styles', 'screens/help.tsx']);
  assert.deepEqual(broken(before, limits), []);
  const size = Math.floor(limits['screens/help.tsx'] / 1.02);
  assert.ok(size > 22_000 && size < 26_000, String(size));
  const grown = { ...before, 'help.js': { ...before['help.js'], code: code(20_600) } };
  assert.match(broken(grown, limits).join(), /screens\/help\.tsx: \d+; \d+ is the limit/);
});

test('a page without a limit, a limit without a page and one that does not bind fail the build as well', () => {
  const bundle = bundleWith(20_000);
  const { 'screens/help.tsx': help, ...others } = limitsOf(bundle);
  assert.match(broken(bundle, others).join(), /help\.tsx: size-limits\.json has no limit/);
  assert.match(
    broken(bundle, { ...others, 'screens/help.tsx': help, 'screens/gone.tsx': 1 }).join(),
    /gone\.tsx: size-limits\.json limits a page that is no more/,
  );
  assert.match(
    broken(bundle, { ...others, 'screens/help.tsx': Math.floor(help * 1.2) }).join(),
    /is too wide/,
  );
});
