import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Db } from './database.js';
import { databaseUrlIn } from './secrets.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

describe('the password of the database', () => {
  let engine: EngineUnderTest;
  let folder: string;
  let db: Db;
  let role: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-password-'));
    role = `rotated_${String(process.pid)}`;
    await sql.raw(`CREATE ROLE ${role} LOGIN PASSWORD 'one'`).execute(engine.admin);
    await write('one');
    db = openDatabase({ url: databaseUrlIn({ DATABASE_URL_FILE: join(folder, 'url') }) });
  });
  afterAll(async () => {
    await db.destroy();
    await sql.raw(`DROP ROLE ${role}`).execute(engine.admin);
    await engine.stop();
    await rm(folder, { recursive: true });
  });

  const write = (password: string) => {
    const url = new URL(engine.urls.appUrl);
    url.username = role;
    url.password = password;
    return writeFile(join(folder, 'url'), `${url.href}\n`);
  };
  const whoAmI = async () =>
    (await sql<{ me: string }>`SELECT current_user AS me`.execute(db)).rows[0]?.me;
  const cutOff = () =>
    sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${role}`.execute(
      engine.admin,
    );

  it('is read again for each new connection: a rotation needs no restart', async () => {
    expect(await whoAmI()).toBe(role);
    await sql.raw(`ALTER ROLE ${role} PASSWORD 'two'`).execute(engine.admin);
    await cutOff();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect(whoAmI()).rejects.toThrow('password authentication failed');
    await write('two');
    expect(await whoAmI()).toBe(role);
  });
});
