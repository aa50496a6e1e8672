// Installs the packages of the lockfile when they are missing or older than it. Runs before node_modules exists:
// Node built-ins only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './messages/say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.twinning-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error(say('installing'));
  // Not `npm ci`: it refuses a lockfile that lacks the optional packages of other platforms; `install` keeps
  // every locked version and adds this platform's own.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error(say('installFailed'));
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
