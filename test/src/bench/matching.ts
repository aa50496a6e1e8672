import { migrateAll } from '@twinning/engine';
import { testDatabase } from '@twinning/infra/postgres';
import { rankPartners, DEFAULT_WEIGHTS, rulesetById, type Candidate } from '@twinning/domain';
import {
  importCommittees,
  leadFacts,
  parseCommittees,
  type RegistryDatabase,
} from '@twinning/registry';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { median } from './load.js';

const FILE = fileURLToPath(
  new URL('../../../../shared/data/iso_technical_committees-2025-07.jsonl', import.meta.url),
);
const ROUNDS = 15;
const ASKED = { twinned: 1725, committee: 47878, asOf: '2025-07-02' };

/** A ranking of partners on ISO's whole registry beside one SQL aggregate over the memberships, in turn. */
export async function matchingBesideAggregate(): Promise<string> {
  if (!existsSync(FILE)) return 'Matching: skipped, the reference data are not beside the project.';
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 1 });
  const db = new Kysely<RegistryDatabase>({ dialect: new PostgresDialect({ pool }) });
  await migrateAll(db as unknown as Kysely<unknown>);
  const snapshot = await parseCommittees(await readFile(FILE, 'utf8'), 'jsonl');
  await importCommittees(db, snapshot, { asOf: '2025-07-01' });
  await sql`ANALYZE`.execute(db);
  const took: { ranking: number[]; aggregate: number[] } = { ranking: [], aggregate: [] };
  let ranked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let began = performance.now();
    await sql`SELECT member, status, count(*) FROM registry.membership
      WHERE valid_from <= ${ASKED.asOf}::date AND (valid_to IS NULL OR ${ASKED.asOf}::date < valid_to)
      GROUP BY member, status`.execute(db);
    took.aggregate.push(performance.now() - began);
    began = performance.now();
    ranked = await rank(db);
    took.ranking.push(performance.now() - began);
  }
  await db.destroy();
  await database.drop();
  const [ranking, aggregate] = [median(took.ranking), median(took.aggregate)];
  return (
    `Ranking of ${String(ranked)} partners: ${ranking.toFixed(1)} ms, one aggregate over the memberships ` +
    `${aggregate.toFixed(1)} ms: ${(ranking / aggregate).toFixed(2)} ×; limit 3 ×`
  );
}

async function rank(db: Kysely<RegistryDatabase>): Promise<number> {
  const facts = await leadFacts(db, ASKED);
  const own = { chairsOrConvenors: null, leadsNow: 0, led: 0 };
  const candidates = facts.map(
    (f): Candidate => ({ ...f, ...own, country: null, takenHere: false, ledSeekerHere: false }),
  );
  const seeker = { id: ASKED.twinned, country: null, committees: 39 };
  const rules = rulesetById('brochure-2021');
  return rankPartners({ seeker, type: 'P_MEMBER' }, candidates, DEFAULT_WEIGHTS, rules).matches
    .length;
}
