import { describe, expect, it } from '@jest/globals';
import { definitions } from '../kernel/slices.js';
import { textsOf } from '../texts/index.js';
import { NUMBERING } from './numbered/index.js';
import { ruleTexts } from './reading.js';

describe('the rules for those who read them', () => {
  it('are every numbered rule, race and invariant, once, with its source', () => {
    const { rules } = ruleTexts('en');
    const ids = rules.map(([id]) => id);
    expect(ids).toEqual(expect.arrayContaining([...NUMBERING, 'D1']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(rules.filter((cells) => cells.some((cell) => cell.trim() === ''))).toEqual([]);
    expect(rules.find(([id]) => id === 'D1')?.[1]).toBe('lifecycle D1');
  });

  it('are the same rules in both languages, each in its own words', () => {
    const [en, fr] = [ruleTexts('en'), ruleTexts('fr')];
    expect(fr.rules.map(([id, source]) => [id, source])).toEqual(
      en.rules.map(([id, source]) => [id, source]),
    );
    expect(fr.steps.map(([source]) => source)).toEqual(en.steps.map(([source]) => source));
    expect(en.rules.filter(([, , text], i) => fr.rules[i]?.[2] === text)).toEqual([]);
  });

  it('name under each clause the steps that can be taken, as their buttons read', () => {
    const { steps } = ruleTexts('en');
    expect(steps.length).toBe(Object.keys(definitions).length);
    expect(steps).toContainEqual([
      definitions['InvitePartner']?.clause,
      textsOf('en').commands['InvitePartner'],
    ]);
  });
});
