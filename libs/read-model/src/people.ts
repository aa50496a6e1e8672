import { noStaff, NO_STANDING, type Staff, type Standing } from '@twinning/domain';
import { sql, type ColumnType, type Kysely } from 'kysely';
import { given, isAll } from './reader-settings.js';
import type { ReadDatabase } from './schema.js';

type Jsonb = ColumnType<unknown, string, string>;

/** The people of one body as its stream has them. */
export interface StaffTable {
  body: number;
  version: number;
  state: Jsonb;
}
/** One person in one body: what an API request and a decision look up. */
export interface PersonTable {
  body: number;
  person: string;
  state: string;
  grants: Jsonb;
}
export interface DelegationTable {
  body: number;
  id: string;
  to_person: string;
  delegation: Jsonb;
}

const TABLES = ['staff', 'person', 'delegation'] as const;
const OF_BODY = `(${isAll('staff')} OR body = (SELECT nullif(${given('staff')}, '*')::integer))`;

/** Run by `migrateReadModel`, after the roles are there. Names are in none of these tables: they stay sealed in the log. */
export const peopleTables: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS read.staff (
     body integer PRIMARY KEY,
     version integer NOT NULL,
     state jsonb NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS read.person (
     body integer NOT NULL,
     person text NOT NULL,
     state text NOT NULL,
     grants jsonb NOT NULL,
     PRIMARY KEY (person, body))`,
  `CREATE TABLE IF NOT EXISTS read.delegation (
     body integer NOT NULL,
     id text NOT NULL,
     to_person text NOT NULL,
     delegation jsonb NOT NULL,
     PRIMARY KEY (body, id))`,
  `CREATE INDEX IF NOT EXISTS delegation_to ON read.delegation (to_person)`,
  // The domain's Standing of one person, in one look-up.
  `CREATE OR REPLACE FUNCTION read.standing(who text) RETURNS jsonb LANGUAGE sql STABLE AS $$
     SELECT jsonb_build_object(
       'entries', coalesce((SELECT jsonb_agg(jsonb_build_object('body', p.body, 'state', p.state, 'grants', p.grants,
                                                                'accepted', coalesce((s.state #>> ARRAY['people', who, 'accepted'])::boolean, false))
                                               || jsonb_strip_nulls(jsonb_build_object('by', s.state #> ARRAY['people', who, 'by']))
                                             ORDER BY p.body)
                              FROM read.person p LEFT JOIN read.staff s ON s.body = p.body WHERE p.person = who), '[]'::jsonb),
       'delegations', coalesce((SELECT jsonb_agg(d.delegation || jsonb_build_object('body', d.body, 'held', coalesce(h.grants, '[]'::jsonb))
                                                 ORDER BY d.body, d.id)
                                  FROM read.delegation d
                                  LEFT JOIN read.person h ON h.body = d.body AND h.person = d.delegation->>'from' AND h.state = 'ACTIVE'
                                 WHERE d.to_person = who), '[]'::jsonb))
   $$`,
  `GRANT EXECUTE ON FUNCTION read.standing TO twinning_app`,
  ...TABLES.flatMap((table) => [
    `GRANT SELECT, INSERT, UPDATE, DELETE ON read.${table} TO twinning_app`,
    `GRANT SELECT ON read.${table} TO twinning_reader`,
    `ALTER TABLE read.${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE read.${table} FORCE ROW LEVEL SECURITY`,
    `DROP POLICY IF EXISTS application ON read.${table}`,
    `CREATE POLICY application ON read.${table} TO twinning_app USING (true) WITH CHECK (true)`,
    `DROP POLICY IF EXISTS reader ON read.${table}`,
    `CREATE POLICY reader ON read.${table} FOR SELECT TO twinning_reader
       USING (${OF_BODY})`,
  ]),
  // Whoever is invited by a body has an entry there; of that body's state the API shows no more than that entry.
  `DROP POLICY IF EXISTS own_entry ON read.person`,
  `CREATE POLICY own_entry ON read.person FOR SELECT TO twinning_reader USING (person = ${given('actor')})`,
  `DROP POLICY IF EXISTS invited ON read.staff`,
  `CREATE POLICY invited ON read.staff FOR SELECT TO twinning_reader
     USING (EXISTS (SELECT FROM read.person p
                     WHERE p.body = staff.body AND p.person = ${given('actor')} AND p.state <> 'ENDED'))`,
];

/** The people of a body as of the last event. */
export async function loadStaff(db: Kysely<ReadDatabase>, body: number): Promise<Staff> {
  const row = await db
    .selectFrom('read.staff')
    .select('state')
    .where('body', '=', body)
    .executeTakeFirst();
  return (row?.state as Staff | undefined) ?? noStaff(body);
}

/** Everything recorded of one person, in whatever body. */
export async function loadStanding(db: Kysely<ReadDatabase>, person: string): Promise<Standing> {
  const { rows } = await sql<{ standing: Standing }>`
    SELECT read.standing(${person}) AS standing`.execute(db);
  return rows[0]?.standing ?? NO_STANDING;
}

/** Writes what the read model shows of a body's people, inside the transaction that appended the events. */
export async function projectStaff(trx: Kysely<ReadDatabase>, staff: Staff): Promise<void> {
  const { body, version } = staff;
  await trx.deleteFrom('read.person').where('body', '=', body).execute();
  await trx.deleteFrom('read.delegation').where('body', '=', body).execute();
  const state = JSON.stringify(staff);
  await trx
    .insertInto('read.staff')
    .values({ body, version, state })
    .onConflict((c) => c.column('body').doUpdateSet({ version, state }))
    .execute();
  const people = Object.values(staff.people).map((p) => ({
    body,
    person: p.person,
    state: p.state,
    grants: JSON.stringify(p.grants),
  }));
  if (people.length > 0) await trx.insertInto('read.person').values(people).execute();
  const delegations = staff.delegations.map((d) => ({
    body,
    id: d.id,
    to_person: d.to,
    delegation: JSON.stringify(d),
  }));
  if (delegations.length > 0) await trx.insertInto('read.delegation').values(delegations).execute();
}

/** Every body that has people of its own in the read model. */
export const listStaff = async (db: Kysely<ReadDatabase>): Promise<readonly Staff[]> =>
  (await db.selectFrom('read.staff').select('state').orderBy('body').execute()).map(
    (row) => row.state as Staff,
  );

/** The bodies one of whose people sits on the TMB, as the Central Secretariat has given the seats. */
export async function tmbBodies(db: Kysely<ReadDatabase>): Promise<readonly number[]> {
  const { rows } = await sql<{ body: number }>`
    SELECT DISTINCT body FROM read.person
     WHERE state = 'ACTIVE' AND grants @> '[{"role": "TMB_MEMBER"}]' ORDER BY body`.execute(db);
  return rows.map((row) => row.body);
}

/** Forgets the people of a body. */
export async function clearStaff(trx: Kysely<ReadDatabase>, body: number): Promise<void> {
  for (const table of TABLES) {
    await sql`DELETE FROM ${sql.table(`read.${table}`)} WHERE body = ${body}`.execute(trx);
  }
}
