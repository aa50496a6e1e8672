import { openDatabase } from '@twinning/engine';
import { checkpointNow, existingSignerIn, logSize, NotContinued } from '@twinning/event-log';
import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { ownedLike } from './owned.js';

const run = promisify(execFile);

/** What a backup says of itself, in `backup.json`. */
export interface Backup {
  readonly origin: string;
  /** Entries of the record when the backup ended: a restore holds at least these. */
  readonly size: number;
  readonly began: string;
  readonly ended: string;
  /** First and last segment of the write-ahead log without which it cannot be restored. */
  readonly firstSegment: string;
  readonly lastSegment: string;
}

/** Left out by PostgreSQL's own base backups too: a server that starts makes them anew. */
const LEFT_OUT = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot', 'pg_stat_tmp'];

/** Neither a superuser's connection nor the cluster's files were at hand, or segments were missing. */
export class NoBackup extends Error {}

/**
 * A base backup of a running cluster (PostgreSQL's low-level API): its files as they are, the label that makes a restore
 * begin at the right place, and the write-ahead log up to the end of the backup. The folder appears whole or not at all.
 * Runs where the cluster's files can be read. Throws `NoBackup`.
 */
export async function takeBackup(
  adminUrl: string,
  to: string,
  { origin, dataFolder }: { readonly origin: string; readonly dataFolder: string },
): Promise<Backup> {
  const part = `${to}.part`;
  const cluster = join(part, 'cluster');
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true, mode: 0o755 });
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const began = new Date().toISOString();
    const one = async (text: string): Promise<Record<string, string>> =>
      (await client.query<Record<string, string>>(text)).rows[0] ?? {};
    const { folder = '' } = await one(`SELECT current_setting('data_directory') AS folder`);
    await ownedLike(folder, cluster, null);
    // The session stays: a backup that its session leaves is void.
    const { segment = '' } = await one(
      `SELECT pg_walfile_name(pg_backup_start('twinning backup', true)) AS segment`,
    );
    for (const name of await readdir(folder)) {
      if (!LEFT_OUT.includes(name)) await copy(join(folder, name), cluster);
    }
    // Before the end of the backup, so that every restore holds what they speak of.
    const size = await withRecordOf(adminUrl, (db) => logSize(db));
    const checkpoint = await checkpointOf(adminUrl, dataFolder, origin);
    const stopped = await one(
      `SELECT pg_walfile_name(lsn) AS segment, labelfile, spcmapfile
         FROM pg_backup_stop(wait_for_archive => false)`,
    );
    await one(`SELECT pg_switch_wal()`);
    await ownedLike(folder, join(cluster, 'backup_label'), stopped.labelfile ?? '');
    const { spcmapfile = '' } = stopped;
    if (spcmapfile !== '') await ownedLike(folder, join(cluster, 'tablespace_map'), spcmapfile);
    const lastSegment = stopped.segment ?? '';
    await copyWal(folder, cluster, segment, lastSegment);
    const ended = new Date().toISOString();
    const backup = { origin, size, began, ended, firstSegment: segment, lastSegment };
    if (checkpoint !== null) await writeFile(join(part, 'checkpoint.txt'), checkpoint);
    await writeFile(join(part, 'backup.json'), `${JSON.stringify(backup, null, 1)}\n`);
    await rename(part, to);
    return backup;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw error instanceof NoBackup ? error : new NoBackup(String(error));
  } finally {
    await client.end();
  }
}

/** With owner, mode and times; a file that vanishes meanwhile is not missed: the write-ahead log knows of it. */
async function copy(from: string, to: string): Promise<void> {
  try {
    await run('cp', ['-Rp', from, to]);
  } catch (error) {
    const lines = (error as { stderr?: string }).stderr?.trim().split('\n') ?? [];
    const onlyGone =
      lines.length > 0 && lines.every((l) => l.endsWith('No such file or directory'));
    if (!onlyGone) throw error;
  }
}

async function copyWal(folder: string, cluster: string, first: string, last: string) {
  const from = join(folder, 'pg_wal');
  await copy(from, cluster);
  // What the archive has or has not is the running server's business.
  await rm(join(cluster, 'pg_wal', 'archive_status'), { recursive: true, force: true });
  const there = new Set(await readdir(join(cluster, 'pg_wal')));
  const missing = [first, last].filter((segment) => !there.has(segment));
  if (missing.length > 0) throw new NoBackup(`the server no longer has ${missing.join()}`);
}

async function withRecordOf<T>(
  url: string,
  work: (db: ReturnType<typeof openDatabase>) => Promise<T>,
): Promise<T> {
  const db = openDatabase({ url, poolSize: 1 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Signed by the record, where its key is: whoever restores proves with it that what was restored goes on from here. */
async function checkpointOf(url: string, dataFolder: string, origin: string) {
  const signer = await existingSignerIn(dataFolder, origin);
  if (signer === null) return null;
  return withRecordOf(url, (db) => checkpointNow(db, signer)).catch((error: unknown) => {
    // A record that was put back and not continued is copied all the same, and vouched for by nobody.
    if (error instanceof NotContinued) return null;
    throw error;
  });
}
