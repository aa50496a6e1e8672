import { describe, expect, it } from '@jest/globals';
import { meaningOf, withTyped } from './offered.js';

describe('what was typed once', () => {
  it('is found in every depth of a form, under what it means', () => {
    const typed = {
      leadContact: 'asi.rep',
      need: 'To comment in time.',
      nominees: [{ person: 'asi.chair', cv: '' }],
      on: '2027-03-01',
    };
    expect(withTyped({}, typed)).toEqual({ person: ['asi.chair', 'asi.rep'], day: ['2027-03-01'] });
  });

  it('comes back once, the newest first, four at most', () => {
    const people = ['a', 'b', 'c', 'd', 'b', 'e'];
    const offered = people.reduce((known, person) => withTyped(known, { person }), {});
    expect(offered).toEqual({ person: ['e', 'b', 'd', 'c'] });
  });

  it('is no long text, no hash and no empty field', () => {
    expect(['text', 'reason', 'documentHash', 'key'].map(meaningOf)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(withTyped({}, { person: '  ' })).toEqual({});
  });
});
