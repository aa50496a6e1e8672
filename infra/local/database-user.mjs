// Who runs the local PostgreSQL, and where its cluster lies. Node built-ins only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Fault } from '../messages/say.mjs';

/** Where root keeps what the database's user must reach and the checkout or the data folder hides from it. */
export const SYSTEM_FOLDER = '/var/lib/twinning';

/** PostgreSQL refuses to run as root: then the unprivileged user `postgres` runs it, made when it is missing. */
export function databaseUser() {
  if (userInfo().uid !== 0) return null;
  const id = (flag) =>
    Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  const known = () => ({ uid: id('-u'), gid: id('-g') });
  try {
    return known();
  } catch {
    try {
      const args = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false'];
      execFileSync('useradd', [...args, 'postgres'], { stdio: 'pipe' });
      return known();
    } catch (error) {
      throw new Fault('postgresUser', { reason: error.message });
    }
  }
}

/** True when everybody may pass through every folder down to this one. */
export function isTraversable(folder) {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Where the cluster lies: in the data folder, or apart when the database's user may not enter that. */
export function clusterFolder(dataFolder, user) {
  if (user === null || isTraversable(dataFolder)) return join(dataFolder, 'postgres');
  const name = createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16);
  return join(SYSTEM_FOLDER, name, 'postgres');
}

/** Removes the cluster of a data folder, wherever it lies. */
export function removeCluster(dataFolder) {
  const cluster = clusterFolder(dataFolder, userInfo().uid === 0 ? { uid: 0 } : null);
  rmSync(cluster, { recursive: true, force: true });
  if (cluster.startsWith(SYSTEM_FOLDER)) rmSync(dirname(cluster), { recursive: true, force: true });
}
