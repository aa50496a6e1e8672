import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import {
  experience,
  importCommittees,
  importMembers,
  loadReferenceSet,
  memberFact,
  membershipHistory,
  membershipStatus,
  migrateRegistry,
  parseCommittees,
  type RegistryDatabase,
} from './index.js';

const DATA = new URL('../../../../shared/data/', import.meta.url);
const FILES = {
  jsonl: new URL('iso_technical_committees-2025-07.jsonl', DATA),
  csv: new URL('iso_technical_committees-format-sample.csv', DATA),
  members: new URL('iso-members.csv', DATA),
};
const there = Object.values(FILES).every((file) => existsSync(file));
if (!there) console.warn('Skipped: the reference data (../shared/data) are not there.');

const GSA = 1747;
const COCOA = 5100987;
const LATER = '2026-05-02';

interface JsonCommittee {
  readonly id: number;
  readonly secretariat: { readonly id: number | null };
  pMembers: { readonly id: number }[] | null;
  oMembers: { readonly id: number }[] | null;
}

/** The committee's P-member moved to the O-members, or to nowhere. */
function movePMember(committee: JsonCommittee, member: number, to: 'O' | null): JsonCommittee {
  const moved = committee.pMembers?.filter((m) => m.id === member) ?? [];
  return {
    ...committee,
    pMembers: committee.pMembers?.filter((m) => m.id !== member) ?? null,
    oMembers: [...(committee.oMembers ?? []), ...(to === 'O' ? moved : [])],
  };
}

if (!there)
  process.emitWarning(`The tests on ISO Open Data are skipped: ${FILES.jsonl.href} is not there.`);

