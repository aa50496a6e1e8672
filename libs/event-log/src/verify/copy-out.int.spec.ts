import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@twinning/infra/postgres';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { copied, logDialect } from './copy-out.js';

describe('a copy that comes in through the connection of a transaction', () => {
  let database: TestDatabase;
  let db: Kysely<unknown>;

  beforeAll(async () => {
    database = await testDatabase();
    // One connection: whatever a copy leaves behind on it, the next statement would meet.
    db = new Kysely({
      dialect: logDialect(new pg.Pool({ connectionString: database.adminUrl, max: 1 })),
    });
  }, 60_000);
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const numbers = (upTo: number, what = 'i') =>
    sql<Buffer>`COPY (SELECT ${sql.raw(what)} FROM generate_series(1, ${sql.lit(upTo)}) AS i) TO STDOUT`;
  const answers = async () => (await sql<{ one: number }>`SELECT 1 AS one`.execute(db)).rows;

  async function read(upTo: number, what?: string): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of copied(db, numbers(upTo, what))) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  }

  it('is whole, and sees what its transaction has written', async () => {
    expect((await read(200_000)).split('\n')).toHaveLength(200_001);
    expect(await read(0)).toBe('');
    await db.transaction().execute(async (trx) => {
      await sql`CREATE TABLE seen (n integer)`.execute(trx);
      await sql`INSERT INTO seen VALUES (7)`.execute(trx);
      const found = [];
      for await (const chunk of copied(trx, sql`COPY seen TO STDOUT`)) found.push(chunk.toString());
      expect(found).toEqual(['7\n']);
    });
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it.each([
    ['before its first row', '1 / (i - 1)'],
    ['in its midst', '1 / (i - 150000)'],
  ])('that fails %s says why, and leaves the connection as it was', async (_, what) => {
    await expect(read(200_000, what)).rejects.toThrow('division by zero');
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it('that nobody reads to its end leaves the connection as it was', async () => {
    for await (const chunk of copied(db, numbers(200_000))) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect(await answers()).toEqual([{ one: 1 }]);
    const failing = async () => {
      for await (const chunk of copied(db, numbers(200_000))) throw new Error(String(chunk.length));
    };
    await expect(failing()).rejects.toThrow(/^\d+$/);
    expect(await answers()).toEqual([{ one: 1 }]);
  });
});
