import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptRuns, type EndedRun } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { HistoryArchive } from './history-archive.js';

const agreement = randomUUID();
const ran = (minute: number): EndedRun => ({
  run: randomUUID(),
  agreement,
  workflow: `agreement.${agreement}`,
  ended: 'CONTINUED_AS_NEW',
  closedAt: new Date(Date.UTC(2027, 0, 1, 0, minute)),
});

describe('the archive of run histories', () => {
  let engine: EngineUnderTest;
  /** What Temporal still has. */
  let runs: EndedRun[] = [];
  const lost = new Set<string>();
  const asked: (Date | null)[] = [];
  const sender = {
    endedSince: (since: Date | null) => {
      asked.push(since);
      return Promise.resolve(runs);
    },
    historyOf: (_: string, run: string) =>
      lost.has(run) ? Promise.reject(new Error('gone')) : Promise.resolve(`{"events":["${run}"]}`),
  };
  const archive = () => new HistoryArchive(engine.db, sender, 1_000);

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  }, 120_000);
  afterAll(() => engine.stop());

  it('keeps each run once, also when two processes do it at the same time', async () => {
    runs = [ran(1), ran(2)];
    await Promise.all([archive().once(), archive().once()]);
    expect(await archive().once()).toBe(0);
    const kept = await keptRuns(engine.db, agreement);
    expect(kept.map((k) => k.run)).toEqual(runs.map((r) => r.run));
    expect(kept[0]?.json).toBe(`{"events":["${runs[0]?.run ?? ''}"]}`);
  });

  it('still has it when Temporal has deleted it', async () => {
    runs = [];
    await archive().once();
    expect(await keptRuns(engine.db, agreement)).toHaveLength(2);
  });

  it('finds a run that is listed late, and passes over one that cannot be fetched', async () => {
    const [late, gone, next] = [ran(0), ran(3), ran(4)];
    runs = [late, gone, next];
    lost.add(gone.run);
    expect(await archive().once()).toBe(2);
    expect(asked.at(-1)?.getTime()).toBeLessThan(late.closedAt.getTime());
    lost.clear();
    expect(await archive().once()).toBe(1);
  });

  it('lets the application neither change nor delete what is kept', async () => {
    for (const text of [
      `UPDATE engine.run_history SET ended = ''`,
      `DELETE FROM engine.run_history`,
    ]) {
      await expect(sql.raw(text).execute(engine.db)).rejects.toThrow('permission denied');
    }
  });
});