describe('ISO Open Data', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let pool: pg.Pool;
  let db: Kysely<RegistryDatabase>;

  /** A test on the reference data, which are not part of the product. */
  const withData = (
    title: string,
    test: (data: { jsonl: string; csv: string; members: string }) => Promise<void>,
  ) =>
    (there ? it : it.skip)(
      there ? title : `${title} (skipped: no reference data here)`,
      async () => {
        const [jsonl, csv, members] = await Promise.all([
          readFile(FILES.jsonl, 'utf8'),
          readFile(FILES.csv, 'utf8'),
          readFile(FILES.members, 'utf8'),
        ]);
        await test({ jsonl, csv, members });
      },
    );

  const importText = async (text: string, asOf: string) =>
    importCommittees(db, await parseCommittees(text, 'jsonl'), { asOf });

  beforeAll(async () => {
    database = await testDatabase();
    pool = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
    db = new Kysely<RegistryDatabase>({ dialect: new PostgresDialect({ pool }) });
    await migrateRegistry(db as unknown as Kysely<unknown>);
  });

  beforeEach(async () => {
    await sql`TRUNCATE registry.snapshot, registry.member, registry.member_name, registry.member_standing,
      registry.committee, registry.committee_fact, registry.membership`.execute(db);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const NOTHING = { oToP: 0, pToO: 0, joinedP: 0, joinedO: 0, leftP: 0, leftO: 0 };

  withData('gives the known counts, and nothing the second time', async ({ jsonl }) => {
    expect(await importText(jsonl, '2025-07-01')).toMatchObject({
      kind: 'IMPORTED',
      committees: 785,
      members: 161,
      memberships: 30_617,
      changes: { ...NOTHING, committeesCreated: 785, committeesDissolved: 0 },
    });
    expect(await importText(jsonl, '2025-07-01')).toMatchObject({
      memberships: 30_617,
      changes: { ...NOTHING, secretariatMoved: 0, committeesCreated: 0, committeesDissolved: 0 },
      committeeChanges: [],
    });
    expect(await membershipStatus(db, GSA, COCOA, '2025-08-01')).toBe('P');
    expect(await experience(db, 1529, '2025-08-01')).toEqual({
      pMemberships: 371,
      secretariats: 3,
    });
  });

  withData('takes nobody for newly joined over the reference set', async ({ jsonl }) => {
    await loadReferenceSet(db);
    expect(await importText(jsonl, '2025-07-01')).toMatchObject({
      changes: { ...NOTHING, secretariatMoved: 0, committeesCreated: 773 },
    });
    await loadReferenceSet(db);
    const { rows } = await sql`SELECT count(*)::int AS n FROM registry.membership`.execute(db);
    expect(rows).toEqual([{ n: 30_617 }]);
  });

  withData('finds what a later snapshot changed', async ({ jsonl }) => {
    await importText(jsonl, '2025-07-01');
    const later = jsonl
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as JsonCommittee)
      .filter((c) => c.id !== 52834)
      .map((c) => (c.id === COCOA ? movePMember(c, GSA, 'O') : c))
      .map((c) => (c.id === 48602 ? movePMember(c, 1529, null) : c))
      .map((c) => (c.id === 48750 ? { ...c, secretariat: { id: 1511, acronym: 'DIN' } } : c));
    const text = later.map((c) => JSON.stringify(c)).join('\n');
    const imported = await importText(text, LATER);
    expect(imported).toMatchObject({
      committees: 784,
      changes: { ...NOTHING, pToO: 1, leftP: 1, secretariatMoved: 1, committeesDissolved: 1 },
    });
    if (imported.kind === 'REFUSED') throw new Error(imported.code);
    expect(imported.committeeChanges.map((c) => c.committee).sort()).toEqual(
      [48602, 48750, 52834, COCOA].sort(),
    );
    expect(await membershipHistory(db, GSA, COCOA)).toEqual([
      { from: '2025-07-01', to: LATER, status: 'P' },
      { from: LATER, to: null, status: 'O' },
    ]);
  });

  withData('reads the CSV format: an extract leaves the other committees alone', async (data) => {
    await importText(data.jsonl, '2025-07-01');
    const snapshot = await parseCommittees(Readable.from([Buffer.from(data.csv)]), 'csv');
    const options = { asOf: LATER, coverage: 'SOME_COMMITTEES' } as const;
    const imported = await importCommittees(db, snapshot, options);
    expect(imported).toMatchObject({
      kind: 'IMPORTED',
      committees: 25,
      changes: { committeesCreated: 0, committeesDissolved: 0 },
      skipped: [],
    });
    if (imported.kind === 'REFUSED') throw new Error(imported.code);
    expect(imported.changes.joinedP).toBeGreaterThan(0);
    expect(imported.renamed).toContainEqual({ member: 1759, from: 'NQIS ELOT', to: 'ELOT' });
  });

  withData('adds the members’ countries, keyed on the id', async ({ jsonl, members }) => {
    await importText(jsonl, '2025-07-01');
    expect(await importMembers(db, members, { asOf: '2026-05-02' })).toMatchObject({
      kind: 'IMPORTED',
      members: 163,
      changed: 163,
      justified: false,
      skipped: [],
    });
    expect(await memberFact(db, 1759, '2026-05-03')).toMatchObject({
      acronym: 'NQIS ELOT',
      category: 'FULL',
      country: 'Greece',
    });
  });

  withData('imports in three times a plain COPY and a second at most', async ({ jsonl }) => {
    const beforeImport = performance.now();
    await importText(jsonl, '2025-07-01');
    const importing = performance.now() - beforeImport;
    const { rows } = await sql<{ line: string }>`
      SELECT concat_ws(E'\t', committee, member, status, valid_from, '\\N') || E'\n' AS line
      FROM registry.membership`.execute(db);
    await sql`CREATE TABLE plain (LIKE registry.membership INCLUDING ALL)`.execute(db);
    const client = await pool.connect();
    const beforeCopy = performance.now();
    await pipeline(
      Readable.from(rows.map((r) => r.line)),
      client.query(from('COPY plain FROM STDIN')),
    );
    const copying = performance.now() - beforeCopy;
    client.release();
    const copied = await sql`SELECT count(*)::int AS n FROM plain`.execute(db);
    expect(copied.rows).toEqual([{ n: 30_617 }]);
    expect(importing).toBeLessThan(3 * copying + 1_000);
  });
});
