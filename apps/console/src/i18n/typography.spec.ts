import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { fr } from './fr.js';
import { french, mapTexts, pseudo } from './typography.js';

/** Every text of a catalogue with its path; functions are asked for one and for many. */
function textsOf(words: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const make = words as (...given: unknown[]) => unknown;
    const given = path.endsWith('overdue')
      ? [{ unit: 'day', count: -3 }]
      : /\.(?:clause|source)$/.test(path)
        ? ['rules 6.5']
        : [3, 5];
    return textsOf(make(...given), `${path}()`);
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, word]) => textsOf(word, `${path}.${key}`));
}

describe('French typography', () => {
  it('puts narrow no-break spaces before ; ! ? and no-break spaces before : and inside guillemets', () => {
    expect(french('Qui ? « Nous » : demain ; non !')).toBe(
      'Qui\u202f? «\u00a0Nous\u00a0»\u00a0: demain\u202f; non\u202f!',
    );
  });

  it('keeps 1er with its month and a number with what it counts, and leaves times alone', () => {
    expect(french('le 1er mai à 12:30, 3 jours')).toBe('le 1er\u00a0mai à 12:30, 3\u00a0jours');
  });

  it('holds for every text of the catalogue, which uses no typewriter apostrophe', () => {
    const wrong = textsOf(mapTexts(fr, french)).filter(
      ([, text]) => / [;:!?»]|« |\w'\w/.test(text) || /[^\s\u202f\u00a0][;!?»]/.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the catalogues', () => {
  it('have the same texts, none of them empty', () => {
    const [english, francais] = [textsOf(en), textsOf(fr)];
    expect(francais.map(([path]) => path)).toEqual(english.map(([path]) => path));
    expect([...english, ...francais].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('can be shown in a language that nobody speaks', () => {
    const plain = textsOf(mapTexts(en, pseudo)).filter(([, text]) => !/^\[.*\]$/s.test(text));
    expect(plain).toEqual([]);
  });
});
