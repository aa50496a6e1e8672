import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '@twinning/domain/testing';
import { foldAs } from '@twinning/read-model';
import { sql } from 'kysely';
import { upcasters } from './event-versions.js';
import { rebuildForBuild } from './built-by.js';
import { mendStaleRows } from './stale-rows.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

describe('two builds side by side', () => {
  let engine: EngineUnderTest;
  let agreement: string;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    foldAs(() => 'this');
    const payload = { side: 'LEAD', type: 'P_MEMBER', committee: 47878 };
    ({ agreement } = await engine.send(cast.lead, 'StartDraft', payload));
  });
  afterAll(async () => {
    foldAs(() => 'none');
    await engine.stop();
  });

  const row = async () => {
    const { rows } = await sql<{ build: string | null; version: number; started: boolean }>`
      SELECT s.build, s.version, s.state ? 'proposal' AS started FROM read.stream_state s
       WHERE agreement = ${agreement}`.execute(engine.admin);
    return rows[0];
  };
  /** What a build writes that does not know a part of the state. */
  const leave = (build: string | null) =>
    sql`UPDATE read.stream_state SET build = ${build}, state = state - 'proposal'
         WHERE agreement = ${agreement}`.execute(engine.admin);
  const edit = async (goals: string) => {
    const version = (await row())?.version ?? 0;
    return engine.send(cast.lead, 'EditRequest', { goals }, { agreement, version });
  };

  it('says who has folded a state', async () => {
    expect(await row()).toEqual({ build: 'this', version: 1, started: true });
  });

  it.each(['that', null])(
    'decides on the log where another build (%s) has folded, and writes all rows again',
    async (build) => {
      await leave(build);
      await sql`UPDATE read.agreement SET phase = 'OLD' WHERE agreement = ${agreement}`.execute(
        engine.admin,
      );
      const { outcome } = await edit(`After ${String(build)}.`);
      expect(outcome.accepted).toBe(true);
      expect(await row()).toMatchObject({ build: 'this', started: true });
      const { rows } = await sql<{ phase: string }>`
        SELECT phase FROM read.agreement WHERE agreement = ${agreement}`.execute(engine.admin);
      expect(rows[0]?.phase).not.toBe('OLD');
    },
  );

  it('believes a state of its own build', async () => {
    await leave('this');
    await expect(edit('On a broken state.')).rejects.toThrow();
    await leave('that');
    expect((await edit('Mended.')).outcome.accepted).toBe(true);
  });

  it('decides nothing on an event that it cannot read, though another build has folded it', async () => {
    upcasters.RequestEdited = [(payload) => payload];
    foldAs(() => 'newer');
    try {
      expect((await edit('In the new version.')).outcome.accepted).toBe(true);
    } finally {
      delete upcasters.RequestEdited;
      foldAs(() => 'this');
    }
    await expect(edit('By the old one.')).rejects.toThrow('written by a newer release');
    await expect(engine.executor.look(agreement)).rejects.toThrow('written by a newer release');
    upcasters.RequestEdited = [(payload) => payload];
    try {
      expect((await edit('By one that reads it.')).outcome.accepted).toBe(true);
      // Rows of another build are written anew by the one for which the read model was made, and by no other.
      await leave('that');
      expect(await mendStaleRows(engine.db, engine.log)).toEqual([]);
      expect(await row()).toMatchObject({ build: 'that' });
      await rebuildForBuild(engine.db, engine.log, 'this');
      await leave('that');
      expect(await mendStaleRows(engine.db, engine.log)).toMatchObject([
        { kind: 'READ_MODEL_DIFFERS', subject: agreement, mended: true },
      ]);
      expect(await row()).toMatchObject({ build: 'this', started: true });
      await sql`UPDATE read.stream_state SET build = 'that'`.execute(engine.admin);
      expect(await mendStaleRows(engine.db, engine.log)).toEqual([]);
      expect(await row()).toMatchObject({ build: 'this' });
    } finally {
      delete upcasters.RequestEdited;
    }
  });
});
