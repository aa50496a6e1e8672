import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { alone } from './alone.js';
import { pause } from './conductor-port.js';
import { openDatabase, type Db } from './database.js';
import { EngineUnderTest } from './testing/index.js';

const LOCK = 4_711;

describe('work that one process does at a time', () => {
  let engine: EngineUnderTest;
  let impatient: Db;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    // Its connections end after five seconds and a little of silence.
    impatient = openDatabase({ url: engine.urls.appUrl, statementTimeout: 500 });
  });
  afterAll(async () => {
    await impatient.destroy();
    await engine.stop();
  });

  it('stays with the one that is at it, however long the database is not asked', async () => {
    const begun = alone(impatient, LOCK, () => pause(8_000).then(() => 'done'));
    await pause(7_000);
    expect(await alone(engine.db, LOCK, () => Promise.resolve('twice'))).toBeNull();
    expect(await begun).toBe('done');
    expect(await alone(engine.db, LOCK, () => Promise.resolve('next'))).toBe('next');
  }, 30_000);

  it('has come to what it has come to, though its lock went with the connection', async () => {
    const done = await alone(impatient, LOCK, async () => {
      await sql`SELECT pg_terminate_backend(pid) FROM pg_locks
                 WHERE locktype = 'advisory' AND objid = ${LOCK}`.execute(engine.admin);
      return 'done';
    });
    expect(done).toBe('done');
    const failing = alone(engine.db, LOCK, () => Promise.reject(new Error('why')));
    await expect(failing).rejects.toThrow('why');
  });
});
