import { describe, expect, it } from '@jest/globals';
import { describeBadRow } from '../bad-row.js';
import { parseCommittees } from './parse.js';

const cocoa = {
  id: 5100987,
  reference: 'ISO/TC 34/SC 18',
  status: 'Active',
  title: { en: 'Cocoa' },
  secretariat: { id: 1803, acronym: 'INSO' },
  creationDate: '2014-02-14',
  parentId: 47858,
  pMembers: [{ id: 1747, acronym: 'GSA' }],
  oMembers: [{ id: 2027, acronym: 'NEN' }],
};

const lines = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');

const HEADING =
  'id,reference,status,title.en,title.fr,secretariat.id,secretariat.acronym,creationDate,scope.en,parentId,pMembers.id,pMembers.acronym,oMembers.id,oMembers.acronym';
const COCOA_CSV =
  '5100987,ISO/TC 34/SC 18,Active,Cocoa,Cacao,1803,INSO,2014-02-14,"two\nlines",47858,"[1747, 1738]","[GSA, AFNOR]",[2027],[NEN]';

const faults = async (text: string, format: 'jsonl' | 'csv' = 'jsonl') =>
  (await parseCommittees(text, format)).badRows.map(({ line, field, reason, id }) => ({
    line,
    field,
    reason,
    id,
  }));

