import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EngineUnderTest } from '@twinning/engine/testing';
import { openDatabase } from '@twinning/engine';
import { sql } from 'kysely';
import { SharedBudget, SharedLimiter } from './shared-limiter.js';

describe('limits that hold across processes', () => {
  let engine: EngineUnderTest;
  let other: ReturnType<typeof openDatabase>;
  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    other = openDatabase({ url: engine.urls.appUrl });
  });
  afterAll(async () => {
    await other.destroy();
    await engine.stop();
  });

  it('count what happens in another process', async () => {
    const limit = { name: 'refusals', points: 5, seconds: 60 };
    const [here, there] = [new SharedLimiter(engine.db, limit), new SharedLimiter(other, limit)];
    for (let i = 0; i < 4; i += 1) await here.count('ann');
    expect([here.waitFor('ann'), there.waitFor('ann')]).toEqual([0, 0]);
    await there.count('ann');
    expect(there.waitFor('ann')).toBeGreaterThan(50);
    await here.count('ann');
    expect(here.waitFor('ann')).toBeGreaterThan(50);
    expect(here.waitFor('ben')).toBe(0);
  });

  it('let a budget be passed by less than a batch a process', async () => {
    const limit = { name: 'requests', points: 50, seconds: 60 };
    const [here, there] = [new SharedBudget(engine.db, limit), new SharedBudget(other, limit)];
    const taken = await Promise.all(
      Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? here : there).take('ann')),
    );
    const allowed = taken.filter((t) => t.allowed).length;
    expect(allowed).toBeGreaterThanOrEqual(50 - 20);
    expect(allowed).toBeLessThanOrEqual(50 + 20);
    expect(await here.take('ann')).toMatchObject({ allowed: false, remaining: 0 });
    expect((await here.take('ben')).remaining).toBe(49);
  });

  it('begin again when the window is over', async () => {
    const limit = { name: 'short', points: 1, seconds: 1 };
    const budget = new SharedBudget(engine.db, limit, 1);
    expect((await budget.take('ann')).allowed).toBe(true);
    expect((await budget.take('ann')).allowed).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await budget.take('ann')).allowed).toBe(true);
  });

  it('shut nobody out until the time that a clock ahead has written', async () => {
    const limit = { name: 'ahead', points: 1, seconds: 60 };
    const before = new SharedBudget(engine.db, limit, 1);
    await before.take('ann');
    expect((await before.take('ann')).allowed).toBe(false);
    await sql`UPDATE engine.rate_limit SET expire = expire + 86400000 WHERE key LIKE 'ahead:%'`.execute(
      engine.db,
    );
    const after = await new SharedBudget(other, limit, 1).take('ann');
    expect(after).toMatchObject({ allowed: true, remaining: 0 });
    expect(after.resetSeconds).toBeLessThanOrEqual(60);
  });

  it('keep neither a person nor an address in the open', async () => {
    const { rows } = await sql<{ key: string }>`SELECT key FROM engine.rate_limit`.execute(
      engine.db,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => /ann|ben/.test(key))).toEqual([]);
  });

  it('are each process’s own while PostgreSQL is read-only: reading goes on, within the limit', async () => {
    const trx = engine.db.transaction().setAccessMode('read only');
    await trx.execute(async (readOnly) => {
      const budget = new SharedBudget(readOnly, { name: 'requests', points: 2, seconds: 60 });
      const taken = [await budget.take('zoe'), await budget.take('zoe'), await budget.take('zoe')];
      expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    });
  });

  it('fail closed: without the store nobody is let through', async () => {
    const gone = openDatabase({ url: engine.urls.appUrl.replace(/:\d+\//, ':1/') });
    const budget = new SharedBudget(gone, { name: 'requests', points: 50, seconds: 60 });
    await expect(budget.take('ann')).rejects.toThrow();
    await gone.destroy();
  });
});
