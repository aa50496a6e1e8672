import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from './database.js';
import { EngineUnderTest } from './testing/index.js';
import { WriteProbe } from './write-probe.js';

describe('whether PostgreSQL takes what is written', () => {
  let engine: EngineUnderTest;
  let now = 0;
  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  const probe = (db = engine.db) =>
    new WriteProbe(db, { everyMs: 5_000, patienceMs: 1_000 }, () => now);
  const writtenAt = async () => {
    const { rows } = await sql<{ at: string }>`
      SELECT written_at::text AS at FROM engine.write_probe`.execute(engine.admin);
    return rows.map(({ at }) => at);
  };

  it('is tried once in a while, however often it is asked', async () => {
    const [before] = await writtenAt();
    const asked = probe();
    expect(await Promise.all([asked.writes(), asked.writes()])).toEqual([true, true]);
    const [first] = await writtenAt();
    expect(first).not.toBe(before);
    now += 4_999;
    expect([await asked.writes(), await writtenAt()]).toEqual([true, [first]]);
    now += 1;
    expect(await asked.writes()).toBe(true);
    expect(await writtenAt()).not.toEqual([first]);
  });

  it('is told when it does not, and again when it does', async () => {
    const asked = probe();
    await sql`REVOKE UPDATE ON engine.write_probe FROM twinning_app`.execute(engine.admin);
    expect(await asked.writes()).toBe(false);
    await sql`GRANT UPDATE ON engine.write_probe TO twinning_app`.execute(engine.admin);
    now += 5_000;
    expect(await asked.writes()).toBe(true);
  });

  it('is told when there is no room for a file that grows, though the row could be written', async () => {
    const { rows } = await sql<{ name: string }>`SELECT current_database() AS name`.execute(
      engine.admin,
    );
    const here = sql.id(rows[0]?.name ?? '');
    await sql`ALTER ROLE twinning_app IN DATABASE ${here} SET temp_file_limit = '100kB'`.execute(
      engine.admin,
    );
    // A limit of a role counts for connections that begin after it was set.
    const cramped = openDatabase({ url: engine.urls.appUrl });
    try {
      expect(await probe(cramped).writes()).toBe(false);
      await sql`UPDATE engine.write_probe SET written_at = clock_timestamp()`.execute(cramped);
    } finally {
      await cramped.destroy();
      await sql`ALTER ROLE twinning_app IN DATABASE ${here} RESET temp_file_limit`.execute(
        engine.admin,
      );
    }
    now += 5_000;
    expect(await probe().writes()).toBe(true);
  });

  it('is told when it hangs, without a second one behind it', async () => {
    const asked = probe();
    const held = await engine.admin.startTransaction().execute();
    await sql`LOCK TABLE engine.write_probe`.execute(held);
    const answers = await Promise.all([asked.writes(), asked.writes(), asked.writes()]);
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*)::int AS waiting FROM pg_locks
       WHERE NOT granted AND relation = 'engine.write_probe'::regclass`.execute(engine.admin);
    await held.rollback().execute();
    expect([answers, rows]).toEqual([[false, false, false], [{ waiting: 1 }]]);
  });
});
