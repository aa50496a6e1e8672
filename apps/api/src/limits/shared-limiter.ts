import { createHash } from 'node:crypto';
import type { Db } from '@twinning/engine';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** How often somebody may do something, counted for all processes together in `engine.rate_limit`. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** What is left of a budget. */
export interface Budget {
  readonly allowed: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

// The library asks for a connection of `pg`; the pool of the process is behind Kysely.
const clientOf = (db: Db) => ({
  query: ({ text, values }: { text: string; values: readonly unknown[] }) =>
    db.executeQuery(CompiledQuery.raw(text, [...values])),
});

// Neither addresses nor persons are kept in the open.
const hidden = (key: string): string => createHash('sha256').update(key).digest('base64url');

function storeFor(db: Db, { name, points, seconds }: Limit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: clientOf(db),
    storeType: 'client',
    schemaName: 'engine',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/**
 * Consumes points; a budget that is used up is an answer, a store that is away is an error. What lasts longer than any
 * window was written by a process whose clock was ahead: it would shut its person out until that clock's time has come.
 */
async function consume(store: RateLimiterPostgres, key: string, points: number) {
  const found = await consumeOnce(store, key, points);
  if (found.msBeforeNext <= store.duration * 1000) return found;
  await store.delete(hidden(key));
  return consumeOnce(store, key, points);
}

async function consumeOnce(store: RateLimiterPostgres, key: string, points: number) {
  try {
    return await store.consume(hidden(key), points);
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    throw error;
  }
}

const READ_ONLY_TRANSACTION = '25006';

/**
 * After a failover PostgreSQL may be read-only for a while: nothing can be counted together then, and reading goes on. Each
 * process counts by itself what it lets through.
 */
function unlessReadOnly(error: unknown): null {
  if ((error as { code?: unknown }).code === READ_ONLY_TRANSACTION) return null;
  throw error;
}

/**
 * Counts rare events, e.g. refusals, and tells who has had enough. Counting is shared; a process learns that somebody
 * is over the limit when they cause the next event there, so a limit is passed by one event a process at most.
 */
export class SharedLimiter {
  private readonly store: RateLimiterPostgres;
  private readonly overUntil = new Map<string, number>();

  constructor(
    db: Db,
    private readonly limit: Limit,
    private readonly nowMs: () => number = monotonic,
  ) {
    this.store = storeFor(db, limit);
  }

  /** Seconds until the caller may try again; 0 when they may now. */
  waitFor(key: string): number {
    const until = this.overUntil.get(key) ?? 0;
    return Math.max(0, Math.ceil((until - this.nowMs()) / 1000));
  }

  async count(key: string): Promise<void> {
    const { consumedPoints, msBeforeNext } = await consume(this.store, key, 1);
    const now = this.nowMs();
    for (const [old, until] of this.overUntil) if (until <= now) this.overUntil.delete(old);
    if (consumedPoints >= this.limit.points) this.overUntil.set(key, now + msBeforeNext);
  }
}

// Only differences count; the time of day may be set back under a running process.
const monotonic = (): number => performance.now();

interface Account {
  /** What was taken here, and how much of it the store has heard of; null before it was first asked. */
  taken: number;
  told: number | null;
  /** What other processes had taken when the store was last asked. */
  others: number;
  resetAt: number;
  asking: Promise<void> | null;
}

/**
 * A budget for what everybody does all the time. Each process asks the store once for every `batch` takings of a key:
 * one round trip in so many, and the limit is passed by less than a batch a process.
 */
export class SharedBudget {
  private readonly store: RateLimiterPostgres;
  private readonly accounts = new Map<string, Account>();

  constructor(
    db: Db,
    readonly limit: Limit,
    private readonly batch = 10,
    private readonly nowMs: () => number = monotonic,
  ) {
    this.store = storeFor(db, limit);
  }

  async take(key: string): Promise<Budget> {
    const account = this.accountOf(key);
    account.taken += 1;
    const mine = account.taken;
    // An answer under way may have been asked for before this taking.
    while (account.told === null || mine - account.told >= this.batch) {
      await this.ask(key, account);
    }
    const remaining = this.limit.points - account.others - mine;
    return {
      allowed: remaining >= 0,
      remaining: Math.max(0, remaining),
      resetSeconds: Math.max(1, Math.ceil((account.resetAt - this.nowMs()) / 1000)),
    };
  }

  private accountOf(key: string): Account {
    const now = this.nowMs();
    const known = this.accounts.get(key);
    if (known !== undefined && now < known.resetAt) return known;
    if (this.accounts.size > 10_000) {
      for (const [old, { resetAt }] of this.accounts) if (resetAt <= now) this.accounts.delete(old);
    }
    const resetAt = now + this.limit.seconds * 1000;
    const fresh: Account = { taken: 0, told: null, others: 0, resetAt, asking: null };
    this.accounts.set(key, fresh);
    return fresh;
  }

  // Requests that meet wait for one answer.
  private ask(key: string, account: Account): Promise<void> {
    account.asking ??= this.settle(key, account).finally(() => {
      account.asking = null;
    });
    return account.asking;
  }

  private async settle(key: string, account: Account): Promise<void> {
    const { taken } = account;
    const news = taken - (account.told ?? 0);
    const answer = await consume(this.store, key, news).catch(unlessReadOnly);
    account.told = taken;
    if (answer === null) return;
    const { consumedPoints, msBeforeNext } = answer;
    account.others = Math.max(0, consumedPoints - taken);
    account.resetAt = this.nowMs() + msBeforeNext;
  }
}
