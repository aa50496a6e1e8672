import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import {
  leadFacts,
  loadReferenceSet,
  membersInCommittee,
  migrateRegistry,
  type RegistryDatabase,
} from './index.js';

const IES = 1725;
const COMMITTEE = 47878;

describe('facts for the choice of a lead', () => {
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

  it.each(['2025-07-01', '2027-03-01'])(
    'are what a decision reads of the same members on %s',
    async (asOf) => {
      const facts = await leadFacts(db, { twinned: IES, committee: COMMITTEE, asOf });
      const ids = facts.map((f) => f.id);
      const read = await membersInCommittee(db, ids, COMMITTEE, asOf);
      expect(facts.length).toBe(read.length);
      for (const member of read) {
        expect(facts.find((f) => f.id === member.id)).toMatchObject({
          acronym: member.acronym,
          active: member.active,
          category: member.category,
          newRights: member.newRights,
          status: member.status,
          pMemberships: member.pMemberships,
          secretariats: member.secretariats,
        });
      }
    },
  );

  it('count the committees in common as the memberships say', async () => {
    const asOf = '2025-07-01';
    const facts = await leadFacts(db, { twinned: IES, committee: COMMITTEE, asOf });
    for (const { id, shared, holdsSecretariat } of facts) {
      const { rows } = await sql<{ n: number; holds: boolean }>`
        SELECT (SELECT count(*)::int FROM registry.membership a JOIN registry.membership b USING (committee)
           WHERE a.member = ${id} AND a.status = 'P' AND b.member = ${IES}
             AND a.valid_to IS NULL AND b.valid_to IS NULL) AS n,
         EXISTS (SELECT FROM registry.committee_fact WHERE committee = ${COMMITTEE}
           AND secretariat = ${id} AND valid_to IS NULL) AS holds`.execute(db);
      expect({ id, shared, holdsSecretariat }).toEqual({
        id,
        shared: rows[0]?.n,
        holdsSecretariat: rows[0]?.holds,
      });
    }
    expect(facts.some((f) => f.shared > 1)).toBe(true);
    expect(facts.filter((f) => f.holdsSecretariat)).toHaveLength(1);
  });
});
