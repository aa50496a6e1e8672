import { describe, expect, it } from '@jest/globals';
import { matching, type PaletteEntry } from './entries.js';

const entry = (text: string): PaletteEntry => ({
  id: text,
  text,
  kind: 'page',
  run: () => undefined,
});
const entries = ['À faire', 'Répertoire', 'AFNOR – IMANOR · ISO/TC 44', 'Français'].map(entry);
const found = (typed: string) => matching(entries, typed).shown.map(({ text }) => text);

describe('the palette', () => {
  it('finds without accents and case, whatever the order of the words', () => {
    expect(found('repertoire')).toEqual(['Répertoire']);
    expect(found('imanor afnor')).toEqual(['AFNOR – IMANOR · ISO/TC 44']);
  });

  it('puts first what begins with the letters', () => {
    expect(found('f')[0]).toBe('Français');
  });

  it('shows everything while nothing is typed, and nothing that does not fit', () => {
    expect(found('')).toHaveLength(4);
    expect(found('zz')).toEqual([]);
  });

  it('shows what the service found too, once, though its words are not the typed ones', () => {
    const german = entry('DIN – KEBS · ISO/TC 34');
    const both = matching(entries, 'allemagne', [german]);
    expect(both).toEqual({ shown: [german], isCut: false });
    expect(matching(entries, 'afnor', entries.slice(2, 3)).shown).toHaveLength(1);
  });

  it('says that there are more than it shows', () => {
    const many = Array.from({ length: 13 }, (_, n) => entry(`ASI ${String(n)}`));
    expect(matching(many, 'asi').isCut).toBe(true);
    expect(matching(many.slice(1), 'asi').isCut).toBe(false);
  });
});
