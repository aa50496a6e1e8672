import {
  clocksBehind,
  otherwiseOf,
  sentenceOfDeadline,
  sentenceOfDuty,
  type Language,
  type TimerId,
} from '@twinning/domain';
import { asRead, lastReminders, type Db } from '@twinning/engine';
import type { DutyRow } from '@twinning/read-model';
import { namesOf } from '../registry/names.js';

/** Two weeks: what is due soon, and what is new. */
export const SOON_MS = 14 * 86_400_000;

/** The rows of these agreements. */
export const agreementsOf = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : asRead(db).selectFrom('read.agreement').selectAll().where('agreement', 'in', ids).execute();

/** Duties as a person reads them: of which agreement, who is waited for, and what happens if nobody acts. */
export async function taskViews(db: Db, rows: readonly DutyRow[], language: Language) {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map((row) => row.agreement))];
  const read = asRead(db);
  // An agreement has many deadlines; those that no duty here waits for are not fetched.
  const timers = [...new Set(rows.flatMap((row) => clocksBehind(row.id)))];
  const [agreements, deadlines, reminders] = await Promise.all([
    agreementsOf(db, ids),
    timers.length === 0
      ? []
      : read
          .selectFrom('read.deadline')
          .select(['agreement', 'timer', 'step', 'subject', 'whose', 'due'])
          .where('agreement', 'in', ids)
          .where('timer', 'in', timers)
          .orderBy('due')
          .execute(),
    lastReminders(db, ids),
  ]);
  const byId = new Map(agreements.map((row) => [row.agreement, row]));
  const deadlinesOf = new Map<string, (typeof deadlines)[number][]>(ids.map((id) => [id, []]));
  for (const deadline of deadlines) deadlinesOf.get(deadline.agreement)?.push(deadline);
  const names = await namesOf(
    db,
    agreements.flatMap((row) => [row.lead, row.twinned]),
    agreements.map((row) => row.committee),
  );
  return rows.map((row) => {
    const of = byId.get(row.agreement);
    const next = otherwiseOf(row, deadlinesOf.get(row.agreement) ?? []);
    const reminder = reminders.find((r) => r.agreement === row.agreement && r.task === row.id);
    return {
      agreement: row.agreement,
      id: row.id,
      text: sentenceOfDuty({ id: row.id.split('#', 1)[0] ?? row.id }, language),
      desk: row.desk,
      member: row.member,
      committee: row.committee,
      commands: row.commands,
      clause: row.clause,
      since: row.since.toISOString(),
      due: row.due?.toISOString() ?? null,
      status: of?.status ?? null,
      type: of?.type ?? null,
      leadAcronym: names.member(of?.lead ?? null),
      twinnedAcronym: names.member(of?.twinned ?? null),
      committeeReference: names.committee(row.committee ?? of?.committee ?? null),
      reminded:
        reminder === undefined ? null : { at: reminder.at.toISOString(), person: reminder.person },
      otherwise:
        next === null
          ? null
          : {
              due: next.due.toISOString(),
              text: sentenceOfDeadline({ ...next, timer: next.timer as TimerId }, language),
            },
    };
  });
}
