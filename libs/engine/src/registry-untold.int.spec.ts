import { describe, expect, it } from '@jest/globals';
import { day, statusOf } from '@twinning/domain';
import { ASI } from '@twinning/domain/testing';
import { importMembers } from '@twinning/registry';
import { sql } from 'kysely';
import { asRegistry } from './database.js';
import { RegistryReactions } from './registry-reactions.js';
import { ailments } from './standing.js';
import { agreed, COMMITTEE, doingOn, registered } from './testing/agreement-in-force.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** Another committee in which ASI is P-member and IES is not. */
const ANOTHER = 48602;
const NOTHING = { commands: 0, agreements: 0, failed: [] };
const ONE = { commands: 1, agreements: 1, failed: [] };
const IN_FORCE = { start: day('2027-01-04'), end: day('2032-01-03') };

async function inForce(committees: readonly number[]) {
  const engine = await EngineUnderTest.start();
  const { db, log, executor, clock, admin } = engine;
  const doing = doingOn(engine);
  const ids: string[] = [];
  for (const committee of committees) {
    const id = await registered(doing, committee);
    await agreed(doing, id, IN_FORCE);
    ids.push(id);
  }
  const reactions = new RegistryReactions(db, log, executor, clock);
  await reactions.run();
  return {
    ...{ engine, admin, db, reactions },
    ids: ids.sort(),
    statusNow: async (id: string) => statusOf(await doing.state(id)),
    asiEnds: (on: string) =>
      importMembers(
        asRegistry(db),
        'iso_member_id,acronym,country_en,country_alpha2,category,active\n' +
          `${String(ASI)},ASI,Estonia,EE,FULL,no\n`,
        { asOf: on, skipBad: false },
      ),
    /** Makes a state unreadable; gives what brings it back. */
    breaks: async (id: string) => {
      const { rows } = await sql<{ state: object }>`
        SELECT state FROM read.stream_state WHERE agreement = ${id}`.execute(admin);
      const put = (state: unknown) =>
        sql`UPDATE read.stream_state SET state = ${JSON.stringify(state)}::jsonb
             WHERE agreement = ${id}`.execute(admin);
      await put({ ...rows[0]?.state, execution: null });
      return () => put(rows[0]?.state);
    },
    untold: async () =>
      (await ailments(db)).filter(({ reason }) => reason === 'FACTS_UNTOLD').map((a) => a.count),
  };
}

describe('an agreement that cannot be told what an import shows', () => {
  it('keeps it from no other, is named, and is told when it can be', async () => {
    const on = await inForce([COMMITTEE, ANOTHER]);
    const { engine, admin, reactions, statusNow, untold } = on;
    const [first = '', second = ''] = on.ids;
    const mend = await on.breaks(first);
    engine.until('2027-01-11T09:00:00Z');
    await on.asiEnds('2027-01-10');
    const subject = `agreement/${first}`;
    expect(await reactions.run()).toMatchObject({ ...ONE, failed: [{ subject }] });
    expect(await statusNow(second)).toBe('SUSPENDED');
    expect(await reactions.run()).toMatchObject({ ...NOTHING, failed: [{ subject }] });

    await sql`UPDATE engine.reaction_owed SET since = since - interval '2 minutes'`.execute(admin);
    expect(await untold()).toEqual([1]);
    await mend();
    expect(await reactions.run()).toEqual(ONE);
    expect(await statusNow(first)).toBe('SUSPENDED');
    expect(await untold()).toEqual([]);
    expect(await reactions.run()).toEqual(NOTHING);
    await engine.stop();
  });

  it('is told on its day what was dated ahead while it could not be told', async () => {
    const on = await inForce([COMMITTEE]);
    const { engine, admin, reactions, statusNow, untold } = on;
    const [id = ''] = on.ids;
    const mend = await on.breaks(id);
    engine.until('2027-01-11T09:00:00Z');
    await on.asiEnds('2027-01-10');
    expect((await reactions.run()).failed).toHaveLength(1);
    await sql`UPDATE engine.reaction_owed SET since = since - interval '2 minutes'`.execute(admin);
    await mend();
    engine.until('2027-01-09T09:00:00Z');
    expect(await reactions.run()).toEqual(NOTHING);
    expect(await untold()).toEqual([]);
    engine.until('2027-01-11T09:00:00Z');
    expect(await reactions.run()).toEqual(ONE);
    expect(await statusNow(id)).toBe('SUSPENDED');
    expect(await reactions.run()).toEqual(NOTHING);
    await engine.stop();
  });
});
