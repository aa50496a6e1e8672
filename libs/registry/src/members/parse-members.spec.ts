import { describe, expect, it } from '@jest/globals';
import { parseMembers } from './parse-members.js';

const HEADING = 'iso_member_id,acronym,country_en,country_alpha2,country_basis,category';

const file = (...rows: readonly string[]) => [HEADING, ...rows].join('\r\n');

describe('the members’ file', () => {
  it('gives country and category by member id', () => {
    const { members, warnings, badRows } = parseMembers(
      file('1747,GSA,Ghana,GH,confirmed,member_body', '7,ABC,"Land, of",AB,x,Correspondent'),
    );
    expect([warnings, badRows]).toEqual([[], []]);
    expect(members).toEqual([
      {
        id: 1747,
        acronym: 'GSA',
        country: 'Ghana',
        alpha2: 'GH',
        category: 'FULL',
        newRights: null,
        active: null,
      },
      expect.objectContaining({ id: 7, country: 'Land, of', category: 'CORRESPONDENT' }),
    ]);
  });

  it('takes an unknown category in with a warning', () => {
    const { members, warnings, badRows } = parseMembers(file('7,ABC,Land,AB,x,unconfirmed'));
    expect(badRows).toEqual([]);
    expect(members[0]?.category).toBe('UNKNOWN');
    expect(warnings).toEqual([
      { line: 2, member: 7, code: 'CATEGORY_UNKNOWN', value: 'unconfirmed' },
    ]);
  });

  it('reads New Rights and the end of a membership where there are such columns', () => {
    const rows = `${HEADING},new_rights,active\n7,A,B,C,x,subscriber,yes,no\n8,A,B,C,x,full,perhaps,`;
    const { members, badRows } = parseMembers(rows);
    expect(members).toMatchObject([{ newRights: true, active: false }]);
    expect(badRows).toMatchObject([
      { line: 3, field: 'new_rights', reason: 'NOT_YES_OR_NO', id: 8 },
    ]);
  });

  it('lists a duplicate id, an id that is none and a missing acronym', () => {
    const { badRows } = parseMembers(
      file('7,A,B,C,x,full', '7,A,B,C,x,full', 'x,A,B,C,x,full', '8,,B,C,x,full'),
    );
    expect(badRows.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'DUPLICATE_ID'],
      [4, 'NOT_AN_ID'],
      [5, 'MISSING'],
    ]);
  });
});
