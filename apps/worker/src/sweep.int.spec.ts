import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { agreementIdFor, storeCommand, type WorkflowStanding } from '@twinning/engine';
import { EngineUnderTest } from '@twinning/engine/testing';
import { sql } from 'kysely';
import { Sweep } from './sweep.js';

const EVERY_MS = 100;
/** How many the sweep sends at a time. */
const WIDTH = 8;

describe('the sweep', () => {
  let engine: EngineUnderTest;
  let now = 0;
  let sent: string[] = [];
  let standing: WorkflowStanding | null = null;
  let ended: string[] = [];

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
  });
  afterAll(() => engine.stop());
  beforeEach(() => {
    sent = [];
    standing = null;
    ended = [];
  });

  const sweepWith = (send: (id: string) => Promise<unknown>) =>
    new Sweep(
      engine.db,
      {
        send: async ({ id }) => {
          sent.push(id);
          await send(id);
          return { outcome: 'ACCEPTED', version: 1 };
        },
        standing: () => Promise.resolve(standing),
        end: (agreement) => {
          ended.push(agreement);
          return Promise.resolve();
        },
      },
      EVERY_MS,
      () => now,
    );
  const store = async (key: string): Promise<string> => {
    const stored = await storeCommand(engine.db, {
      key,
      agreement: null,
      type: 'StartDraft',
      payload: { side: 'LEAD', type: 'P_MEMBER', committee: 47878 },
      principal: cast.lead,
      expectedVersion: null,
      correlation: 'test',
    });
    if (stored === null) throw new Error('COMMAND_ID_REUSED');
    return stored.id;
  };
  const old = () => new Promise((resolve) => setTimeout(resolve, EVERY_MS + 50));

  it('re-sends what has no outcome, once, and leaves the young ones alone', async () => {
    const sweep = sweepWith((id) => engine.executor.execute(id));
    const id = await store('sweep-forgotten');
    await sweep.once();
    expect(sent).toEqual([]);
    await old();
    await sweep.once();
    await sweep.once();
    expect(sent).toEqual([id]);
    const { rows } = await sql<{ told: boolean }>`
      SELECT told_at IS NOT NULL AS told FROM engine.command WHERE id = ${id}`.execute(engine.db);
    expect(rows).toEqual([{ told: true }]);
  });

  it('lets a command that fails rest longer each time, and keeps no other back', async () => {
    const bad = await store('sweep-that-always-fails');
    const sweep = sweepWith((id) =>
      id === bad ? Promise.reject(new Error('poison')) : engine.executor.execute(id),
    );
    await old();
    for (let pass = 0; pass < 10; pass += 1) {
      await sweep.once();
      now += EVERY_MS;
    }
    // At 0, after one interval, two, four: the fifth try would come at fifteen.
    expect(sent.filter((id) => id === bad)).toHaveLength(4);
    const good = await store('sweep-behind-the-poison');
    await old();
    await sweep.once();
    expect(sent.at(-1)).toBe(good);
  });

  it('ends a workflow that is stuck, and sends again without a rest', async () => {
    const id = await store('sweep-behind-a-dead-worker');
    const dead = { version: null, attempt: 6, heldMs: 20_000, fails: false };
    const sweep = sweepWith(() =>
      ended.length === 0 ? Promise.reject(new Error('task in failed state')) : Promise.resolve(),
    );
    await old();
    const alive = [
      { ...dead, attempt: 3 },
      { ...dead, heldMs: 9_000 },
      { ...dead, attempt: 4, fails: true },
    ];
    for (const each of alive) {
      standing = each;
      await sweep.once();
      now += 60_000;
      expect(ended).toEqual([]);
    }
    standing = dead;
    await sweep.once();
    expect(ended).toContain(agreementIdFor(id));
    await sweep.once();
    expect(sent.filter((one) => one === id)).toHaveLength(5);
  });

  it('stops soon while no workflow answers, and takes up nothing more', async () => {
    for (let n = 0; n < 10; n += 1) await store(`sweep-that-stops-${String(n)}`);
    await old();
    let giveUp: (why: Error) => void = () => undefined;
    const never = new Promise((_, reject) => {
      giveUp = reject;
    });
    const sweep = sweepWith(() => never);
    sweep.start();
    while (sent.length < WIDTH) await old();
    const from = Date.now();
    await sweep.stop();
    expect(Date.now() - from).toBeLessThan(10_000);
    giveUp(new Error('the worker has gone'));
    await old();
    expect(sent).toHaveLength(WIDTH);
  });
});
