// Builds what changed since the last start: the packages, the workflows' bundle, and the pages for the browser.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = ['@twinning/api', '@twinning/worker', '@twinning/cli'];
const ENTRIES = ['api', 'worker', 'cli'].map((app) => join('apps', app, 'dist', 'main.js'));
const BUNDLE = join('apps', 'worker', 'dist', 'workflow-bundle.cjs');
const SITE = join('apps', 'console', 'dist', 'site', 'index.html');

const SETTINGS = ['tsconfig.base.json', 'nx.json', 'package-lock.json'];
const CODE = ['apps', 'libs', 'workflows', ...SETTINGS];
const BUNDLED = ['workflows', join('libs', 'domain'), join('apps', 'worker', 'src'), ...SETTINGS];
const SHOWN = [
  join('apps', 'console'),
  join('libs', 'client'),
  join('apps', 'api', 'openapi.json'),
  ...SETTINGS,
];
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);

/**
 * Builds in the checkout. `run(args, env)` runs Node with these arguments and answers the exit code; `onBuild()` is
 * told when there is something to do. Answers whether everything is built.
 */
export async function buildAll({ checkout, run, onBuild }) {
  const stamps = join(checkout, '.twinning-cache', 'build.json');
  const done = existsSync(stamps) ? JSON.parse(readFileSync(stamps, 'utf8')) : {};
  const code = digest(checkout, CODE);
  const bundled = digest(checkout, BUNDLED);
  const shown = digest(checkout, SHOWN);
  const there = (files) => files.every((file) => existsSync(join(checkout, file)));
  const needsCode = done.code !== code || !there([...ENTRIES, ...(done.outputs ?? [])]);
  const needsBundle = done.bundled !== bundled || !there([BUNDLE]);
  const needsSite = done.shown !== shown || !there([SITE]);
  if (!needsCode && !needsBundle && !needsSite) return true;
  onBuild();
  if (needsCode) {
    const nx = join('node_modules', '.bin', 'nx');
    const args = ['run-many', '-t', 'build', '-p', ...PACKAGES, '--outputStyle=stream'];
    // Nx's daemon would outlive the launcher.
    const env = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NO_COLOR: '1' };
    if ((await run([nx, ...args], env)) !== 0 || !there(ENTRIES)) return false;
  }
  if (needsBundle) {
    const made = await run([join('apps', 'worker', 'dist', 'bundle.js')], {});
    if (made !== 0 || !there([BUNDLE])) return false;
  }
  if (needsSite) {
    const made = await run([join('apps', 'console', 'bundle.mjs')], { NODE_ENV: 'production' });
    if (made !== 0 || !there([SITE])) return false;
  }
  mkdirSync(join(checkout, '.twinning-cache'), { recursive: true });
  writeFileSync(stamps, JSON.stringify({ code, bundled, shown, outputs: outputsOf(checkout) }));
  return true;
}

const outputsOf = (checkout) =>
  ['apps', 'libs']
    .flatMap((group) => readdirSync(join(checkout, group)).map((name) => join(group, name)))
    .concat('workflows')
    .map((folder) => join(folder, 'dist'))
    .filter((folder) => existsSync(join(checkout, folder)));

/** SHA-256 over the names and contents of the files below these paths. */
export function digest(checkout, paths) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (!existsSync(join(checkout, path))) return;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(checkout, path)))
      .update('\0');
  };
  const walk = (folder) => {
    const entries = readdirSync(join(checkout, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      else if (entry.isFile() && !entry.name.endsWith('.spec.ts')) visit(path);
    }
  };
  for (const path of paths) {
    if (!existsSync(join(checkout, path)) || statSync(join(checkout, path)).isFile()) visit(path);
    else walk(path);
  }
  return hash.digest('hex');
}
