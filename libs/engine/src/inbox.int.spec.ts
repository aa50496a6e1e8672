import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  canSee,
  claimsHeld,
  duties,
  isDutyShown,
  memberOn,
  RULESET_IDS,
  sectionsFor,
  TWINNING_TYPES,
  type Agreement,
  type Duty,
  type Principal,
} from '@twinning/domain';
import { Entropy, RandomStory, runs } from '@twinning/domain/invariants';
import { cast } from '@twinning/domain/testing';
import { dutiesWithCounts, projectAgreement, readingAs } from '@twinning/read-model';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { asRead } from './database.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const HISTORIES = runs(100);
const NOW = '2027-06-01T00:00:00.000Z';
const AROUND = { dueBy: '2027-06-15T00:00:00.000Z', sinceFrom: '2027-05-18T00:00:00.000Z' };
const WHO = Object.entries(cast);

/** Who owes a duty, as a person reads its desk: one entry for each side, body or desk. */
function owers(state: Agreement, { desk, id }: Duty): readonly (number | string | null)[] {
  if (desk === 'LEAD') return [state.lead];
  if (desk === 'TWINNED') return [state.twinned];
  if (desk === 'BOTH') return [state.lead, state.twinned];
  if (desk === 'INITIATOR') return [memberOn(state, state.initiator)];
  if (desk !== 'INVITED') return [desk];
  const invitation = state.proposal.invitations.find((each) => id === `invitation:${each.id}`);
  return [invitation?.member ?? null];
}

function isOwed(who: Principal, state: Agreement, duty: Duty, ower: number | string | null) {
  const committee = duty.committee ?? state.committee;
  return who.grants.some((grant) => {
    if (grant.role === 'NSB_REP') return ower !== null && ower === who.member;
    const isDesk = ower === (grant.role === 'TMB_MEMBER' ? 'TMB_MEMBERS' : grant.role);
    const { committees } = grant;
    const covers =
      committees === undefined ||
      committees === 'ALL' ||
      (committee !== null && committees.includes(committee));
    return isDesk && covers;
  });
}

describe(`the inbox over ${String(HISTORIES)} random histories`, () => {
  let engine: EngineUnderTest;
  const states: Agreement[] = [];

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    const held = new Set<string>();
    for (let n = 0; states.length < HISTORIES; n += 1) {
      const e = new Entropy(20_261_130 + n);
      const type = e.pick(TWINNING_TYPES);
      const plot = { type, ruleset: e.pick(RULESET_IDS), ahead: e.below(60) };
      const seeds = Array.from({ length: 12 }, () => e.below(2 ** 31));
      const { state: told } = new RandomStory({ ...plot, seeds }).tell();
      const claims = claimsHeld(told).map(({ key }) => key);
      // All stories are told of one pair and one committee, in which a claim is held once.
      const isHeld = claims.some((key) => held.has(key));
      const state = isHeld ? null : { ...told, id: randomUUID() };
      if (state === null) continue;
      for (const key of claims) held.add(key);
      states.push(state);
      await projectAgreement(asRead(engine.db), state, NOW);
    }
  }, 3_600_000);
  afterAll(() => engine.stop());

  const inbox = (who: Principal, of: 'me' | 'others', limit = 1_000_000) =>
    readingAs(asRead(engine.db), who, (trx) => dutiesWithCounts(trx, who, { of, limit }, AROUND));

  it.each(WHO)('has every open obligation of %s once, and no other', async (_, who) => {
    const expected = { me: [] as string[], others: [] as string[] };
    for (const state of states.filter((each) => canSee(who, each))) {
      const reading = { sections: sectionsFor(who, state), member: who.member };
      for (const duty of duties(state)) {
        for (const ower of owers(state, duty)) {
          const move = `${state.id} ${duty.id}`;
          if (isOwed(who, state, duty, ower)) expected.me.push(move);
          // What others owe in a part that is withheld is not told.
          else if (isDutyShown(reading, state, duty)) expected.others.push(move);
        }
      }
    }
    for (const whose of ['me', 'others'] as const) {
      const { rows, counts } = await inbox(who, whose);
      const shown = rows.map(({ agreement, id }) => `${agreement} ${id.replace(/#.*$/, '')}`);
      expect(shown.sort()).toEqual(expected[whose].sort());
      expect(new Set(rows.map(({ agreement, id }) => agreement + id)).size).toBe(rows.length);
      expect(counts).toEqual({
        all: rows.length,
        soon: rows.filter(({ due }) => due !== null && due <= new Date(AROUND.dueBy)).length,
        recent: rows.filter(({ since }) => since >= new Date(AROUND.sinceFrom)).length,
      });
    }
  });

  it.each(WHO)('counts the same for %s when only the beginning is shown', async (_, who) => {
    const [whole, first] = [await inbox(who, 'me'), await inbox(who, 'me', 3)];
    expect(first.counts).toEqual(whole.counts);
    expect(first.rows).toEqual(whole.rows.slice(0, 3));
  });

  it('counts as PostgreSQL does without any of this', async () => {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM read.duty WHERE desk = 'TMB_SEC'`.execute(engine.admin);
    expect((await inbox(cast.tmbSec, 'me')).counts.all).toBe(rows[0]?.n);
    const { rows: own } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM read.duty
       WHERE member = ${cast.lead.member}`.execute(engine.admin);
    expect(own[0]?.n).toBeGreaterThan(0);
    expect((await inbox(cast.lead, 'me')).counts.all).toBe(own[0]?.n);
  });
});
