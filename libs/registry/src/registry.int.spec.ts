import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@twinning/infra/postgres';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import {
  committeeFact,
  committeeKnownSince,
  committeeMembers,
  experience,
  importCommittees,
  importMembers,
  loadReferenceSet,
  memberFact,
  membershipHistory,
  membershipStatus,
  migrateRegistry,
  parseCommittees,
  REFERENCE_DATE,
  findCommittees,
  findMembers,
  searchCommittees,
  searchMembers,
  type CommitteeChange,
  type RegistryDatabase,
} from './index.js';

const open = <DB>(url: string) =>
  new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 4 }) }),
  });

const GSA = 1747;
const NEN = 2027;
const AFNOR = 1738;
const COCOA = 5100987;
const WATER = 52834;

const named = (...ids: readonly number[]) => ids.map((id) => ({ id, acronym: `M${String(id)}` }));

interface RowOf {
  readonly status?: string;
  readonly secretariat?: number;
  readonly p: readonly number[];
  readonly o: readonly number[];
}

const row = (id: number, reference: string, { status = 'Active', secretariat, p, o }: RowOf) =>
  JSON.stringify({
    id,
    reference,
    status,
    title: { en: `Title of ${reference}`, fr: 'Forêts d’été' },
    secretariat: secretariat === undefined ? null : named(secretariat)[0],
    creationDate: '1990-01-01',
    parentId: null,
    pMembers: named(...p),
    oMembers: named(...o),
  });

const FIRST = [
  row(COCOA, 'ISO/TC 34/SC 18', { secretariat: AFNOR, p: [AFNOR, NEN], o: [GSA] }),
  row(WATER, 'ISO/TC 147', { p: [AFNOR], o: [NEN] }),
];
const SECOND = [
  row(COCOA, 'ISO/TC 34/SC 18', { secretariat: NEN, p: [NEN, GSA], o: [AFNOR] }),
  row(1, 'ISO/TC 999', { p: [GSA], o: [] }),
];

