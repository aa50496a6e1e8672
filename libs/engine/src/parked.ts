import type { EventLog } from '@twinning/event-log';
import { sql, type ColumnType } from 'kysely';
import { agreementStream } from './commit-of.js';
import type { Db } from './database.js';
import { isOpenByLog } from './mend-read-model.js';
import type { Finding } from './reconcile.js';

/** An agreement that the build at work cannot read to its end: what is sent to it waits, and all others go on. */
export interface ParkedTable {
  agreement: string;
  since: ColumnType<Date, never, never>;
}

/** Run by `migrateAll`. */
export const parkedStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.parked (
     agreement uuid PRIMARY KEY,
     since timestamptz NOT NULL DEFAULT clock_timestamp())`,
  `GRANT SELECT, INSERT, DELETE ON engine.parked TO twinning_app`,
];

/**
 * Looks at agreements in which something waits that should have been carried out, and notes those whose events this build
 * cannot fold; one that it can read again, or that the log no longer has, is forgotten. Answers what has changed.
 * `readAt` holds the versions at which the caller has found an agreement readable: it is read again when it has grown.
 */
export async function noteParked(
  { db, log }: { readonly db: Db; readonly log: EventLog },
  neglected: readonly string[],
  readAt = new Map<string, number>(),
): Promise<readonly Finding[]> {
  const rows = await db.selectFrom('engine.parked').select('agreement').execute();
  const parked = new Set(rows.map(({ agreement }) => agreement));
  const versions = await versionsOf(db, [...new Set([...parked, ...neglected])]);
  const over = [...parked].filter((agreement) => !versions.has(agreement));
  const findings: Finding[] = [];
  for (const [agreement, version] of versions) {
    if (!parked.has(agreement) && readAt.get(agreement) === version) continue;
    const isRead = (await isOpenByLog({ db, log }, agreement)) !== null;
    if (isRead) readAt.set(agreement, version);
    if (isRead !== parked.has(agreement)) continue;
    const what = isRead ? 'can be read again' : 'what is sent to it waits';
    findings.push({ kind: 'CANNOT_BE_FOLDED', subject: agreement, what, mended: isRead });
    if (isRead) over.push(agreement);
    else await park(db, agreement);
  }
  await forget(db, over);
  return findings;
}

async function versionsOf(
  db: Db,
  agreements: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (agreements.length === 0) return new Map();
  const byStream = new Map(agreements.map((agreement) => [agreementStream(agreement), agreement]));
  const { rows } = await sql<{ stream: string; version: number }>`
    SELECT stream, max(version)::int AS version FROM log.event
     WHERE stream = ANY(${[...byStream.keys()]}::text[]) GROUP BY stream`.execute(db);
  return new Map(rows.map(({ stream, version }) => [byStream.get(stream) ?? stream, version]));
}

async function park(db: Db, agreement: string): Promise<void> {
  await db
    .insertInto('engine.parked')
    .values({ agreement })
    .onConflict((is) => is.doNothing())
    .execute();
}

async function forget(db: Db, agreements: readonly string[]): Promise<void> {
  if (agreements.length === 0) return;
  await db.deleteFrom('engine.parked').where('agreement', 'in', agreements).execute();
}
