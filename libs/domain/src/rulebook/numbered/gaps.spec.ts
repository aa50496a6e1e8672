import { describe, expect, it } from '@jest/globals';
import { gapsOfNumbered, numberedPlace } from './gaps.js';
import { NUMBERED_RULES } from './index.js';
import { LEFT, type NumberedRule } from './rule.js';
import { namedAsWritten, namedBy } from './testing.js';

const decided: NumberedRule = ['A-1', 'ST.1', 'So.', 'Ainsi.', 'a.ts', 'a.spec.ts: is so: always'];
const left: NumberedRule = ['A-2', 'ST.2', 'Not here.', 'Pas ici.', LEFT];
const rules = [decided, left];
const named = namedBy(rules);
const gaps = (over: Partial<typeof named>, of: readonly NumberedRule[] = rules) =>
  gapsOfNumbered({ ...named, ...over }, of, ['A-1', 'A-2']);

describe('the numbered rules', () => {
  it('have no gap as they are written', () => {
    expect(gapsOfNumbered(namedAsWritten)).toEqual([]);
    expect(gaps({})).toEqual([]);
  });

  it('have a row for each number, one, and no other', () => {
    expect(gaps({}, [decided])).toEqual(['A-2 has no row.']);
    expect(gaps({}, [...rules, decided])).toEqual(['A-1 has two rows.']);
    expect(gapsOfNumbered(named, rules, ['A-1'])).toEqual(['There is no rule A-2.']);
  });

  it('have no empty place', () => {
    const mute: NumberedRule = ['A-2', 'ST.2', 'Not here.', ' ', LEFT];
    expect(gaps({}, [decided, mute])).toEqual(['A cell of A-2 is empty.']);
    expect(gaps({ there: [LEFT] })).toEqual([
      'A-1 names libs/domain/src/a.ts, which is not there.',
    ]);
    const none = { 'libs/domain/src/a.spec.ts': ['is so: never'] };
    expect(gaps({ titles: none })).toEqual(['No test has the title that A-1 names.']);
  });

  it('are named by the record that leaves them, each by its own number', () => {
    expect(gaps({ records: { [LEFT]: 'A-21, XA-2, I-A-2' } })).toEqual([
      `${LEFT} does not name A-2.`,
    ]);
    expect(gaps({ records: { [LEFT]: 'rules (A-2, B-3)' } })).toEqual([]);
  });

  it('show the whole title of the test, and files outside the domain by their path', () => {
    const outside: NumberedRule = [
      'A-1',
      '',
      '',
      '',
      'apps/a.ts',
      'libs/b/src/b.int.spec.ts: is so',
    ];
    const titles = { 'libs/b/src/b.int.spec.ts': ['other', 'b › is so, always'] };
    expect(numberedPlace(outside, { ...named, titles })).toEqual({
      file: 'apps/a.ts',
      record: false,
      proof: { file: 'libs/b/src/b.int.spec.ts', title: 'b › is so, always' },
    });
  });

  it('speak two languages', () => {
    expect(NUMBERED_RULES.filter(([, , en, fr]) => en === fr)).toEqual([]);
    const printed = NUMBERED_RULES.map(([, , , fr]) => fr).filter((fr) =>
      /'|[^\u00a0\u202f ][;:?!]/.test(fr),
    );
    expect(printed).toEqual([]);
  });
});
