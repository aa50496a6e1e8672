import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './database.js';

/** Key of the advisory lock that all workers hold side by side; any number that nothing else uses. */
const LOCK = 7_489_460_002;
const BEAT_MS = 2_000;
/** Seconds without a beat after which a session counts for nobody: its process is frozen, or its machine is gone. */
const SILENT_S = 10;

/**
 * A worker's sign of life: as long as it runs, a session of its own holds a lock and is heard every two seconds.
 * PostgreSQL gives the lock back when the process dies; whatever took the session away, it is taken anew. `db` is a pool
 * of one connection that nothing else uses.
 */
export class Presence {
  private end = new AbortController();
  private kept: Promise<void> = Promise.resolve();

  constructor(private readonly db: Db) {}

  start(): void {
    this.end = new AbortController();
    this.kept = this.keep();
  }

  /** Resolves when the sign of life has been taken away. */
  async stop(): Promise<void> {
    this.end.abort();
    await this.kept;
  }

  private async keep(): Promise<void> {
    while (!this.end.signal.aborted) {
      // Of PostgreSQL that is away others tell.
      await this.db
        .connection()
        .execute((held) => this.hold(held))
        .catch(() => undefined);
      await this.rest(BEAT_MS / 2);
    }
  }

  private async hold(held: Db): Promise<void> {
    await sql`SELECT pg_advisory_lock_shared(${LOCK})`.execute(held);
    while (!this.end.signal.aborted) {
      await this.rest(BEAT_MS);
      await sql`SELECT 1`.execute(held);
    }
    await sql`SELECT pg_advisory_unlock_all()`.execute(held);
  }

  private rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.end.signal }).catch(() => undefined);
  }
}

/** How many workers have shown a sign of life in the last `silentS` seconds. */
export async function workersPresent(db: Db, silentS = SILENT_S): Promise<number> {
  // A role that may not see the others' activity sees the lock: it then tells of dead processes alone.
  const { rows } = await sql<{ present: number }>`
    SELECT count(*)::int AS present
      FROM pg_locks l JOIN pg_database d ON d.oid = l.database LEFT JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
       AND (l.classid::bigint << 32 | l.objid::bigint) = ${LOCK}::bigint
       AND coalesce(a.state_change > clock_timestamp() - make_interval(secs => ${silentS}), true)`.execute(
    db,
  );
  return rows[0]?.present ?? 0;
}
