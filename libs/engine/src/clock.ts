import { fromMs, type Instant } from '@twinning/domain';
import { sql, type QueryExecutorProvider } from 'kysely';
import type { Db, Trx } from './database.js';

/** The one clock by which everything is decided (architecture.md, "Clock"). */
export interface Clock {
  /** The present instant, read inside the deciding transaction; never earlier than an instant it gave before. */
  now(trx: Db | Trx): Promise<Instant>;
  /** How long a process must really wait for this much of the clock's time, in milliseconds. */
  realMs(clockMs: number): number;
}

/** The database's own clock: production. */
export const databaseClock: Clock = {
  async now(trx) {
    const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(trx);
    return fromMs((rows[0] as { now: Date }).now.getTime());
  },
  realMs: (clockMs) => clockMs,
};

/** A clock that another server drives (the time-skipping test server) or that a test sets by hand. */
export const clockFrom = (currentMs: () => number | Promise<number>): Clock => ({
  now: async () => fromMs(await currentMs()),
  realMs: (clockMs) => clockMs,
});

/**
 * The clock stored with the data, read with every use: the database's own, or a demonstration's that runs at another
 * rate or is moved forward.
 */
export function storedClock(): Clock {
  let rate = 1;
  return {
    async now(trx) {
      const { rows } = await sql<StoredReading>`
        SELECT clock_timestamp() AS real, c.origin_real, c.origin_simulated, c.rate
          FROM (SELECT 1) AS one LEFT JOIN engine.clock c ON true`.execute(trx);
      const { real, origin_real, origin_simulated, rate: stored } = rows[0] as StoredReading;
      if (origin_real === null || origin_simulated === null || stored === null) {
        return fromMs(real.getTime());
      }
      rate = stored;
      const passed = Math.floor((real.getTime() - origin_real.getTime()) * stored);
      return fromMs(origin_simulated.getTime() + passed);
    },
    realMs: (clockMs) => Math.ceil(clockMs / rate),
  };
}

interface StoredReading {
  readonly real: Date;
  readonly origin_real: Date | null;
  readonly origin_simulated: Date | null;
  readonly rate: number | null;
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
