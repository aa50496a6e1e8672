import { fromMs, type Instant } from '@twinning/domain';
import type { Head } from '@twinning/event-log';
import { sql, type QueryExecutorProvider } from 'kysely';
import type { Db, Trx } from './database.js';

/** The one clock by which everything is decided (architecture.md, "Clock"). */
export interface Clock {
  /**
   * The present instant. Under the log's lock give its `head`: then it is never before the last event was recorded, not
   * even when the server's clock is set back.
   */
  now(trx: Db | Trx, head?: Head): Promise<Instant>;
  /** The same, from what a statement has read under the lock already. */
  at(reading: ClockReading, head: Head): Instant | Promise<Instant>;
  /** How long a process must really wait for this much of the clock's time, in milliseconds. */
  realMs(clockMs: number): number;
}

/** The row of `engine.clock`, all null where the database's own clock is meant. */
export interface ClockReading {
  readonly origin_real: Date | null;
  readonly origin_simulated: Date | null;
  readonly rate: number | null;
}

/** A clock that another server drives (the time-skipping test server) or that a test sets by hand. */
export const clockFrom = (currentMs: () => number | Promise<number>): Clock => ({
  now: async () => fromMs(await currentMs()),
  at: async () => fromMs(await currentMs()),
  realMs: (clockMs) => clockMs,
});

/**
 * The clock stored with the data, read with every use: the database's own, or a demonstration's that runs at another
 * rate or is moved forward.
 */
export function storedClock(): Clock {
  let rate = 1;
  const shown = (
    { origin_real, origin_simulated, rate: stored }: ClockReading,
    realMs: number,
  ): Instant => {
    if (origin_real === null || origin_simulated === null || stored === null) return fromMs(realMs);
    rate = stored;
    return fromMs(
      origin_simulated.getTime() + Math.floor((realMs - origin_real.getTime()) * stored),
    );
  };
  return {
    async now(trx, head) {
      const { rows } = await sql<ClockReading & { real: Date }>`
        SELECT clock_timestamp() AS real, c.origin_real, c.origin_simulated, c.rate
          FROM (SELECT 1) AS one LEFT JOIN engine.clock c ON true`.execute(trx);
      const row = rows[0] as ClockReading & { real: Date };
      return shown(row, Math.max(row.real.getTime(), head?.lockedAtMs ?? 0));
    },
    at: (reading, head) => shown(reading, head.lockedAtMs),
    realMs: (clockMs) => Math.ceil(clockMs / rate),
  };
}

/** Moves a demonstration's clock: from now on it shows `to` and runs at `rate`. For the administrator's role. */
export async function setClock(
  db: QueryExecutorProvider,
  to: Instant,
  rate: number,
): Promise<void> {
  await sql`
    INSERT INTO engine.clock (id, origin_real, origin_simulated, rate)
    VALUES (1, clock_timestamp(), ${to}::timestamptz, ${rate})
    ON CONFLICT (id) DO UPDATE SET origin_real = EXCLUDED.origin_real,
      origin_simulated = EXCLUDED.origin_simulated, rate = EXCLUDED.rate`.execute(db);
}
