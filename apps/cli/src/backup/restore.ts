import { execFile } from 'node:child_process';
import { access, appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ownedLike } from './owned.js';
import type { Backup } from './take.js';

const run = promisify(execFile);

export interface RestoreOptions {
  /** Folder of the archived write-ahead log; null restores the moment at which the backup ended. */
  readonly wal: string | null;
  /** RFC 3339: what was committed later is left out. Null: everything that the archive holds. Needs `wal`. */
  readonly until: string | null;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** For the shell that PostgreSQL calls; the setting's own quotes come around it. */
const inShell = (path: string): string => `"${path.replace(/["\\$`]/g, '\\$&')}"`;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/**
 * Lays a backup out as a cluster that replays the archived write-ahead log when it starts, and takes connections only
 * when it has done so. Refuses (false) where a cluster lies already: nothing is ever written over.
 */
export async function layOut(
  from: string,
  cluster: string,
  { wal, until }: RestoreOptions,
): Promise<Backup | false> {
  const backup = JSON.parse(await readFile(join(from, 'backup.json'), 'utf8')) as Backup;
  if (await exists(cluster)) return false;
  const part = `${cluster}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(dirname(cluster), { recursive: true });
  await run('cp', ['-Rp', join(from, 'cluster'), part]);
  const settings = [
    'hot_standby = off',
    // Whatever an earlier restore has left in the backup is replaced: its moment may lie before this one's.
    `restore_command = ${quoted(wal === null ? '' : `cp ${inShell(`${wal}/`)}%f "%p"`)}`,
    // Names of zones, Z among them, are not known yet when PostgreSQL reads this.
    `recovery_target_time = ${quoted((until ?? '').replace(/Z$/, '+00'))}`,
    `recovery_target_action = 'promote'`,
    `recovery_target_inclusive = off`,
    // The restored cluster must not write into the archive that it is read from while another may still do so. Until it is
    // switched on again the product is `degraded` (NOT_ARCHIVED).
    `archive_mode = off`,
  ];
  await appendFile(join(part, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  if (wal !== null) await ownedLike(part, join(part, 'recovery.signal'), '');
  // PostgreSQL makes these with a new cluster, and misses them in an old one.
  for (const name of ['pg_replslot', 'pg_stat_tmp', 'pg_wal/archive_status']) {
    await ownedLike(part, join(part, name), null);
  }
  await rename(part, cluster);
  return backup;
}
