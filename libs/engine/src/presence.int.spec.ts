import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase, type Db } from './database.js';
import { Presence, workersPresent } from './presence.js';
import { EngineUnderTest } from './testing/index.js';

describe('the sign of life of workers', () => {
  let engine: EngineUnderTest;
  const pools: Db[] = [];
  const pool = () => {
    const db = openDatabase({ url: engine.urls.appUrl, poolSize: 1 });
    pools.push(db);
    return db;
  };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(async () => {
    for (const db of pools) await db.destroy();
    await engine.stop();
  });

  const comesTo = async (count: number, withinMs: number) => {
    const until = Date.now() + withinMs;
    while ((await workersPresent(engine.db)) !== count && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await workersPresent(engine.db)).toBe(count);
  };

  it('counts each worker that is there, and none that has stopped', async () => {
    expect(await workersPresent(engine.db)).toBe(0);
    const [one, other] = [new Presence(pool()), new Presence(pool())];
    one.start();
    other.start();
    await comesTo(2, 10_000);
    await one.stop();
    expect(await workersPresent(engine.db)).toBe(1);
    await other.stop();
    expect(await workersPresent(engine.db)).toBe(0);
  });

  it('is given again when the session was ended', async () => {
    const worker = new Presence(pool());
    worker.start();
    await comesTo(1, 10_000);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_locks
               WHERE locktype = 'advisory' AND mode = 'ShareLock'
                 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`.execute(
      engine.admin,
    );
    await comesTo(0, 5_000);
    await comesTo(1, 10_000);
    await worker.stop();
  });

  it('is not that of a process which holds its session and says nothing', async () => {
    const worker = new Presence(pool());
    worker.start();
    await comesTo(1, 10_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // It is heard every two seconds: within a millisecond nobody has said anything.
    expect(await workersPresent(engine.db, 0.001)).toBe(0);
    expect(await workersPresent(engine.db)).toBe(1);
    await worker.stop();
  });
});
