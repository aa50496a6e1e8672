import { describe, expect, it } from '@jest/globals';
import { countriesCalled } from './country-names.js';

const codes = (word: string) => countriesCalled(word).codes;

describe('countries by their French names', () => {
  it('are found without accents, by the beginning of any word', () => {
    expect(codes('suede')).toEqual(['SE']);
    // Also of a state that is no more.
    expect(codes('Allemagne')).toContain('DE');
    expect(codes('pays-bas')).toContain('NL');
    expect(codes('bas')).toContain('NL');
    expect(codes("d'ivoire")).toEqual(['CI']);
    expect(countriesCalled('ethiopie').english).toEqual(['Ethiopia']);
  });

  it('are not found by the middle of a word, by one letter or by nothing', () => {
    expect(codes('lemagne')).toEqual([]);
    expect(codes('a')).toEqual([]);
    expect(codes('')).toEqual([]);
  });
});
