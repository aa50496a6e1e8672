import { describe, expect, it } from '@jest/globals';
import { named, numbersIn } from './named.js';

const called = named({
  member: (id) => (id === 1747 ? 'GSA' : null),
  committee: (id) => (id === 47878 ? 'ISO/TC 34/SC 5' : null),
});

describe('a name instead of a number', () => {
  it('is that of a member or of a committee, by the field; an unknown one keeps its number', () => {
    expect([called('member', 1747), called('body', 1747), called('committee', 47878)]).toEqual([
      'GSA',
      'GSA',
      'ISO/TC 34/SC 5',
    ]);
    expect([called('member', 1), called('year', 1747), called('body', 'TMB')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is looked up for the numbers that the sentences can name, and for nothing else', () => {
    const payloads = [
      { member: 1747, year: 2027 },
      { body: 1529, choice: 'APPROVE' },
      { body: 'TMB', committee: 47878, lead: null },
    ];
    expect(numbersIn(payloads)).toEqual({ members: [1747, 1529], committees: [47878] });
  });
});
