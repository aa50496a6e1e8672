import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@twinning/domain';
import { cast } from '@twinning/domain/testing';
import { loadState } from '@twinning/read-model';
import { referenceSet } from '@twinning/registry';
import { sql } from 'kysely';
import { asRead, openDatabase, type Db } from './database.js';
import { findCommand, storeCommand } from './commands.js';
import { Executor } from './execute.js';
import { approvedPMembers, COMMITTEE, doingOn, type Doing } from './testing/agreement-in-force.js';
import { approvedChair, partnersOfLead } from './testing/approved-chair.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** They race until none is left: one race fewer than there are agreements. */
const AGREEMENTS = 8;

describe('agreements that race to register for the same chair', () => {
  let engine: EngineUnderTest;
  /** Two workers: each with connections and a log of its own. */
  let workers: readonly { readonly db: Db; readonly executor: Executor }[];
  let doing: Doing;

  const stateOf = async (agreement: string) => {
    const found = await loadState(asRead(engine.db), agreement);
    if (found === null) throw new Error('no such agreement');
    return found;
  };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    workers = [0, 1].map(() => {
      const db = openDatabase({ url: engine.urls.appUrl });
      return { db, executor: new Executor(db, engine.log, engine.clock) };
    });
    doing = doingOn(engine);
  });
  afterAll(async () => {
    for (const { db } of workers) await db.destroy();
    await engine.stop();
  });

  /** Stores the command first, so that all are decided as nearly at once as processes can. */
  async function stored(agreement: string, race: number): Promise<string> {
    const command = await storeCommand(engine.db, {
      key: `register-${agreement}-${String(race)}`,
      agreement,
      type: 'RegisterInGD',
      payload: {},
      principal: cast.cs,
      expectedVersion: (await stateOf(agreement)).version,
      correlation: 'race',
    });
    if (command === null) throw new Error('COMMAND_ID_REUSED');
    return command.id;
  }

  const withdraws = async (agreement: string, partner: Principal) => {
    await doing.does(cast.lead, agreement, 'Withdraw');
    await doing.does(partner, agreement, 'Withdraw');
  };

  const executorOf = (i: number): Executor => {
    const worker = workers[i % workers.length];
    if (worker === undefined) throw new Error('No worker.');
    return worker.executor;
  };

  it('exactly one wins each race, the others hear SLOT_TAKEN with who holds it, until it leaves (D9, F6)', async () => {
    const { committee, bodies: rivals } = await partnersOfLead(engine.db);
    let racing: { readonly id: string; readonly partner: Principal }[] = [];
    for (let i = 0; i < AGREEMENTS; i += 1) {
      const partner = rivals[i % rivals.length] ?? cast.twinned;
      racing.push({ id: await approvedChair(doing, committee, partner), partner });
    }
    for (let race = 1; racing.length > 1; race += 1) {
      const commands = await Promise.all(racing.map(({ id }) => stored(id, race)));
      await Promise.all(commands.map((id, i) => executorOf(i).execute(id)));
      const outcomes = await Promise.all(
        commands.map(async (id) => (await findCommand(engine.db, id, cast.cs))?.outcome),
      );
      const won = outcomes.findIndex((o) => o?.accepted === true);
      const winner = racing[won] ?? racing[0];
      if (winner === undefined) break;
      expect(outcomes.filter((o) => o?.accepted === true)).toHaveLength(1);
      racing = racing.filter((one) => one !== winner);
      const acronym = referenceSet.committees.members.get(winner.partner.member ?? 0) ?? '';
      expect(outcomes.filter((o) => o?.accepted === false)).toEqual(
        racing.map(() =>
          expect.objectContaining({
            code: 'SLOT_TAKEN',
            clause: 'DIR 1.8.3',
            details: {
              claim: `CHAIR/${String(committee)}`,
              holder: winner.id,
              until: null,
              bodies: `ASI – ${acronym}`,
            },
          }),
        ),
      );
      expect((await stateOf(winner.id)).stage).toBe('AGREEMENT_PENDING');
      for (const { id } of racing) expect((await stateOf(id)).stage).toBe('APPROVED');
      await withdraws(winner.id, winner.partner);
    }
    expect(racing).toHaveLength(1);
  });

  it('a lead that races to twin with two bodies in one committee gets one of them', async () => {
    const { rows } = await sql<{ member: number }>`
      SELECT m.member FROM registry.membership m
        JOIN registry.member_standing s ON s.member = m.member AND s.active AND s.category = 'FULL'
       WHERE m.committee = ${COMMITTEE} AND m.valid_to IS NULL AND m.member <> ${cast.lead.member}
         AND m.member <> ${cast.twinned.member}
       ORDER BY m.member LIMIT 1`.execute(engine.db);
    const member = rows[0]?.member ?? 0;
    const other: Principal = { ...cast.twinned, person: `rep-${String(member)}`, member };
    const ids = [await approvedPMembers(doing, cast.twinned), await approvedPMembers(doing, other)];
    const commands = await Promise.all(ids.map((id) => stored(id, 1)));
    await Promise.all(commands.map((id, i) => executorOf(i).execute(id)));
    const outcomes = await Promise.all(
      commands.map(async (id) => (await findCommand(engine.db, id, cast.cs))?.outcome),
    );
    const [won] = outcomes.map((o, i) => (o?.accepted === true ? i : -1)).filter((i) => i >= 0);
    expect(outcomes.filter((o) => o?.accepted === true)).toHaveLength(1);
    expect(outcomes.find((o) => o?.accepted === false)).toMatchObject({
      code: 'LEAD_ALREADY_TWINNED_IN_COMMITTEE',
      details: { holder: ids[won ?? 0], bodies: expect.stringMatching(/^ASI – [A-Z]/) },
    });
  });

  it('a new request there is warned of the roles that the former ones left in the Global Directory', async () => {
    const { committee, bodies } = await partnersOfLead(engine.db);
    const [partner = cast.twinned] = bodies;
    const warned = async (agreement: string) => {
      const events = await engine.log.readStream(engine.db, `agreement/${agreement}`);
      const evaluated = events.find((e) => e.type === 'EligibilityEvaluated');
      return JSON.stringify(evaluated?.payload.checks).includes('PREDECESSOR_ROLE_IN_GD');
    };
    const before = await approvedChair(doing, committee, partner);
    await doing.does(cast.cs, before, 'RegisterInGD');
    await withdraws(before, partner);
    expect(await warned(await approvedChair(doing, committee, partner))).toBe(true);
  });
});
