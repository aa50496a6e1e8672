import { sql, type ColumnType, type RawBuilder } from 'kysely';
import type { Db } from './database.js';

/** How far the registry's reactions have read; both only grow. */
export interface ReactionTable {
  /** Always 1. */
  id: number;
  /** Events of the log before this index have been handed to the agreements. */
  position: number;
  /** Newest import of members (`registry.snapshot`) that has been handed over. */
  members_revision: number;
}

/** Who is still owed what the outside shows, because telling it failed; told again with each run. */
export interface OwedTable {
  /** `agreement/<id>`, or `registry/committee/<id>` for the participation records of a committee. */
  subject: string;
  /** When it could not be told for the first time; null when all is told but what is dated ahead of the clock. */
  since: ColumnType<Date | null, never, null | RawBuilder<Date>>;
}

/** Run by `migrateAll`. */
export const reactionStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.reaction (
     id integer PRIMARY KEY CHECK (id = 1),
     position bigint NOT NULL,
     members_revision integer NOT NULL)`,
  `INSERT INTO engine.reaction VALUES (1, 0, 0) ON CONFLICT DO NOTHING`,
  `GRANT SELECT, UPDATE ON engine.reaction TO twinning_app`,
  `CREATE TABLE IF NOT EXISTS engine.reaction_owed (
     subject text PRIMARY KEY,
     since timestamptz DEFAULT clock_timestamp())`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON engine.reaction_owed TO twinning_app`,
];

export interface ReadSoFar {
  readonly position: number;
  readonly membersRevision: number;
}

export async function readSoFar(db: Db): Promise<ReadSoFar> {
  const row = await db.selectFrom('engine.reaction').selectAll().executeTakeFirst();
  return { position: row?.position ?? 0, membersRevision: row?.members_revision ?? 0 };
}

/** Moves on; of two processes that finish at once the further one counts. */
export async function noteRead(db: Db, { position, membersRevision }: ReadSoFar): Promise<void> {
  await db
    .updateTable('engine.reaction')
    .set({
      position: sql<number>`greatest(position, ${position}::bigint)`,
      members_revision: sql<number>`greatest(members_revision, ${membersRevision}::integer)`,
    })
    .execute();
}

/** Up to where the outside has changed: the size of the log and the newest import of members. */
export async function outsideNow(db: Db): Promise<ReadSoFar> {
  const { rows } = await sql<{ position: number; members_revision: number }>`
    SELECT (SELECT size FROM log.head) AS position,
           (SELECT coalesce(max(id), 0) FROM registry.snapshot WHERE kind = 'MEMBERS')
             AS members_revision`.execute(db);
  const row = rows[0];
  return {
    position: Number(row?.position ?? 0),
    membersRevision: Number(row?.members_revision ?? 0),
  };
}

/** Streams with an event of these types in the part of the log that has not been read. */
export async function streamsChanged(
  db: Db,
  types: readonly string[],
  from: number,
  to: number,
): Promise<readonly { readonly stream: string; readonly type: string }[]> {
  const { rows } = await sql<{ stream: string; type: string }>`
    SELECT DISTINCT stream, type FROM log.event
     WHERE index >= ${from} AND index < ${to} AND type = ANY(${[...types]}::text[])
     ORDER BY stream`.execute(db);
  return rows;
}

/** Subjects that a run before could not tell. */
export async function owedSubjects(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('engine.reaction_owed')
    .select('subject')
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}

/** Notes that a subject is owed something; before the position moves on, or it would be left out for ever. */
export async function noteOwed(db: Db, subject: string): Promise<void> {
  await db
    .insertInto('engine.reaction_owed')
    .values({ subject })
    .onConflict((is) =>
      is.column('subject').doUpdateSet({
        since: sql<Date>`coalesce(engine.reaction_owed.since, clock_timestamp())`,
      }),
    )
    .execute();
}

/** Notes that a subject waits for nothing but a fact that is dated ahead. */
export async function noteWaiting(db: Db, subject: string): Promise<void> {
  await db
    .updateTable('engine.reaction_owed')
    .set({ since: null })
    .where('subject', '=', subject)
    .execute();
}

/** Forgets it: the subject has been told, or hears nothing more. */
export async function notePaid(db: Db, subject: string): Promise<void> {
  await db.deleteFrom('engine.reaction_owed').where('subject', '=', subject).execute();
}
