import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOfTexts, textAfter, textBefore } from './text.js';

describe('the word-level difference of two texts', () => {
  it('names the words that were changed and no others', () => {
    expect(differenceOfTexts('We meet twice a year.', 'We meet monthly a year.')).toEqual([
      { kind: 'SAME', text: 'We meet ' },
      { kind: 'DELETED', text: 'twice' },
      { kind: 'INSERTED', text: 'monthly' },
      { kind: 'SAME', text: ' a year.' },
    ]);
  });

  it('knows a sentence that moved from one that was deleted and written anew', () => {
    const pieces = differenceOfTexts(
      'First we meet in Geneva. Then the lead reports. At last both sign.',
      'Then the lead reports. At last both sign. First we meet in Geneva.',
    );
    expect(pieces.map((p) => p.kind)).not.toContain('DELETED');
    expect(pieces.map((p) => p.kind)).toEqual(
      expect.arrayContaining(['MOVED_AWAY', 'SAME', 'MOVED_HERE']),
    );
  });

  it('leaves a last sentence in its place when another one follows it now', () => {
    expect(
      differenceOfTexts('Each names a deputy.', 'Each names a deputy. Both read all.'),
    ).toEqual([
      { kind: 'SAME', text: 'Each names a deputy.' },
      { kind: 'INSERTED', text: ' Both read all.' },
    ]);
    expect(
      differenceOfTexts('Each names a deputy. Both read all.', 'Each names a deputy.'),
    ).toEqual([
      { kind: 'SAME', text: 'Each names a deputy.' },
      { kind: 'DELETED', text: ' Both read all.' },
    ]);
  });

  it('keeps accents, typographic apostrophes and guillemets as they are', () => {
    const before = 'Le partenaire jumelé arrête « sa » position ; l’œuvre commune reste ouverte.';
    const pieces = differenceOfTexts(before, before.replace('ouverte', 'fermée'));
    expect(pieces).toContainEqual({ kind: 'DELETED', text: 'ouverte' });
    expect(pieces).toContainEqual({ kind: 'INSERTED', text: 'fermée' });
    expect(textBefore(pieces)).toBe(before);
  });

  it('gives back both texts, whatever they are', () => {
    const words = fc
      .array(fc.constantFrom('We', 'meet', 'again', '. ', 'Now. ', 'œuvre', '\n', ' ', 'x'), {
        maxLength: 40,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, words, (a, b) => {
        const pieces = differenceOfTexts(a, b);
        expect(textBefore(pieces)).toBe(a);
        expect(textAfter(pieces)).toBe(b);
      }),
    );
  });

  it('does not search for ever in two long texts that have nothing in common', () => {
    const long = (word: string) =>
      Array.from({ length: 9_000 }, (_, i) => `${word}${String(i)}`).join(' ');
    const began = performance.now();
    const pieces = differenceOfTexts(long('a'), long('b'));
    expect(textAfter(pieces)).toBe(long('b'));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
