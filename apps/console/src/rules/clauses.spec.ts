import { describe, expect, it } from '@jest/globals';
import { ruleTextsIn } from '../../rule-texts.mjs';
import { clausesIn, rulesWith, saidUnder, type RuleTexts } from './clauses.js';

const texts: RuleTexts = {
  rules: [
    ['AP-3', 'DIR 5.3.3 to 5.3.5', 'Appeals are referred, admitted, heard.'],
    ['EL-1', 'ST.4(a)', 'Both partners are equal.'],
    ['T-3', 'ST.5.7, DIR 1.9.3, 1.9.4', 'No office passes on by itself.'],
    ['6.5 EXIT', 'rules 6.3', 'Whoever leaves says so.'],
    ['G12', 'ST.41', 'Élection du président.'],
    ['D15', 'lifecycle D15', 'Late is late.'],
  ],
  steps: [
    ['ST.4(a)', 'Withdraw'],
    ['lifecycle B4', 'Propose terms'],
    ['ST.5.7', 'Close'],
  ],
};
const idsOf = (source: string) => saidUnder(texts, source).rules.map(([id]) => id);

describe('a source', () => {
  it.each([
    ['ST.5.2, 5.4', ['ST.5.2', 'ST.5.4']],
    ['DIR 1.9.3, 1.9.4', ['DIR 1.9.3', 'DIR 1.9.4']],
    ['DIR 1.7.1, ST.5.7', ['DIR 1.7.1', 'ST.5.7']],
    ['DIR 5.3.3 to 5.3.5', ['DIR 5.3.3', 'DIR 5.3.4', 'DIR 5.3.5']],
    ['HD328', ['HD328']],
  ])('names each of its clauses in full: %s', (source, clauses) => {
    expect(clausesIn(source)).toEqual(clauses);
  });

  it('is read with the rules of the clause, of its parts, and of every clause that it names', () => {
    expect(idsOf('ST.5.7')).toEqual(['T-3']);
    expect(idsOf('ST.4')).toEqual(['EL-1']);
    expect(idsOf('DIR 5.3.4')).toEqual(['AP-3']);
    expect(idsOf('ST.4(a), 5.7')).toEqual(['EL-1', 'T-3']);
    expect(idsOf('rules 6.3')).toEqual(['6.5 EXIT']);
  });

  it('is read with the clause above when nothing is said of itself, and with no other', () => {
    expect(idsOf('DIR 5.3.3.1')).toEqual(['AP-3']);
    expect(idsOf('DIR 7.1')).toEqual([]);
  });

  it('may be a rule of the product, by its id', () => {
    expect(idsOf('rules 6.5')).toEqual(['6.5 EXIT']);
    expect(idsOf('G12')).toEqual(['G12']);
    expect(idsOf('lifecycle D15')).toEqual(['D15']);
  });

  it('says what can be done under it', () => {
    expect(saidUnder(texts, 'lifecycle B4')).toEqual({ rules: [], steps: ['Propose terms'] });
    expect(saidUnder(texts, 'ST.4').steps).toEqual(['Withdraw']);
  });
});

it('finds rules by words, whatever the accents and the case', () => {
  expect(rulesWith(texts, 'ELECTION president').map(([id]) => id)).toEqual(['G12']);
  expect(rulesWith(texts, 'st.5.7')).toHaveLength(1);
  expect(rulesWith(texts, ' ')).toHaveLength(texts.rules.length);
  expect(rulesWith(texts, 'elephants')).toEqual([]);
});

describe.each(['en', 'fr'] as const)('the rules as they are generated: %s', (language) => {
  const generated = ruleTextsIn(language);

  it('say something under the source of every step', () => {
    const silent = generated.steps.filter(([source]) => {
      const { rules, steps } = saidUnder(generated, source);
      return rules.length + steps.length === 0;
    });
    expect(generated.rules.length).toBeGreaterThan(150);
    expect(silent).toEqual([]);
  });
});
