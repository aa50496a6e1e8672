import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import type { Db } from './database.js';
import { rebuildReadModel, type Rebuilt } from './rebuild.js';

export const builtByStatements: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS engine.read_model_build (
     id integer PRIMARY KEY CHECK (id = 1),
     build text NOT NULL)`,
  `GRANT SELECT, INSERT, UPDATE ON engine.read_model_build TO twinning_app`,
];

/**
 * Writes the read model anew when another build of the domain has written it: what this build folds may have fields that
 * the rows of before lack, and a decision reads those rows. `build` names the code that folds. Null when nothing was to
 * do.
 */
export async function rebuildForBuild(
  db: Db,
  log: EventLog,
  build: string,
  onProgress?: (done: number, of: number) => void,
): Promise<Rebuilt | null> {
  const { rows } = await sql<{ build: string }>`
    SELECT build FROM engine.read_model_build`.execute(db);
  if (rows[0]?.build === build) return null;
  const rebuilt = await rebuildReadModel(db, log, onProgress);
  await sql`
    INSERT INTO engine.read_model_build (id, build) VALUES (1, ${build})
    ON CONFLICT (id) DO UPDATE SET build = EXCLUDED.build`.execute(db);
  return rebuilt;
}
