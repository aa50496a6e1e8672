import type { Db } from '@twinning/engine';
import { sql } from 'kysely';

const MEASURED_EVERY_MS = 10_000;

/**
 * The database's own time, asked for every ten seconds and carried on by a clock that nobody sets: a process whose
 * clock was set back must not take what has expired. Throws while the database is away.
 */
export class DatabaseTime {
  private last: { readonly time: number; readonly at: number } | null = null;

  constructor(private readonly db: Db) {}

  /** Milliseconds since 1970. */
  async now(): Promise<number> {
    if (this.last === null || performance.now() - this.last.at > MEASURED_EVERY_MS) {
      const { rows } = await sql<{ ms: number }>`
        SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`.execute(this.db);
      const [row] = rows;
      if (row === undefined) throw new Error('The database does not tell the time.');
      this.last = { time: row.ms, at: performance.now() };
    }
    return this.last.time + (performance.now() - this.last.at);
  }
}
