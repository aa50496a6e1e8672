import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASI, IES } from '@twinning/domain/testing';
import type { CommitteeRow } from '@twinning/registry';
import { sql } from 'kysely';
import { checkRegistry } from './check-registry.js';
import { takeMembers, takeSnapshot } from './registry-import.js';
import { EngineUnderTest } from './testing/engine-under-test.js';

const ONE = 990_001;
const OTHER = 990_002;
const committee = (id: number, more: Partial<CommitteeRow> = {}): CommitteeRow => ({
  id,
  ...{ reference: `ISO/TC ${String(id)}`, status: 'ACTIVE', titleEn: 'One', titleFr: 'Un' },
  ...{ parent: null, secretariat: ASI, createdOn: null },
  members: new Map([
    [ASI, 'P'],
    [IES, 'O'],
  ]),
  ...more,
});
const MEMBERS = 'iso_member_id,acronym,country_en,country_alpha2,category,active';

describe('the registry beside what the record tells of it', () => {
  let engine: EngineUnderTest;
  const found = () => engine.db.transaction().execute((trx) => checkRegistry(trx, engine.log));
  const alters = (statement: string) => sql.raw(statement).execute(engine.admin);
  const snapshot = async (on: string, ...committees: readonly CommitteeRow[]) => {
    const members = new Map([
      [ASI, 'ASI'],
      [IES, 'IES'],
    ]);
    const file = { date: null, committees, members, badRows: [] };
    const options = { asOf: on, coverage: 'SOME_COMMITTEES' } as const;
    expect((await takeSnapshot(engine.db, engine.log, file, options)).kind).toBe('IMPORTED');
  };

  beforeAll(async () => {
    engine = await EngineUnderTest.start();
    await snapshot('2027-02-01', committee(ONE), committee(OTHER));
    await snapshot(
      '2027-03-01',
      committee(ONE, { status: 'SUSPENDED', titleEn: 'Two', members: new Map([[IES, 'P']]) }),
      committee(OTHER, { status: 'DISSOLVED' }),
    );
    await snapshot('2027-04-01', committee(OTHER, { status: 'STANDBY', secretariat: IES }));
    for (const [on, category, active] of [
      ['2027-02-01', 'FULL', 'yes'],
      ['2027-03-01', 'CORRESPONDENT', 'no'],
    ] as const) {
      const file = `${MEMBERS}\n990001,NEWB,Newland,NL,${category},${active}\n`;
      const taken = await takeMembers(engine.db, engine.log, file, { asOf: on });
      expect(taken).toMatchObject({ kind: 'IMPORTED', changed: 1 });
    }
  });
  afterAll(() => engine.stop());

  it('finds nothing where nothing is wrong, nor in what was there before the record', async () => {
    expect(await found()).toEqual([]);
  });

  const differs = (subject: string, what: string) => [
    { invariant: 'I6', subject: `registry/${subject}`, what },
  ];
  it.each([
    [
      `UPDATE registry.member_standing SET active = true WHERE member = 990001 AND valid_to IS NULL`,
      'member/990001',
      'registry.member_standing has active true, and the record has false',
    ],
    [
      `UPDATE registry.member_standing SET valid_from = '2027-03-02'
        WHERE member = 990001 AND valid_to IS NULL`,
      'member/990001',
      'registry.member_standing has valid_from "2027-03-02", and the record has "2027-03-01"',
    ],
    [
      `UPDATE registry.committee_fact SET status = 'ACTIVE' WHERE committee = ${String(ONE)} AND valid_to IS NULL`,
      `committee/${String(ONE)}`,
      'registry.committee_fact has status "ACTIVE", and the record has "SUSPENDED"',
    ],
    [
      `UPDATE registry.committee_fact SET title_en = 'X' WHERE committee = ${String(ONE)} AND valid_to IS NULL`,
      `committee/${String(ONE)}`,
      'registry.committee_fact has title_en "X", and the record has "Two"',
    ],
    [
      `UPDATE registry.committee_fact SET secretariat = ${String(ASI)} WHERE committee = ${String(OTHER)} AND valid_to IS NULL`,
      `committee/${String(OTHER)}`,
      `registry.committee_fact has secretariat ${String(ASI)}, and the record has ${String(IES)}`,
    ],
    [
      `DELETE FROM registry.committee_fact WHERE committee = ${String(OTHER)}`,
      `committee/${String(OTHER)}`,
      'registry.committee_fact is not there, and the record has it',
    ],
    [
      `UPDATE registry.membership SET status = 'O' WHERE committee = ${String(ONE)} AND valid_to IS NULL`,
      `committee/${String(ONE)}`,
      `registry.membership of ${String(IES)} has status "O", and the record has "P"`,
    ],
    [
      `DELETE FROM registry.membership WHERE committee = ${String(OTHER)} AND member = ${String(ASI)}`,
      `committee/${String(OTHER)}`,
      `registry.membership of ${String(ASI)} is not there, and the record has it`,
    ],
  ])('names the first difference: %s', async (statement, subject, what) => {
    const tables = ['member_standing', 'committee_fact', 'membership'];
    for (const table of tables)
      await alters(`CREATE TABLE kept_${table} AS TABLE registry.${table}`);
    await alters(statement);
    expect(await found()).toEqual(differs(subject, what));
    for (const table of tables) {
      await alters(`DELETE FROM registry.${table}`);
      await alters(`INSERT INTO registry.${table} SELECT * FROM kept_${table}`);
      await alters(`DROP TABLE kept_${table}`);
    }
    expect(await found()).toEqual([]);
  });

  it('names a membership of which the record tells nothing, unless an extract may have left it out', async () => {
    await alters(`INSERT INTO registry.membership (committee, member, status, valid_from)
                  VALUES (${String(ONE)}, ${String(ASI)}, 'P', '2027-03-01')`);
    expect(await found()).toEqual([]);
    await alters(`UPDATE registry.snapshot SET complete = true`);
    expect(await found()).toEqual(
      differs(
        `committee/${String(ONE)}`,
        `registry.membership of ${String(ASI)} is there, and the record has none`,
      ),
    );
  });

  it('names what it cannot read of the record, and judges the rest', async () => {
    const stream = `registry/committee/${String(ONE)}`;
    const alter = (by: number) =>
      engine.admin.transaction().execute(async (trx) => {
        await sql`SET LOCAL session_replication_role = replica`.execute(trx);
        await sql`UPDATE log.event SET schema_version = schema_version + ${by}
                   WHERE stream = ${stream} AND version = 1`.execute(trx);
      });
    const before = await found();
    await alter(1);
    const faults = await found();
    await alter(-1);
    const what = expect.stringContaining('cannot be folded: event');
    const others = before.filter(({ subject }) => subject !== stream);
    expect(faults).toEqual([{ invariant: 'I6', subject: stream, what }, ...others]);
    expect(await found()).toEqual(before);
  });
});
