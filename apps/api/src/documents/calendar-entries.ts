import type { CalendarEntry, Deadlined } from '@twinning/documents';
import { dayAt, instant, otherwiseOf, type Language } from '@twinning/domain';
import { asRead, type Db } from '@twinning/engine';
import type { DutyRow } from '@twinning/read-model';
import { agreementsOf, taskViews } from '../desk/tasks.js';

/** How many duties are looked up at once; a desk may owe thousands. */
const AT_ONCE = 500;

/** The civil day in Europe/Zurich that ends at the due instant, or in which it lies. */
export const lastDay = (due: string): string =>
  dayAt(instant(new Date(Date.parse(due) - 1).toISOString()));

/** The day of a deadline: the last one to act on, or the one at whose beginning something happens by itself. */
export const dayOf = ({
  due,
  lastDay: last,
}: {
  readonly due: string;
  readonly lastDay: string | null;
}) => last ?? dayAt(instant(due));

/** A deadline by its name in the agreement: the same whether it stands in a feed or in a file. */
export const keyOfDeadline = (of: {
  readonly timer: string;
  readonly step: string;
  readonly subject: string;
}): string => [of.timer, of.step, of.subject].join('/');

export interface Naming {
  readonly uid: (key: string) => string;
  readonly page: (agreement: string) => string;
}

/**
 * The days by which these duties are owed. A duty that ends with the clock behind it is that deadline, and has its UID;
 * duties that end with the same clock are one entry.
 */
export async function deadlinesOwed(
  db: Db,
  owed: readonly DutyRow[],
  language: Language,
  { uid, page }: Naming,
): Promise<readonly Deadlined[]> {
  const rows = owed.filter(({ due }) => due !== null);
  const entries = new Map<string, Deadlined>();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const ids = [...new Set(some.map((row) => row.agreement))];
    const [tasks, agreements, clocks] = await Promise.all([
      taskViews(db, some, language),
      agreementsOf(db, ids),
      clocksOf(db, ids),
    ]);
    const versions = new Map(agreements.map((row) => [row.agreement, row.version]));
    for (const [n, task] of tasks.entries()) {
      const row = some[n];
      if (row === undefined || task.due === null) continue;
      const clock = otherwiseOf(row, clocks.get(row.agreement) ?? []);
      const clockDay =
        clock && dayOf({ due: clock.due.toISOString(), lastDay: clock.last_day ?? null });
      const isSame = clock !== null && clock.due.getTime() === Date.parse(task.due);
      const ends = clock !== null && (isSame || clockDay === lastDay(task.due));
      const day = ends && clockDay !== null ? clockDay : lastDay(task.due);
      const key = ends ? keyOfDeadline(clock) : task.id;
      const entry: Deadlined = {
        uid: uid(`${task.agreement}/${key}`),
        version: versions.get(task.agreement) ?? 0,
        day,
        summary: task.text,
        description: [
          [task.leadAcronym, task.twinnedAcronym, task.committeeReference]
            .filter((x) => x !== null)
            .join(', '),
          task.clause,
          ...(task.otherwise === null ? [] : [task.otherwise.text]),
        ].join('\n'),
        url: page(task.agreement),
      };
      const same = entries.get(entry.uid);
      entries.set(entry.uid, same === undefined ? entry : together(same, entry));
    }
  }
  return [...entries.values()];
}

const together = (one: Deadlined, other: Deadlined): Deadlined => {
  const lines = new Set([...one.description.split('\n'), ...other.description.split('\n')]);
  return {
    ...one,
    summary: one.summary === other.summary ? one.summary : `${one.summary} ${other.summary}`,
    description: [...lines].join('\n'),
  };
};

async function clocksOf(db: Db, ids: readonly string[]) {
  const rows = await asRead(db)
    .selectFrom('read.deadline')
    .selectAll()
    .where('agreement', 'in', ids)
    .orderBy('due')
    .orderBy('key')
    .execute();
  const of = new Map<string, (typeof rows)[number][]>(ids.map((id) => [id, []]));
  for (const row of rows) of.get(row.agreement)?.push(row);
  return of;
}

/** The version at which the agreement of each entry stands, by the address of its page. */
export async function versionsOf(
  db: Db,
  told: readonly CalendarEntry[],
): Promise<(entry: CalendarEntry) => number> {
  const agreementIn = ({ url }: CalendarEntry): string => url.slice(url.lastIndexOf('/') + 1);
  const ids = [...new Set(told.filter((entry) => !entry.cancelled).map(agreementIn))];
  const versions = new Map<string, number>();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    for (const { agreement, version } of await agreementsOf(db, ids.slice(from, from + AT_ONCE))) {
      versions.set(agreement, version);
    }
  }
  return (entry) => versions.get(agreementIn(entry)) ?? 0;
}
