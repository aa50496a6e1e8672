import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** Stream of what concerns a person apart from any agreement: the name, sealed, and its erasure. */
export const personStream = (person: string): string => `person/${person}`;

/** Type of the event that says that a person's key was destroyed. */
export const PERSON_ERASED = 'PersonErased';

/** The persons whose keys were destroyed, as the log says it: only their sealed fields may fail to open. */
export async function erasedPersons(db: Connection): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person: string }>`
    SELECT substr(stream, 8) AS person FROM log.event
     WHERE starts_with(stream, 'person/') AND type = ${PERSON_ERASED}`.execute(db);
  return new Set(rows.map((row) => row.person));
}
