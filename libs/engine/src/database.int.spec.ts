import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from './database.js';
import { EngineUnderTest } from './testing/index.js';

describe('a connection of the application', () => {
  let engine: EngineUnderTest;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());

  const settingWhen = async (byDefault: string): Promise<readonly string[]> => {
    const name = decodeURIComponent(new URL(engine.urls.adminUrl).pathname.slice(1));
    await sql`ALTER DATABASE ${sql.id(name)} SET synchronous_commit = ${sql.lit(byDefault)}`.execute(
      engine.admin,
    );
    const db = openDatabase({ url: engine.urls.appUrl });
    const asked = () =>
      sql<{ is: string }>`SELECT current_setting('synchronous_commit') AS is`.execute(db);
    try {
      // The first statements of several connections at once, and the first of a transaction.
      const answers = await Promise.all([asked(), asked(), asked()]);
      const { rows } = await db
        .transaction()
        .execute((trx) =>
          sql<{ is: string }>`SELECT current_setting('synchronous_commit') AS is`.execute(trx),
        );
      return [...new Set([...answers.flatMap((a) => a.rows), ...rows].map((row) => row.is))];
    } finally {
      await db.destroy();
    }
  };

  it('acknowledges nothing before it is on disk, though the server would by default', async () => {
    expect(await settingWhen('off')).toEqual(['on']);
  });

  it('keeps what a server demands beyond its own disk', async () => {
    expect(await settingWhen('remote_apply')).toEqual(['remote_apply']);
    expect(await settingWhen('on')).toEqual(['on']);
  });
});
