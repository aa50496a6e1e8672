// The bill of materials (`npm run sbom`) against the lock: names and versions.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differences, lockedIn, readJson } from './sbom.mjs';

const lock = readJson('package-lock.json');
const split = (one) => {
  const at = one.lastIndexOf('@');
  const [name, version] = [one.slice(0, at), one.slice(at + 1)];
  return name.startsWith('@')
    ? { group: name.split('/')[0], name: name.split('/')[1], version }
    : { name, version };
};
const bill = (names) => ({ components: names.map(split) });
const needed = [...lockedIn(lock).needed];

describe('the bill of materials', () => {
  it('names all that runs in production', () => {
    assert.ok(needed.length > 100);
    for (const name of ['pg', 'fastify', '@nestjs/core', '@temporalio/worker', 'kysely'])
      assert.ok(needed.some((one) => one.startsWith(`${name}@`)));
    assert.ok(!needed.some((one) => /^(jest|eslint|nx)@/.test(one)));
  });

  it('agrees with the lock when names and versions are the same, nested ones too', () => {
    const [first, ...others] = needed;
    const whole = bill(others);
    whole.components[0].components = [split(first)];
    whole.components.push({ group: '@twinning', name: 'api', version: '0.0.0' });
    assert.deepEqual(differences(whole, lock), []);
  });

  it('is found out when a package is left out, is of another version, or was never locked', () => {
    const [first, second] = needed;
    const other = `${second.slice(0, second.lastIndexOf('@'))}@0.0.0-other`;
    const found = differences(bill([...needed.slice(2), other, 'left-pad@1.0.0']), lock);
    assert.deepEqual(
      found,
      [
        `${first} is not in the SBOM`,
        `${second} is not in the SBOM`,
        `${other} is not in the lock`,
        'left-pad@1.0.0 is not in the lock',
      ].sort(),
    );
  });

  const made = fileURLToPath(new URL('../sbom.cdx.json', import.meta.url));
  it('is that of this lock, where it was made', { skip: !existsSync(made) }, () => {
    assert.deepEqual(differences(readJson('sbom.cdx.json'), lock), []);
  });
});
