import type pg from 'pg';

export const TABLE = `CREATE TABLE IF NOT EXISTS bare_decision (
  agreement text, version integer, key text, PRIMARY KEY (agreement, version))`;

export const activities = (pool: pg.Pool) => ({
  /** Writes a decision where people read. Twice is as good as once. */
  async keep(agreement: string, version: number, key: string): Promise<void> {
    await pool.query(`INSERT INTO bare_decision VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
      agreement,
      version,
      key,
    ]);
  },
});

export type Activities = ReturnType<typeof activities>;
