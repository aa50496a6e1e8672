import type { EventLog } from '@twinning/event-log';
import { foldedBy } from '@twinning/read-model';
import { sql } from 'kysely';
import { differences } from './check-read-model.js';
import type { Db } from './database.js';
import { foldStreams } from './fold-log.js';
import { mendReadModel } from './mend-read-model.js';
import type { Finding } from './reconcile.js';

const AT_ONCE = 100;

/**
 * Writes anew what another build has written since the read model was last made for this one (`twinning migrate`): while
 * two builds are at work side by side, the older one leaves rows that lack what the newer one knows. Some at a time; only
 * the build for which the read model was made does so, or the two would undo each other's work for ever.
 */
export async function mendStaleRows(db: Db, log: EventLog): Promise<readonly Finding[]> {
  const mine = foldedBy();
  if (mine === null) return [];
  const { rows } = await sql<{ agreement: string; version: number; build: string | null }>`
    SELECT s.agreement, s.version, s.build FROM read.stream_state s
     WHERE s.build IS DISTINCT FROM ${mine}
       AND EXISTS (SELECT FROM engine.read_model_build b WHERE b.build = ${mine})
     LIMIT ${AT_ONCE}`.execute(db);
  if (rows.length === 0) return [];
  const streams = rows.map(({ agreement }) => `agreement/${agreement}`);
  const folded = (await foldStreams(db, log, streams)).filter((one) => one.stoppedAt === null);
  const differ = await differences(db, folded);
  const findings: Finding[] = [];
  for (const [agreement, parts] of differ) {
    findings.push(await mendReadModel({ db, log }, agreement, parts));
  }
  for (const { agreement, version, build } of rows) {
    if (differ.has(agreement) || !folded.some(({ state }) => state.id === agreement)) continue;
    await sql`
      UPDATE read.stream_state SET build = ${mine}
       WHERE agreement = ${agreement}::uuid AND version = ${version}
         AND build IS NOT DISTINCT FROM ${build}`.execute(db);
  }
  return findings;
}
