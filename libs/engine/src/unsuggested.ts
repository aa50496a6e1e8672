import type { Db } from './database.js';

/**
 * A body that does not wish to be suggested as a lead. No event: no rule knows of it, nothing that was agreed depends on it,
 * and who knows the body may invite it all the same.
 */
export interface UnsuggestedTable {
  member: number;
  /** Who said so. */
  person: string;
  /** Whose role it was; null where it was the person's own. */
  on_behalf_of: string | null;
  at: string;
}

export const unsuggestedStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.unsuggested (
     member integer PRIMARY KEY,
     person text NOT NULL,
     at timestamptz NOT NULL)`,
  `ALTER TABLE engine.unsuggested ADD COLUMN IF NOT EXISTS on_behalf_of text`,
  `GRANT SELECT, INSERT, DELETE ON engine.unsuggested TO twinning_app`,
];

/** The bodies that do not wish to be suggested. */
export async function unsuggested(db: Db): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('engine.unsuggested').select('member').execute();
  return new Set(rows.map(({ member }) => member));
}

export async function declineSuggestions(
  db: Db,
  choice: {
    readonly member: number;
    readonly person: string;
    readonly onBehalfOf: string | null;
    readonly at: string;
  },
): Promise<void> {
  const { onBehalfOf, ...rest } = choice;
  await db
    .insertInto('engine.unsuggested')
    .values({ ...rest, on_behalf_of: onBehalfOf })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function acceptSuggestions(db: Db, member: number): Promise<void> {
  await db.deleteFrom('engine.unsuggested').where('member', '=', member).execute();
}
