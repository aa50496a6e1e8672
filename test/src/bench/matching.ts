import { Matching } from '@twinning/api';
import { day, type Principal } from '@twinning/domain';
import { asRegistry, clockFrom, migrateAll, openDatabase, type Db } from '@twinning/engine';
import { testDatabase } from '@twinning/infra/postgres';
import { importCommittees, importMembers, parseCommittees } from '@twinning/registry';
import { sql, type Kysely } from 'kysely';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { median, spread } from './load.js';

const data = (name: string) =>
  fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));
const COMMITTEES = data('iso_technical_committees-2025-07.jsonl');
const MEMBERS = data('iso-members.csv');
const ROUNDS = 31;
/** The first answers fill caches and compile; neither side is measured by them. */
const WARM = 5;
const AGREEMENTS = 2_000;
const LIMIT = 3;
const AS_OF = '2025-07-01';
const ON = day('2025-07-02');
const ASKED = {
  twinned: 1725,
  committee: 47878,
  type: 'P_MEMBER',
  limit: 20,
  weights: {},
} as const;

/** What was measured, in words, and whether it is within the limit; null where the data are not there. */
export interface Measured {
  readonly says: string;
  readonly holds: boolean | null;
}

/**
 * The API's own answer on ISO's whole registry, with countries, load and history of two thousand agreements, beside one
 * SQL aggregate over the memberships, in turn on the same connections.
 */
export async function matchingBesideAggregate(): Promise<Measured> {
  if (![COMMITTEES, MEMBERS].every((file) => existsSync(file))) {
    const says = 'Ranking of partners: skipped, the reference data are not beside the project.';
    return { says, holds: null };
  }
  const database = await testDatabase();
  const db = openDatabase({ url: database.adminUrl });
  try {
    await fill(db);
    return await measure(db);
  } finally {
    await db.destroy();
    await database.drop();
  }
}

/** Who is told of the twinnings of others too. */
const AUDITOR: Principal = {
  ...{ person: 'auditor', member: null, stepUp: false },
  grants: [{ role: 'AUDITOR' }],
};

async function measure(db: Db): Promise<Measured> {
  const matching = new Matching({ db, clock: clockFrom(() => Date.parse(`${ON}T12:00:00Z`)) });
  const took: { answer: number[]; aggregate: number[] } = { answer: [], aggregate: [] };
  let candidates = 0;
  for (let round = -WARM; round < ROUNDS; round += 1) {
    const aggregate = await timed(() =>
      sql`SELECT member, status, count(*) FROM registry.membership
        WHERE valid_from <= ${ON}::date AND (valid_to IS NULL OR ${ON}::date < valid_to)
        GROUP BY member, status`.execute(db),
    );
    const answer = await timed(async () => {
      ({ candidates } = await matching.rank(AUDITOR, { ...ASKED, on: ON }, 'en'));
    });
    if (round < 0) continue;
    took.aggregate.push(aggregate);
    took.answer.push(answer);
  }
  if (candidates === 0) throw new Error('The ranking found nobody: nothing was measured.');
  const ratios = took.answer.map((a, i) => a / (took.aggregate[i] ?? 0));
  const ratio = median(ratios);
  const says =
    `Ranking of ${String(candidates)} partners by the API's service, ${String(AGREEMENTS)} agreements: ` +
    `${median(took.answer).toFixed(1)} ms, one aggregate over the memberships ${median(took.aggregate).toFixed(1)} ms, ` +
    `ratio ${ratio.toFixed(2)} (${spread(ratios)}), limit ${String(LIMIT)}`;
  return { says, holds: ratio <= LIMIT };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The whole registry with the countries of its members, and agreements in force and over between them. */
async function fill(db: Db): Promise<void> {
  await migrateAll(db as unknown as Kysely<unknown>);
  const snapshot = await parseCommittees(await readFile(COMMITTEES, 'utf8'), 'jsonl');
  const registry = asRegistry(db);
  const committees = await importCommittees(registry, snapshot, { asOf: AS_OF });
  const csv = await readFile(MEMBERS, 'utf8');
  const members = await importMembers(registry, csv, { asOf: AS_OF });
  if (committees.kind === 'REFUSED' || members.kind === 'REFUSED') {
    throw new Error('The reference data were refused.');
  }
  // Two in three are in force, the others over; some of these of the very body and committee that is asked about.
  await sql`
    WITH members AS (SELECT array_agg(id ORDER BY id) AS ids, count(*)::int AS many FROM registry.member),
      committees AS (SELECT array_agg(id ORDER BY id) AS ids, count(*)::int AS many FROM registry.committee),
      made AS (
        INSERT INTO read.agreement (agreement, version, status, phase, type, lead, twinned, committee,
            ruleset, invited, start_day, end_day, created_at, updated_at)
        SELECT gen_random_uuid(), 1, CASE WHEN n % 3 = 0 THEN 'CLOSED' ELSE 'ACTIVE' END, 'EXECUTION',
               (ARRAY['P_MEMBER', 'CONVENOR', 'CHAIR', 'SECRETARIAT'])[1 + n / 3 % 4],
               m.ids[1 + n * 7 % m.many],
               CASE WHEN n % 60 = 0 THEN ${ASKED.twinned}::int ELSE m.ids[1 + (n * 7 + 1 + n % 11) % m.many] END,
               CASE WHEN n % 60 = 0 THEN ${ASKED.committee}::int ELSE c.ids[1 + n * 13 % c.many] END,
               'annex-st-2020', '{}', '2021-01-01', '2025-12-31', now(), now()
          FROM generate_series(1, ${AGREEMENTS}::int) n, members m, committees c
        RETURNING agreement, status)
    INSERT INTO read.stream_state (agreement, version, state)
    SELECT agreement, 1, CASE WHEN status = 'CLOSED' THEN '{"ending": {"ended": {"how": "EXPIRED"}}}' ELSE '{}' END::jsonb
      FROM made`.execute(db);
  await sql`ANALYZE`.execute(db);
}
