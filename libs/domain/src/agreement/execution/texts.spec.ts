import { describe, it, expect } from '@jest/globals';
import { execution } from './index.js';
import { textsEn, textsFr } from './texts.js';

describe('The texts of the agreement in force', () => {
  it.each([
    ['en', textsEn],
    ['fr', textsFr],
  ])('say in %s every command and every event', (_, texts) => {
    expect(Object.keys(texts.commands).sort()).toEqual(Object.keys(execution.commands).sort());
    expect(Object.keys(texts.events).sort()).toEqual(Object.keys(execution.evolve).sort());
  });

  it('say the same things in both languages, with the same fields', () => {
    const fields = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(textsFr.timers)).toEqual(Object.keys(textsEn.timers));
    expect(Object.keys(textsFr.duties)).toEqual(Object.keys(textsEn.duties));
    for (const [name, sentence] of Object.entries(textsEn.events)) {
      expect([name, fields(textsFr.events[name] ?? '')]).toEqual([name, fields(sentence)]);
    }
  });
});
