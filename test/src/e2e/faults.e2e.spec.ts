import { afterAll, describe, expect, it } from '@jest/globals';
import { LEFT_OUT } from '../faults/left-out.js';
import { rows } from '../faults/rows.js';
import { Runner } from '../faults/run-row.js';

/** One seed of the rows that are quick; `npm run faults` runs all of them. */
const QUICK = ['F1', 'F2', 'F3', 'F4', 'F7', 'F9', 'F11', 'F13', 'F14', 'F19'];

describe('faults while clients are at work', () => {
  const runner = new Runner();

  afterAll(() => runner.stop());

  it.each(rows.filter((row) => QUICK.includes(row.id)))(
    '$id: $title',
    async (row) => {
      const { violations, commands, accepted } = await runner.run(row, 1);
      expect(violations).toEqual([]);
      expect(commands).toBeGreaterThan(5);
      expect(accepted).toBeGreaterThan(2);
    },
    120_000,
  );
});

describe('the table of faults', () => {
  it('is run here, or names why a row is left out and how long it takes: none silently, none twice', () => {
    const here = rows.map(({ id }) => id).filter((id) => QUICK.includes(id));
    expect(here).toEqual(QUICK);
    const accounted = [...here, ...Object.keys(LEFT_OUT)].sort();
    expect(accounted).toEqual(rows.map(({ id }) => id).sort());
    for (const [id, { seconds, why }] of Object.entries(LEFT_OUT)) {
      expect([id, why.length > 10, seconds === null || seconds > 0]).toEqual([id, true, true]);
      // What takes long takes long.
      expect([id, why.startsWith('takes twenty')]).toEqual([id, (seconds ?? 0) >= 20]);
    }
  });

  it('has every row F1–F34, each runnable or with the reason why not', () => {
    const ids = new Set(rows.map((row) => row.id.replace(/[a-z]$/, '')));
    expect([...ids]).toEqual(Array.from({ length: 34 }, (_, n) => `F${String(n + 1)}`));
    for (const { id, inject, alone, skipped } of rows) {
      const ways = [inject, alone, skipped].filter((way) => way !== undefined);
      expect([id, ways.length]).toEqual([id, 1]);
    }
  });
});
