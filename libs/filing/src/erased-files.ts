import { sql } from 'kysely';
import type { Connection } from './connection.js';

/** Notes files as erased, in the transaction that appends the event which says so. */
export async function noteErased(
  trx: Connection,
  files: readonly string[],
  { person, index }: { readonly person: string; readonly index: number },
): Promise<void> {
  await sql`
    INSERT INTO filing.erased_file (sha256, person, log_index)
    SELECT sha256, ${person}, ${index} FROM unnest(${files}::text[]) sha256
    ON CONFLICT DO NOTHING`.execute(trx);
}

/** Every file that was erased: none of them may lie in a vault. */
export async function erasedFiles(db: Connection): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    SELECT sha256 FROM filing.erased_file ORDER BY sha256`.execute(db);
  return rows.map((row) => row.sha256);
}

/** Those of the files that were erased, with whom, and index of the log's event that says so. */
export async function erasedAmong(
  db: Connection,
  files: readonly string[],
): Promise<ReadonlyMap<string, { readonly person: string; readonly index: number }>> {
  const { rows } = await sql<{ sha256: string; person: string; index: string | number }>`
    SELECT sha256, person, log_index AS index FROM filing.erased_file
     WHERE sha256 = ANY(${files}::text[])`.execute(db);
  return new Map(
    rows.map(({ sha256, person, index }) => [sha256, { person, index: Number(index) }]),
  );
}
