import { describe, expect, it } from '@jest/globals';
import { CLOCKS } from './clocks.js';
import { namedAsWritten } from './numbered/testing.js';
import { gapsOf, type Places } from './places.js';
import { INVARIANTS, RACES } from './races.js';

const proof = { file: 'a.spec.ts', title: 'holds' };
const ids = [...Object.keys(CLOCKS), ...Object.keys(RACES), ...Object.keys(INVARIANTS)];
const whole: Places = {
  commands: { Act: { file: 'a.ts', codes: ['TOO_LATE'], proof } },
  rules: Object.fromEntries(ids.map((id) => [id, { file: 'a.ts', proofs: [proof] }])),
  refusals: { TOO_LATE: proof },
  clauses: { TOO_LATE: ['ST.5.5'] },
  named: namedAsWritten,
};
const G11_SHOWN = 'libs/domain/src/agreement/guards/registration.spec.ts';
const gaps = (over: Partial<Places>) => gapsOf({ ...whole, ...over }, ['Act'], ['TOO_LATE']);

describe('the rule book', () => {
  it('has the clocks, races and invariants without a hole in their numbers', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1)}`);
    expect(ids).toEqual([...numbered('T', 70), ...numbered('D', 23), ...numbered('F', 23)]);
  });

  it('has no gap when every rule has its code and its test', () => {
    expect(gaps({})).toEqual([]);
  });

  it('misses the row of a numbered rule', () => {
    const { titles } = namedAsWritten;
    const named = { ...namedAsWritten, titles: { ...titles, [G11_SHOWN]: [] } };
    expect(gaps({ named })).toContain('No test has the title that G11 names.');
  });

  it('misses a test, a file, a command, and knows no rule beyond its own', () => {
    const { T17, ...others } = whole.rules;
    expect(T17).toBeDefined();
    expect(gaps({ rules: others })).toEqual(['No test names T17.', 'No code names T17.']);
    expect(gaps({ rules: { ...whole.rules, D2: { file: null, proofs: [proof] } } })).toEqual([
      'No code names D2.',
    ]);
    expect(gaps({ commands: {} })).toEqual(['The command Act is not found in the code.']);
    expect(gaps({ refusals: { TOO_LATE: null } })).toEqual(['No test names the refusal TOO_LATE.']);
    expect(gaps({ clauses: { TOO_LATE: [] } })).toEqual([
      'No clause is named with the refusal TOO_LATE.',
    ]);
    const T71 = { file: null, proofs: [proof] };
    expect(gaps({ rules: { ...whole.rules, T71 } })).toEqual([
      'There is no T71: a.spec.ts names it.',
    ]);
  });
});
