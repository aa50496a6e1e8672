import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import {
  experience,
  loadReferenceSet,
  activeOn,
  memberFact,
  membersInCommittee,
  type MemberActivity,
  membershipHistory,
  membershipStatus,
  migrateRegistry,
  referenceSet,
  type RegistryDatabase,
} from './index.js';

describe('members in one round trip', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let db: Kysely<RegistryDatabase>;

  beforeAll(async () => {
    database = await testDatabase();
    const pool = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
    db = new Kysely<RegistryDatabase>({ dialect: new PostgresDialect({ pool }) });
    await sql`DO $$ BEGIN CREATE ROLE twinning_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$`.execute(
      db,
    );
    await migrateRegistry(db as unknown as Kysely<unknown>);
    await loadReferenceSet(db);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const activity = async (id: number) => {
    const { rows } = await sql<{ activity: MemberActivity | null }>`
      SELECT registry.member_activity(${id}) AS activity`.execute(db);
    return rows[0]?.activity ?? null;
  };

  it.each(['2020-01-01', '2025-07-01', '2027-03-01'])(
    'are what the single questions answer, for every member on %s',
    async (day) => {
      const ids = [...referenceSet.committees.members.keys()];
      for (const committee of [47878, 45020, null]) {
        const all = await membersInCommittee(db, [...ids, 999_999], committee, day);
        expect(all.map((m) => m.id).sort()).toEqual([...ids].sort());
        for (const member of all) {
          const status =
            committee === null ? null : await membershipStatus(db, member.id, committee, day);
          const history =
            committee === null ? [] : await membershipHistory(db, member.id, committee);
          expect(activeOn(await activity(member.id), day)).toBe(member.active);
          const since = history.find((h) => h.from <= day && (h.to === null || day < h.to));
          expect(member).toEqual({
            ...(await memberFact(db, member.id, day)),
            ...(await experience(db, member.id, day)),
            status,
            statusSince: since?.from ?? null,
          });
        }
      }
    },
  );

  it('is a member of a subcommittee or of its parent by that one alone (PM-5)', async () => {
    const { rows } = await sql<{ committee: number; parent: number }>`
      SELECT f.committee, f.parent FROM registry.committee_fact f JOIN registry.committee p ON p.id = f.parent
       WHERE f.valid_to IS NULL ORDER BY f.committee LIMIT 1`.execute(db);
    const [{ committee, parent } = { committee: 0, parent: 0 }] = rows;
    const [above = 0, below = 0] = referenceSet.committees.members.keys();
    const enrols = (of: number, member: number) =>
      sql`INSERT INTO registry.membership (committee, member, status, valid_from)
          VALUES (${of}, ${member}, 'P', '2026-01-01')`.execute(db);
    await sql`
      DELETE FROM registry.membership
       WHERE committee IN (${committee}, ${parent}) AND member IN (${above}, ${below})`.execute(db);
    await enrols(parent, above);
    await enrols(committee, below);
    const statuses = async (of: number) => {
      const both = await membersInCommittee(db, [above, below], of, '2027-03-01');
      return Object.fromEntries(both.map(({ id, status }) => [id, status]));
    };
    expect(await statuses(parent)).toEqual({ [above]: 'P', [below]: null });
    expect(await statuses(committee)).toEqual({ [above]: null, [below]: 'P' });
    expect(await membershipStatus(db, above, committee, '2027-03-01')).toBeNull();
    expect(await membershipStatus(db, below, parent, '2027-03-01')).toBeNull();
  });

  it('are absent when the registry does not know them', async () => {
    expect(activeOn(await activity(999_999), '2027-01-01')).toBeNull();
  });
});