describe('the registry on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let admin: Kysely<unknown>;
  let db: Kysely<RegistryDatabase>;

  const take = async (rows: readonly string[], asOf: string, more = {}) =>
    importCommittees(db, await parseCommittees(rows.join('\n'), 'jsonl'), { asOf, ...more });

  const contents = async () => {
    const { rows } = await sql`SELECT
      (SELECT json_agg(m ORDER BY committee, member, valid_from) FROM registry.membership m) AS m,
      (SELECT json_agg(f ORDER BY committee, valid_from) FROM registry.committee_fact f) AS f,
      (SELECT json_agg(s ORDER BY member, valid_from) FROM registry.member_standing s) AS s,
      (SELECT json_agg(c ORDER BY id) FROM registry.committee c) AS c,
      (SELECT json_agg(p ORDER BY id) FROM registry.snapshot p) AS p`.execute(db);
    return rows;
  };

  beforeAll(async () => {
    database = await testDatabase();
    admin = open(database.adminUrl);
    await migrateRegistry(admin);
    await migrateRegistry(admin);
    db = open(database.appUrl);
  });

  beforeEach(async () => {
    await sql`TRUNCATE registry.snapshot, registry.member, registry.member_name, registry.member_standing,
      registry.committee, registry.committee_fact, registry.membership`.execute(admin);
  });

  afterAll(async () => {
    await db.destroy();
    await admin.destroy();
    await database.drop();
  });

  it('takes a first snapshot in, and the same again changes nothing', async () => {
    expect(await take(FIRST, '2025-07-01')).toMatchObject({
      kind: 'IMPORTED',
      committees: 2,
      members: 3,
      memberships: 5,
      changes: { committeesCreated: 2, joinedP: 0, joinedO: 0 },
    });
    const before = await contents();
    expect(await take(FIRST, '2025-07-01')).toMatchObject({
      changes: { committeesCreated: 0 },
      committeeChanges: [],
    });
    expect(await contents()).toEqual(before);
  });

  it('takes a file that leaves out many committees only when they have really ended', async () => {
    const many = [
      ...FIRST,
      ...[11, 12, 13].map((id) => row(id, `ISO/TC ${String(id)}`, { p: [GSA], o: [] })),
    ];
    const refusal = { kind: 'REFUSED', code: 'SNAPSHOT_LEAVES_OUT' };
    await take(many, '2025-07-01');
    const before = await contents();
    expect(await take(many.slice(0, 1), '2026-05-02')).toMatchObject(refusal);
    expect(await take(many.slice(0, 1), '2026-05-02', { dryRun: true })).toMatchObject({
      kind: 'IMPORTED',
      leftOut: 4,
    });
    expect(await contents()).toEqual(before);
    const some = await take(many.slice(0, 1), '2026-05-02', { coverage: 'SOME_COMMITTEES' });
    expect(some).toMatchObject({
      kind: 'IMPORTED',
      leftOut: 0,
      changes: { committeesDissolved: 0 },
    });
    const ended = await take(many.slice(0, 1), '2026-05-03', { dissolve: true });
    expect(ended).toMatchObject({ leftOut: 4, changes: { committeesDissolved: 4 } });
  });

  it('lets three committees end without a word', async () => {
    const four = [
      ...FIRST,
      ...[11, 12].map((id) => row(id, `ISO/TC ${String(id)}`, { p: [GSA], o: [] })),
    ];
    await take(four, '2025-07-01');
    expect(await take(four.slice(0, 1), '2026-05-02')).toMatchObject({
      leftOut: 0,
      changes: { committeesDissolved: 3 },
    });
  });

  it('dates the differences of a later snapshot and hands them out once per committee', async () => {
    await take(FIRST, '2025-07-01');
    const recorded: CommitteeChange[] = [];
    const record = (_: unknown, changes: readonly CommitteeChange[]) => {
      recorded.push(...changes);
      return Promise.resolve();
    };
    expect(await take(SECOND, '2026-05-02', { record })).toMatchObject({
      changes: {
        oToP: 1,
        pToO: 1,
        joinedP: 0,
        joinedO: 0,
        leftP: 0,
        leftO: 0,
        secretariatMoved: 1,
        committeesCreated: 1,
        committeesDissolved: 1,
      },
    });
    expect(recorded.map((c) => [c.committee, c.date, c.changes.map((x) => x.kind)])).toEqual([
      [COCOA, '2026-05-02', ['SECRETARIAT', 'MEMBERSHIP', 'MEMBERSHIP']],
      [1, '2026-05-02', ['CREATED', 'MEMBERSHIP']],
      [WATER, '2026-05-02', ['DISSOLVED']],
    ]);
    expect(await membershipHistory(db, GSA, COCOA)).toEqual([
      { from: '2025-07-01', to: '2026-05-02', status: 'O' },
      { from: '2026-05-02', to: null, status: 'P' },
    ]);
    expect(await membershipStatus(db, GSA, COCOA, '2025-08-01')).toBe('O');
    expect(await membershipStatus(db, GSA, COCOA, '2026-05-01')).toBe('O');
    expect(await membershipStatus(db, GSA, COCOA, '2026-05-02')).toBe('P');
    expect(await membershipStatus(db, GSA, COCOA, '2025-06-30')).toBeNull();
    expect(await committeeKnownSince(db, COCOA)).toBe('2025-07-01');
    expect(await committeeFact(db, COCOA, '2025-08-01')).toMatchObject({
      secretariatMemberId: AFNOR,
    });
    expect(await committeeFact(db, WATER, '2026-05-01')).toMatchObject({ status: 'ACTIVE' });
    expect(await committeeFact(db, WATER, '2026-05-02')).toMatchObject({ status: 'DISSOLVED' });
    expect(await experience(db, AFNOR, '2025-08-01')).toEqual({ pMemberships: 2, secretariats: 1 });
    expect(await experience(db, AFNOR, '2026-05-02')).toEqual({ pMemberships: 0, secretariats: 0 });
    expect((await committeeMembers(db, COCOA, '2026-05-02')).map((m) => [m.id, m.status])).toEqual([
      [GSA, 'P'],
      [NEN, 'P'],
      [AFNOR, 'O'],
    ]);
  });

  it('changes nothing by an older snapshot (D15), and replaces what began on the same day', async () => {
    await take(SECOND, '2026-05-02');
    const before = await contents();
    expect(await take(FIRST, '2025-07-01')).toMatchObject({ changes: { committeesCreated: 0 } });
    expect(await contents()).toEqual(before);
    await take(FIRST, '2026-05-02');
    expect(await membershipHistory(db, GSA, COCOA)).toEqual([
      { from: '2026-05-02', to: null, status: 'O' },
    ]);
  });

  it('refuses a snapshot with a bad row whole, or takes the rest and lists it', async () => {
    await take(FIRST, '2025-07-01');
    const before = await contents();
    const bad = [SECOND[0] ?? '', row(WATER, 'ISO/TC 147', { status: 'Asleep', p: [], o: [] })];
    expect(await take(bad, '2026-05-02')).toMatchObject({
      kind: 'REFUSED',
      code: 'BAD_ROWS',
      badRows: [{ line: 2, field: 'status', reason: 'UNKNOWN_STATUS', value: 'Asleep' }],
    });
    expect(await contents()).toEqual(before);
    expect(await take(bad, '2026-05-02', { skipBad: true })).toMatchObject({
      kind: 'IMPORTED',
      skipped: [{ line: 2 }],
      changes: { oToP: 1, committeesDissolved: 0 },
    });
    expect(await membershipStatus(db, AFNOR, WATER, '2026-05-03')).toBe('P');
  });

  it('refuses an empty snapshot, one without a date and one with two', async () => {
    const snapshot = await parseCommittees(FIRST.join('\n'), 'jsonl');
    expect(await take([], '2025-07-01')).toMatchObject({ code: 'SNAPSHOT_EMPTY' });
    expect(await take(FIRST, '2025-02-30')).toMatchObject({ code: 'SNAPSHOT_DATE_INVALID' });
    expect(await importCommittees(db, snapshot)).toMatchObject({ code: 'SNAPSHOT_DATE_MISSING' });
    const dated = { ...snapshot, date: '2025-07-02' };
    expect(await importCommittees(db, dated, { asOf: '2025-07-01' })).toMatchObject({
      code: 'SNAPSHOT_DATE_CONFLICT',
    });
    expect(await searchCommittees(db, '', 10)).toEqual([]);
  });

  it('undoes everything when a change cannot be recorded', async () => {
    const before = await contents();
    const record = () => Promise.reject(new Error('log is away'));
    await expect(take(FIRST, '2025-07-01', { record })).rejects.toThrow('log is away');
    expect(await contents()).toEqual(before);
  });

  it('lets two imports at once end as one after the other', async () => {
    const imports = await Promise.all([take(FIRST, '2025-07-01'), take(FIRST, '2025-07-01')]);
    const created = imports.map((i) => (i.kind === 'IMPORTED' ? i.changes.committeesCreated : -1));
    expect(created.sort()).toEqual([0, 2]);
  });

  it('adds country and category; what a file leaves open keeps its value', async () => {
    await take(FIRST, '2025-07-01');
    const heading = 'iso_member_id,acronym,country_en,country_alpha2,category,new_rights';
    const file = [
      heading,
      `${String(GSA)},X,Ghana,GH,unconfirmed,yes`,
      '7,NEW,Côte d’Ivoire,CI,full,',
    ];
    const options = { asOf: '2025-09-01', justification: 'Asked the member' };
    expect(await importMembers(db, file.join('\n'), options)).toMatchObject({
      kind: 'IMPORTED',
      members: 2,
      changed: 2,
      justified: true,
      warnings: [{ line: 2, member: GSA, code: 'CATEGORY_UNKNOWN', value: 'unconfirmed' }],
    });
    const before = await contents();
    expect(await importMembers(db, file.join('\n'), options)).toMatchObject({ changed: 0 });
    expect(await contents()).toEqual(before);
    expect(await memberFact(db, GSA, '2025-10-01')).toEqual({
      id: GSA,
      acronym: 'M1747',
      active: true,
      category: 'UNKNOWN',
      newRights: true,
      country: 'Ghana',
    });
    const later = [heading, `${String(GSA)},X,Ghana,GH,member_body,`].join('\n');
    expect(await importMembers(db, later, { asOf: '2025-08-31' })).toMatchObject({ changed: 0 });
    expect(await importMembers(db, later, { asOf: '2026-01-01' })).toMatchObject({ changed: 1 });
    expect(await memberFact(db, GSA, '2025-12-31')).toMatchObject({ category: 'UNKNOWN' });
    expect(await memberFact(db, GSA, '2026-01-01')).toMatchObject({
      category: 'FULL',
      newRights: true,
    });
    expect(await memberFact(db, 404, '2026-01-01')).toBeNull();
    expect(await searchMembers(db, "COTE d'iv", 5)).toMatchObject([{ id: 7, category: 'FULL' }]);
  });

  it('finds committees by reference and by title, accents, case and blanks aside', async () => {
    await take(FIRST, '2025-07-01');
    const found = async (text: string) => (await searchCommittees(db, text, 5)).map((c) => c.id);
    expect(await found('tc34/sc18')).toEqual([COCOA]);
    expect(await found('TC 147')).toEqual([WATER]);
    expect(await found('foret ETE')).toEqual([COCOA, WATER]);
    expect(await found('100%')).toEqual([]);
  });

  it('follows a new acronym under the same id', async () => {
    await take(FIRST, '2025-07-01');
    const renamed = FIRST.map((line) => line.replaceAll('M1747', 'GSA-GH'));
    expect(await take(renamed, '2026-05-02')).toMatchObject({
      committeeChanges: [],
      renamed: [{ member: GSA, from: 'M1747', to: 'GSA-GH' }],
    });
    expect((await memberFact(db, GSA, '2026-05-01'))?.acronym).toBe('M1747');
    expect((await memberFact(db, GSA, '2026-05-02'))?.acronym).toBe('GSA-GH');
    expect(await searchMembers(db, 'gsa-gh', 5)).toMatchObject([{ id: GSA }]);
  });

  it('loads the reference set, once, from the day that a demonstration asks for', async () => {
    await loadReferenceSet(db, { asOf: '2019-01-01' });
    const before = await contents();
    await loadReferenceSet(db, { asOf: '2019-01-01' });
    expect(await contents()).toEqual(before);
    await loadReferenceSet(db);
    expect(await searchMembers(db, '', 100)).toHaveLength(20);
    const called = async (text: string) =>
      (await searchMembers(db, text, 5)).map(({ acronym }) => acronym);
    expect(await called('allemagne')).toEqual(['DIN']);
    expect(await called('Pays-Bas')).toEqual(['NEN']);
    expect(await called('etats unis')).toEqual(['ANSI']);
    expect(await called('germany')).toEqual(['DIN']);
    // Page after page, none is left out and none comes twice.
    const pages = await Promise.all(
      [0, 8, 16, 24].map((from) => findMembers(db, '', { limit: 8, from })),
    );
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [20, 8],
      [20, 8],
      [20, 4],
      [20, 0],
    ]);
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(20);
    const committees = await findCommittees(db, 'food', { limit: 1, from: 1 });
    expect(committees.total).toBe((await searchCommittees(db, 'food', 500)).length);
    expect(await membershipStatus(db, GSA, COCOA, '2020-01-01')).toBe('P');
    expect(await membershipHistory(db, GSA, COCOA)).toHaveLength(1);
    expect(await experience(db, AFNOR, '2020-01-01')).toEqual({
      pMemberships: 652,
      secretariats: 82,
    });
    expect(await memberFact(db, GSA, REFERENCE_DATE)).toMatchObject({
      category: 'FULL',
      country: 'Ghana',
    });
  });
});
