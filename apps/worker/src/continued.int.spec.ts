import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { Executor, findCommand, storeCommand } from '@twinning/engine';
import { COMMITTEE, EngineUnderTest } from '@twinning/engine/testing';
import { ContinuityWatch, memoryIn, signCheckpoint, signerIn } from '@twinning/event-log';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilContinued } from './continued.js';

describe('a worker on a log that was put back from a backup', () => {
  let engine: EngineUnderTest;
  let folder: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    folder = await mkdtemp(join(tmpdir(), 'twinning-continued-'));
  });
  afterAll(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('carries nothing out until it is continued, and then what waited', async () => {
    const { db, log, clock } = engine;
    const watch = new ContinuityWatch(db, memoryIn(folder));
    const executor = new Executor(db, log, clock, () => {
      watch.demand();
    });
    const stored = await storeCommand(db, {
      ...{ key: 'waits', agreement: null, type: 'StartDraft', principal: cast.lead },
      payload: { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE },
      ...{ expectedVersion: null, correlation: 'test' },
    });
    if (stored === null) throw new Error('not stored');
    const outcome = async () => (await findCommand(db, stored.id, cast.lead))?.outcome ?? null;

    const signer = await signerIn(folder, 'test/log');
    const lost = { origin: 'test/log', size: 1_000_000, root: randomBytes(32) };
    await writeFile(join(folder, 'last-checkpoint'), signCheckpoint(lost, signer));
    const heard: string[] = [];
    let started = false;
    const start = untilContinued(watch, (why) => heard.push(why), 20).then(() => {
      started = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(started).toBe(false);
    expect(heard).toEqual([expect.stringContaining('RESTORED')]);
    await expect(executor.execute(stored.id)).rejects.toThrow('RESTORED');
    await expect(executor.look(stored.agreement)).rejects.toThrow('RESTORED');
    expect(await outcome()).toBeNull();

    await rm(join(folder, 'last-checkpoint'));
    await start;
    await executor.execute(stored.id);
    expect(await outcome()).toMatchObject({ accepted: true, version: 1 });
  });
});
