import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../texts/language.js';
import { SCENARIOS } from './scenarios.js';
import { sentenceOfEnd, sentenceOfFact, sentenceOfScenario } from './sentences.js';

describe('what is supposed', () => {
  it('is said in both languages, with the side in words', () => {
    const fact = { kind: 'MEMBERSHIP', side: 'LEAD', status: null } as const;
    expect(sentenceOfFact(fact, 'en')).toBe(
      'The registry no longer shows the lead partner in the committee.',
    );
    expect(sentenceOfFact(fact, 'fr')).toBe(
      'Le registre n’indique plus le partenaire pilote dans le comité.',
    );
  });

  it.each(LANGUAGES)('scenarios and ends have a sentence (%s)', (language) => {
    const said = [
      ...SCENARIOS.map((s) => sentenceOfScenario(s, language)),
      ...(['UNTIL', 'NOTHING_LEFT', 'LIMIT'] as const).map((e) => sentenceOfEnd(e, language)),
    ];
    expect(new Set(said).size).toBe(6);
    expect(said.every((s) => /\p{L}.+\.$/u.test(s))).toBe(true);
  });
});
