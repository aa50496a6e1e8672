import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type Filled, type TestDatabase } from '@twinning/infra/postgres';
import pg from 'pg';

async function ask(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

describe('a filled database for a test', () => {
  const filled: string[] = [];
  const letters: Filled = {
    name: 'letters',
    fill: async ({ adminUrl }) => {
      filled.push(adminUrl);
      await ask(adminUrl, `CREATE TABLE letter AS SELECT 'a' AS name`);
    },
  };
  const open: TestDatabase[] = [];
  const database = async (like: Filled): Promise<TestDatabase> => {
    const made = await testDatabase(like);
    open.push(made);
    return made;
  };

  beforeAll(async () => {
    await database(letters);
    await database(letters);
  });
  afterAll(async () => {
    for (const made of open) await made.drop();
  });

  it('is filled once, and each test has a copy of its own', async () => {
    const [one, two] = open;
    await ask(one?.adminUrl ?? '', `INSERT INTO letter VALUES ('b')`);
    const third = await database(letters);
    const names = (made?: TestDatabase) => ask(made?.adminUrl ?? '', 'SELECT name FROM letter');
    expect(await names(one)).toEqual(['a', 'b']);
    expect(await names(two)).toEqual(['a']);
    expect(await names(third)).toEqual(['a']);
    expect(filled).toHaveLength(1);
  });

  it('is filled for all who ask at once', async () => {
    let times = 0;
    const numbers: Filled = {
      name: 'numbers',
      fill: async ({ adminUrl }) => {
        times += 1;
        await ask(adminUrl, 'CREATE TABLE number (n integer)');
      },
    };
    const made = await Promise.all([database(numbers), database(numbers), database(numbers)]);
    for (const { adminUrl } of made) {
      expect(await ask(adminUrl, 'SELECT count(*)::int FROM number')).toEqual([0]);
    }
    expect(times).toBe(1);
  });

  it('is filled anew after a filling that failed', async () => {
    let times = 0;
    const lame: Filled = {
      name: 'lame',
      fill: async ({ adminUrl }) => {
        times += 1;
        await ask(adminUrl, 'CREATE TABLE half ()');
        if (times === 1) throw new Error('half-way');
        await ask(adminUrl, 'CREATE TABLE whole ()');
      },
    };
    await expect(database(lame)).rejects.toThrow('half-way');
    const { adminUrl } = await database(lame);
    expect(await ask(adminUrl, 'SELECT count(*)::int FROM whole')).toEqual([0]);
    expect(times).toBe(2);
  });
});
