import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { sql } from 'kysely';
import { migrateAll } from './migrate.js';
import { COMMITTEE, EngineUnderTest } from './testing/index.js';

const DRAFT = { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE };
/** A migration waits half a second for a lock at a time, and the machine may be slow. */
const LONGEST_MS = 2_500;

describe('a migration beside a long reader', () => {
  let engine: EngineUnderTest;
  let release: () => Promise<void>;

  // A report that has read every table, and has not ended; the application's own connections do not stay so long.
  const hold = async () => {
    const reader = await engine.admin.startTransaction().execute();
    const { rows } = await sql<{ name: string }>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname IN ('log', 'engine', 'read', 'registry', 'filing')`.execute(reader);
    for (const { name } of rows)
      await sql.raw(`LOCK TABLE ${name} IN ACCESS SHARE MODE`).execute(reader);
    release = async () => {
      await reader.rollback().execute();
      release = () => Promise.resolve();
    };
  };
  beforeEach(async () => {
    engine = await EngineUnderTest.start();
    await hold();
  });
  afterEach(async () => {
    await release();
    await engine.stop();
  });

  const draft = async () => {
    const began = performance.now();
    await engine.send(cast.lead, 'StartDraft', DRAFT);
    return performance.now() - began;
  };

  it('that has nothing to change locks nothing that is read, and ends before the reader does', async () => {
    await migrateAll(engine.admin);
    expect(await draft()).toBeLessThan(LONGEST_MS);
  });

  it('lets commands go on while it waits for the reader, and ends after it', async () => {
    await release();
    await sql`ALTER TABLE read.agreement NO FORCE ROW LEVEL SECURITY`.execute(engine.admin);
    await hold();
    let ended = false;
    const migrated = migrateAll(engine.admin).then(() => {
      ended = true;
    });
    for (let drafts = 0; drafts < 4; drafts += 1) {
      expect(await draft()).toBeLessThan(LONGEST_MS);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(ended).toBe(false);
    await release();
    await migrated;
    const { rows } = await sql<{ forced: boolean }>`
      SELECT relforcerowsecurity AS forced FROM pg_class
       WHERE oid = 'read.agreement'::regclass`.execute(engine.admin);
    expect(rows).toEqual([{ forced: true }]);
  });
});
