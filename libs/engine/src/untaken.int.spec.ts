import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  claimKeysOf,
  day,
  event,
  TWINNING_TYPES,
  type Agreement,
  type TwinningType,
} from '@twinning/domain';
import { ASI, COMMITTEE, GSA, IES, Story, usualFacts } from '@twinning/domain/testing';
import { loadClaims, loadState, projectAgreement } from '@twinning/read-model';
import { randomUUID } from 'node:crypto';
import { asRead, openDatabase, type Db } from './database.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

/** Registered, with its claims held. */
function registered(
  type: TwinningType,
  lead: number,
  twinned: number,
  committee: number,
): Agreement {
  const story = new Story('2027-01-04T09:00:00Z', usualFacts);
  story.state = { ...story.state, id: randomUUID() };
  return story.given(
    event('TwinningDraftStarted', {
      ...{ side: 'LEAD', member: lead, type, committee, ruleset: 'brochure-2021' },
      workingGroup: type === 'CONVENOR' ? 'WG 1' : null,
    }),
    event('PartnerConfirmed', { member: twinned, side: 'TWINNED' }),
    event('ArrangementRegisteredInGd', {
      ...{ registeredOn: day('2027-01-04'), agreementDueOn: day('2027-04-04'), claims: [] },
    }),
  ).state;
}

describe('two commits that both think a claim is free (F6)', () => {
  let engine: EngineUnderTest;
  let second: Db;

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    second = openDatabase({ url: engine.urls.appUrl });
  });
  afterAll(async () => {
    await second.destroy();
    await engine.stop();
  });

  /** Without the lock of the log: as if two processes had decided at once. */
  const commits = (db: Db, state: Agreement) =>
    db
      .transaction()
      .execute((trx) => projectAgreement(asRead(trx), state, '2027-01-04T09:00:00.000Z'));
  const known = (state: Agreement) => loadState(asRead(engine.db), state.id);

  it.each(TWINNING_TYPES.map((type, index) => ({ type, committee: COMMITTEE + index })))(
    'one of them is made, of the other nothing remains: $type',
    async ({ type, committee }) => {
      const racing = [
        registered(type, ASI, IES, committee),
        registered(type, ASI, GSA, committee),
      ] as const;
      const done = await Promise.allSettled([
        commits(engine.db, racing[0]),
        commits(second, racing[1]),
      ]);
      expect(done.map((d) => d.status).sort()).toEqual(['fulfilled', 'rejected']);
      const lost = done.find((d) => d.status === 'rejected');
      expect(String(lost?.reason)).toMatch(/Claim .* is held by another agreement/);
      const [winner, loser] = done[0].status === 'fulfilled' ? racing : [racing[1], racing[0]];
      expect(await known(winner)).not.toBeNull();
      expect(await known(loser)).toBeNull();
      const held = await loadClaims(asRead(engine.db), claimKeysOf(winner));
      expect(Object.values(held).every((holder) => holder.agreement === winner.id)).toBe(true);
      expect(Object.keys(held)).toHaveLength(claimKeysOf(winner).length);
    },
  );

  it('a twinned body is taken by one lead only, too', async () => {
    await commits(engine.db, registered('P_MEMBER', ASI, IES, COMMITTEE + 10));
    const other = registered('P_MEMBER', GSA, IES, COMMITTEE + 10);
    await expect(commits(second, other)).rejects.toThrow('is held by another agreement');
  });
});
