import { participationDeadlines, toMs, type Participation } from '@twinning/domain';
import { PATIENCE_MS, type Violation } from './check.js';
import type { Clock } from './clock.js';
import type { Trx } from './database.js';
import { participationStream } from './participation-service.js';

/** I8 for participations: no deadline has passed unseen. What the rows show is held against the log apart from this (I6). */
export async function checkParticipationTimers(
  trx: Trx,
  clock: Clock,
): Promise<readonly Violation[]> {
  const now = await clock.now(trx);
  const rows = await trx
    .selectFrom('read.participation')
    .select(['member', 'committee', 'state'])
    .where('next_deadline', '<', now as never)
    .orderBy('next_deadline')
    .execute();
  return rows.flatMap((row): readonly Violation[] => {
    const next = participationDeadlines(row.state as Participation)[0];
    if (next === undefined || clock.realMs(toMs(now) - toMs(next.due)) <= PATIENCE_MS) return [];
    const what = `${next.timer} (${next.step}) was due at ${next.due} and nobody has looked`;
    return [{ invariant: 'I8', subject: participationStream(row), what }];
  });
}
