import { fromMs, toMs } from '@twinning/domain';
import { sql } from 'kysely';
import type { Clock } from './clock.js';
import type { Db } from './database.js';

const AT_ONCE = 1_000;

/**
 * Agreements whose next deadline passed so many real milliseconds ago: their workflows sleep too long, by a clock that
 * was wrong when they lay down or has been set forward since. While the past of one is entered nothing is due.
 */
export async function overdueAgreements(
  db: Db,
  clock: Clock,
  patienceMs: number,
): Promise<readonly string[]> {
  const now = await clock.now(db);
  const { rows } = await sql<{ agreement: string; due: Date }>`
    SELECT a.agreement, a.next_deadline AS due FROM read.agreement a
     WHERE a.next_deadline < ${now}::timestamptz
       AND NOT EXISTS (SELECT FROM read.stream_state s WHERE s.agreement = a.agreement
                         AND s.state #>> '{catchUp,open}' = 'true')
     ORDER BY a.next_deadline LIMIT ${AT_ONCE}`.execute(db);
  return rows
    .filter(({ due }) => clock.realMs(toMs(now) - toMs(fromMs(due.getTime()))) > patienceMs)
    .map(({ agreement }) => agreement);
}
