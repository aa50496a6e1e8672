import { sql } from 'kysely';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from './database.js';

// SQLSTATE: connection (08), shut down or starting (57P0); Node's codes of a line that was cut or refused.
const CUT_OFF = /^(ECONN|EPIPE|ENOTFOUND|EHOSTUNREACH|08|57P0)/;
const WORDS = /connection terminated|connection ended|not queryable/i;

/** PostgreSQL has gone or is not back yet. Limits and locks are something else: there waiting together does not help. */
export const isCutOff = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (
    (typeof code === 'string' && CUT_OFF.test(code)) ||
    (typeof message === 'string' && WORDS.test(message))
  );
};

const EVERY_MS = 100;

/**
 * The way back for work that was cut off from PostgreSQL: one asks whether it has returned, all wait for that. Each of
 * them asking for itself, with a connection, an error and a line in the log for every attempt, takes the processor that
 * the returning server needs.
 */
export class StoreReturn {
  private until = 0;
  private asking: Promise<void> | null = null;

  /** `ask` fails while PostgreSQL is away. */
  constructor(
    private readonly ask: () => Promise<unknown>,
    private readonly everyMs = EVERY_MS,
  ) {}

  static of(db: Db): StoreReturn {
    return new StoreReturn(() => sql`SELECT 1`.execute(db));
  }

  /** Does the work, and once more when it was cut off, as soon as PostgreSQL answers or `patienceMs` have passed. */
  async onceMore<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isCutOff(error)) throw error;
    }
    this.until = Math.max(this.until, Date.now() + patienceMs);
    this.asking ??= this.untilItAnswers().finally(() => {
      this.asking = null;
    });
    await Promise.race([this.asking, pause(patienceMs, undefined, { ref: false })]);
    return work();
  }

  private async untilItAnswers(): Promise<void> {
    while (Date.now() < this.until) {
      try {
        await this.ask();
        return;
      } catch {
        await pause(this.everyMs);
      }
    }
  }
}
