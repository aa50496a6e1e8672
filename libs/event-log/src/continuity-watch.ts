import { sql } from 'kysely';
import type { Connection } from './connection.js';
import { demandNothingLost, NotContinued, type Memory } from './continuity.js';

const EVERY_MS = 5_000;

/**
 * Knows whether the log is still the one that was signed last. One that was put back from a backup is not: until its
 * operator has made it the beginning of another record (`continueAs`), deciding on it would give one name two histories.
 */
export class ContinuityWatch {
  private found: NotContinued | null = null;
  private named: string | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Connection,
    private readonly memory: Memory,
  ) {}

  /** What was found at the last look; null when all is well. */
  get fault(): NotContinued | null {
    return this.found;
  }

  /** Name of the record at the last look; null before the first, or before the record is opened. */
  get origin(): string | null {
    return this.named;
  }

  /** Throws what was found at the last look. */
  demand(): void {
    if (this.found !== null) throw this.found;
  }

  /** Looks; throws only when database or file cannot be read, and then knows what it knew. */
  async look(): Promise<NotContinued | null> {
    const { rows } = await sql<{ origin: string | null }>`
      SELECT payload->>'origin' AS origin FROM log.event WHERE index = 0`.execute(this.db);
    const origin = rows[0]?.origin ?? null;
    this.found =
      origin === null
        ? null
        : await demandNothingLost(this.db, origin, this.memory).then(
            () => null,
            (error: unknown) => {
              if (error instanceof NotContinued) return error;
              throw error;
            },
          );
    this.named = origin;
    return this.found;
  }

  /** Looks every so often: a database can be put back under a process at work, and continued. */
  follow(onLook: () => Promise<void> = () => Promise.resolve(), everyMs = EVERY_MS): void {
    const once = async (): Promise<void> => {
      await this.look();
      await onLook();
    };
    // The database or the file may be away: the next look is soon.
    this.timer = setInterval(() => void once().catch(() => undefined), everyMs).unref();
  }

  unfollow(): void {
    clearInterval(this.timer);
  }
}
