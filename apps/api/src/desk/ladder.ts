import { sentenceOfDeadline, type Language, type TimerId } from '@twinning/domain';
import { asRead, type Db } from '@twinning/engine';
import type { listEscalations } from '@twinning/read-model';
import { namesOf } from '../registry/names.js';
import { agreementsOf } from './tasks.js';

type EscalationRow = Awaited<ReturnType<typeof listEscalations>>['rows'][number];
const DAY_MS = 86_400_000;

/** Open items with their age, and what lifts each of them to the next rung if nobody acts. */
export async function escalationViews(
  db: Db,
  rows: readonly EscalationRow[],
  now: number,
  language: Language,
) {
  const ids = [...new Set(rows.map((row) => row.agreement))];
  if (ids.length === 0) return [];
  const [of, deadlines] = await Promise.all([
    agreementsOf(db, ids),
    asRead(db)
      .selectFrom('read.deadline')
      .selectAll()
      .where('agreement', 'in', ids)
      .where('timer', 'in', ['T42', 'T43', 'T44', 'T45'])
      .orderBy('due')
      .execute(),
  ]);
  const names = await namesOf(
    db,
    of.flatMap((row) => [row.lead, row.twinned]),
    of.map((row) => row.committee),
  );
  const byId = new Map(of.map((row) => [row.agreement, row]));
  return rows.map((row) => {
    const agreement = byId.get(row.agreement);
    const next = deadlines.find((d) => d.agreement === row.agreement && d.subject === row.id);
    return {
      ...row,
      status: agreement?.status ?? null,
      leadAcronym: names.member(agreement?.lead ?? null),
      twinnedAcronym: names.member(agreement?.twinned ?? null),
      committeeReference: names.committee(agreement?.committee ?? null),
      since: row.since.toISOString(),
      ageDays: Math.floor((now - row.since.getTime()) / DAY_MS),
      next:
        next === undefined
          ? null
          : {
              due: next.due.toISOString(),
              clause: next.clause,
              text: sentenceOfDeadline({ ...next, timer: next.timer as TimerId }, language),
            },
    };
  });
}
