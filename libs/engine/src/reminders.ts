import type { Principal } from '@twinning/domain';
import { sql } from 'kysely';
import { v5 as uuidV5 } from 'uuid';
import { bodyOf } from './commands.js';
import type { Db } from './database.js';

const NAMESPACE = '6b1a3a2e-2f2f-5d0f-8f5e-3f0f6f1f9a03';

/** A task that somebody was reminded of: no event, because it changes nothing that the rules know of. */
export interface ReminderTable {
  id: string;
  agreement: string;
  /** Id of the duty. */
  task: string;
  person: string;
  /** Whose role it was; null where it was the person's own. */
  on_behalf_of: string | null;
  at: string;
}

export const reminderStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.reminder (
     id uuid PRIMARY KEY,
     agreement uuid NOT NULL,
     task text NOT NULL,
     person text NOT NULL,
     at timestamptz NOT NULL)`,
  `ALTER TABLE engine.reminder ADD COLUMN IF NOT EXISTS on_behalf_of text`,
  `CREATE INDEX IF NOT EXISTS reminder_agreement ON engine.reminder (agreement, at)`,
  `GRANT SELECT, INSERT ON engine.reminder TO twinning_app`,
  // Earlier releases let the reader read it, without any policy.
  `REVOKE ALL ON engine.reminder FROM twinning_reader`,
];

export interface TaskKey {
  readonly agreement: string;
  readonly id: string;
}

/** Notes that these tasks were reminded of. The same key of the same body notes each of them once. */
export async function noteReminders(
  db: Db,
  tasks: readonly TaskKey[],
  by: {
    readonly principal: Principal;
    readonly onBehalfOf: string | null;
    readonly key: string;
    readonly at: string;
  },
): Promise<void> {
  if (tasks.length === 0) return;
  const { principal, onBehalfOf, key, at } = by;
  const sent = `${String(bodyOf(principal))}/${principal.person}/${key}`;
  await db
    .insertInto('engine.reminder')
    .values(
      tasks.map(({ agreement, id }) => ({
        id: uuidV5(`${sent}/${agreement}/${id}`, NAMESPACE),
        agreement,
        task: id,
        person: principal.person,
        on_behalf_of: onBehalfOf,
        at,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
}

export interface LastReminder {
  readonly agreement: string;
  readonly task: string;
  readonly person: string;
  readonly at: Date;
}

/** The latest reminder of each task of these agreements. */
export async function lastReminders(
  db: Db,
  agreements: readonly string[],
): Promise<readonly LastReminder[]> {
  if (agreements.length === 0) return [];
  const { rows } = await sql<LastReminder>`
    SELECT DISTINCT ON (agreement, task) agreement, task, person, at
      FROM engine.reminder WHERE agreement = ANY(${[...agreements]}::uuid[])
     ORDER BY agreement, task, at DESC`.execute(db);
  return rows;
}
