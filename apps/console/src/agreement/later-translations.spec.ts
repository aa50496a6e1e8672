import { describe, expect, it } from '@jest/globals';
import { mayBegin } from './clause-state.js';
import { translationsOf } from './later-translations.js';
import type { Clause } from './model.js';

const value = { items: [] };
const clause = {
  language: 'en' as const,
  translations: [{ language: 'fr' as const, value, current: true }],
  untranslated: [],
  later: [] as Clause['later'],
};
const revised = (more: object): Clause['later'] => [
  { amendment: null, on: null, language: 'fr', value, ...more },
];

describe('the translations of a clause as it stands', () => {
  it('are those of the document while nothing was revised beside it', () => {
    expect(translationsOf(clause, [])).toBe(clause);
  });

  it('are those of the revision in its place, and one is owed where there is none', () => {
    const translations = [{ language: 'en' as const, value }];
    expect(translationsOf({ ...clause, later: revised({ translations }) }, [])).toEqual({
      language: 'fr',
      translations: [{ language: 'en', value, current: true }],
      untranslated: [],
    });
    const owed = (more: object, waived: readonly string[] = []) =>
      translationsOf({ ...clause, later: revised(more) }, waived).untranslated;
    expect(owed({})).toEqual(['en']);
    expect(owed({ withoutTranslation: true })).toEqual([]);
    expect(owed({}, ['en'])).toEqual([]);
  });
});

describe('a suggestion', () => {
  it('begins what nobody has written, where there is one', () => {
    const open = { kind: 'open' as const, clause: 'exit', value: null };
    expect(mayBegin(open)).toBe(true);
    expect(mayBegin({ ...open, value: { text: 'x' } })).toBe(false);
    expect(mayBegin({ ...open, kind: 'locked' })).toBe(false);
    expect(mayBegin({ kind: 'structured', clause: 'responsibilities', value: null })).toBe(true);
    expect(mayBegin({ kind: 'structured', clause: 'dates', value: null })).toBe(false);
  });
});
