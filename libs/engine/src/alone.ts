import { sql } from 'kysely';
import type { Db } from './database.js';

// The pool ends a connection on which the server has been silent for a while (`database.ts`), and with it the session and
// its lock, while the work goes on.
const BEAT_MS = 2_000;

/**
 * Does the work unless another process is at it: it holds the advisory lock of that number meanwhile, on a connection of
 * its own. Null when another is. How the lock is given back changes nothing of what the work has come to.
 */
export async function alone<T>(db: Db, lock: number, work: () => Promise<T>): Promise<T | null> {
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`
      SELECT pg_try_advisory_lock(${lock}) AS mine`.execute(held);
    if (rows[0]?.mine !== true) return null;
    const beat = setInterval(() => {
      sql`SELECT 1`.execute(held).catch(() => undefined);
    }, BEAT_MS);
    try {
      return await work();
    } finally {
      clearInterval(beat);
      // A session that has gone has given it back already.
      await sql`SELECT pg_advisory_unlock(${lock})`.execute(held).catch(() => undefined);
    }
  });
}