describe('a committee file', () => {
  it('reads JSON lines: P and O by member id, an absent French title as not known', async () => {
    const { committees, members, badRows, date } = await parseCommittees(lines(cocoa), 'jsonl');
    expect(badRows).toEqual([]);
    expect(date).toBeNull();
    expect(committees).toEqual([
      {
        id: 5100987,
        reference: 'ISO/TC 34/SC 18',
        status: 'ACTIVE',
        titleEn: 'Cocoa',
        titleFr: null,
        parent: 47858,
        secretariat: 1803,
        createdOn: '2014-02-14',
        members: new Map([
          [1747, 'P'],
          [2027, 'O'],
        ]),
      },
    ]);
    expect([...members]).toEqual([
      [1747, 'GSA'],
      [2027, 'NEN'],
      [1803, 'INSO'],
    ]);
  });

  it('reads CSV with bracketed lists and cells over several lines', async () => {
    const { committees, badRows } = await parseCommittees(`${HEADING}\n${COCOA_CSV}\n`, 'csv');
    expect(badRows).toEqual([]);
    expect(committees[0]?.titleFr).toBe('Cacao');
    expect([...(committees[0]?.members ?? [])]).toEqual([
      [1747, 'P'],
      [1738, 'P'],
      [2027, 'O'],
    ]);
  });

  it.each(['jsonl', 'csv'] as const)('reads %s with BOM and CRLF', async (format) => {
    const text =
      format === 'jsonl' ? lines(cocoa, { ...cocoa, id: 2 }) : `${HEADING}\n${COCOA_CSV}`;
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n`;
    const { committees, badRows } = await parseCommittees(windows, format);
    expect(badRows).toEqual([]);
    expect(committees[0]?.id).toBe(5100987);
  });

  it('reads a stream whose bytes break inside a letter', async () => {
    const bytes = new TextEncoder().encode(
      `\uFEFF${lines({ ...cocoa, title: { en: 'Cocoa', fr: 'Forêts' } })}`,
    );
    async function* oneByOne() {
      for (const byte of bytes) yield await Promise.resolve(Uint8Array.of(byte));
    }
    expect((await parseCommittees(oneByOne(), 'jsonl')).committees[0]?.titleFr).toBe('Forêts');
  });

  it('takes the date that the rows carry, and faults a row with another', async () => {
    const rows = lines(
      { ...cocoa, snapshotDate: '2026-05-02' },
      { ...cocoa, id: 2, snapshotDate: '2026-05-03' },
    );
    expect((await parseCommittees(rows, 'jsonl')).date).toBe('2026-05-02');
    expect(await faults(rows)).toEqual([
      { line: 2, field: 'snapshotDate', reason: 'DATE_DIFFERS', id: 2 },
    ]);
  });
});

describe('a bad row is listed with its line, field and reason', () => {
  const { pMembers, ...withoutList } = cocoa;
  it.each([
    ['an unknown status', { ...cocoa, status: 'Asleep' }, 'status', 'UNKNOWN_STATUS'],
    ['an id that is no number', { ...cocoa, id: 'abc' }, 'id', 'NOT_AN_ID'],
    ['an id too large to be stored', { ...cocoa, id: 3_000_000_000 }, 'id', 'NOT_AN_ID'],
    ['a missing reference', { ...cocoa, reference: null }, 'reference', 'MISSING'],
    ['a blank title', { ...cocoa, title: { en: ' ' } }, 'title.en', 'MISSING'],
    [
      'a character that cannot be stored',
      { ...cocoa, title: { en: 'a\u0000' } },
      'title.en',
      'NOT_TEXT',
    ],
    ['a missing list', withoutList, 'pMembers', 'MISSING'],
    ['a list that is none', { ...cocoa, oMembers: 'NEN' }, 'oMembers', 'NOT_A_LIST'],
    ['a date that is none', { ...cocoa, creationDate: '2014-02-30' }, 'creationDate', 'NOT_A_DAY'],
    ['a member both P and O', { ...cocoa, oMembers: pMembers }, 'oMembers.id', 'BOTH_P_AND_O'],
    [
      'a member twice',
      { ...cocoa, pMembers: [...pMembers, ...pMembers] },
      'pMembers.id',
      'DUPLICATE_MEMBER',
    ],
    ['a member without id', { ...cocoa, pMembers: [{ acronym: 'GSA' }] }, 'pMembers.id', 'MISSING'],
  ])('%s', async (_, row, field, reason) => {
    const id = field === 'id' ? null : cocoa.id;
    expect(await faults(lines({ ...cocoa, id: 1 }, row))).toEqual([{ line: 2, field, reason, id }]);
  });

  it('a duplicate id: the second row', async () => {
    expect(await faults(lines(cocoa, cocoa))).toEqual([
      { line: 2, field: 'id', reason: 'DUPLICATE_ID', id: cocoa.id },
    ]);
  });

  it('a broken JSON line and one that is no object', async () => {
    expect(await faults(`${lines(cocoa)}\n{"id": 1,\n[1]`)).toEqual([
      { line: 2, field: null, reason: 'BROKEN_JSON', id: null },
      { line: 3, field: null, reason: 'NOT_AN_OBJECT', id: null },
    ]);
  });

  it('CSV: the line on which the row begins, whatever its cells span', async () => {
    const text = [HEADING, COCOA_CSV, COCOA_CSV.replace('5100987', 'x'), '1,2'].join('\n');
    expect(await faults(text, 'csv')).toEqual([
      { line: 4, field: 'id', reason: 'NOT_AN_ID', id: null },
      { line: 6, field: null, reason: 'COLUMN_COUNT', id: null },
    ]);
  });

  it('CSV: lists of different lengths, and a list without brackets', async () => {
    const text = [
      HEADING,
      COCOA_CSV.replace('[GSA, AFNOR]', '[GSA]'),
      COCOA_CSV.replace('[2027]', '2027'),
    ].join('\n');
    expect(await faults(text, 'csv')).toEqual([
      { line: 2, field: 'pMembers.acronym', reason: 'LIST_LENGTHS_DIFFER', id: cocoa.id },
      { line: 4, field: 'oMembers.id', reason: 'NOT_A_LIST', id: cocoa.id },
    ]);
  });

  it('CSV: a heading without a needed column, and an unclosed quote', async () => {
    const heading = HEADING.replace('oMembers.id', 'x');
    expect(await faults(`${heading}\n${COCOA_CSV}`, 'csv')).toEqual([
      { line: 1, field: 'oMembers.id', reason: 'COLUMN_MISSING', id: null },
    ]);
    expect(await faults(`${HEADING}\n1,"open`, 'csv')).toMatchObject([{ reason: 'BROKEN_CSV' }]);
  });

  it('reads as a sentence in both languages', async () => {
    const { badRows } = await parseCommittees(lines({ ...cocoa, status: 'Asleep' }), 'jsonl');
    const row = badRows[0];
    if (row === undefined) throw new Error('expected a bad row');
    expect(describeBadRow(row, 'en')).toBe('Line 1: status “Asleep” is not a known status');
    expect(describeBadRow(row, 'fr')).toBe(
      'Ligne 1\u00a0: status «\u00a0Asleep\u00a0» n’est pas un statut connu',
    );
  });
});
