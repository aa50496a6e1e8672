import { describe, expect, it } from '@jest/globals';
import { ending } from '../ending/index.js';
import * as endingTexts from '../ending/texts.js';
import { oversight } from './index.js';
import * as oversightTexts from './texts.js';

describe.each([
  ['oversight', oversight, oversightTexts],
  ['ending', ending, endingTexts],
] as const)('the texts of %s', (_, slice, { textsEn, textsFr }) => {
  it.each([
    ['English', textsEn],
    ['French', textsFr],
  ] as const)('have a sentence in %s for every command and event', (_language, texts) => {
    expect(Object.keys(texts.commands).sort()).toEqual(Object.keys(slice.commands).sort());
    expect(Object.keys(texts.events).sort()).toEqual(Object.keys(slice.evolve).sort());
  });

  it('name the same timers and duties in both languages', () => {
    expect(Object.keys(textsFr.timers)).toEqual(Object.keys(textsEn.timers));
    expect(Object.keys(textsFr.duties)).toEqual(Object.keys(textsEn.duties));
  });
});
