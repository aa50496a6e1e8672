import { describe, expect, it } from '@jest/globals';
import { countryIn } from './country.js';

describe('a country', () => {
  it('is named in French when the browser knows it, whatever its apostrophe', () => {
    expect(countryIn('fr', 'Ethiopia')).toBe('Éthiopie');
    expect(countryIn('fr', "Côte d'Ivoire")).toBe('Côte d’Ivoire');
  });

  it('stays as it is when the browser does not know it, and in English', () => {
    expect(countryIn('fr', 'Atlantis')).toBe('Atlantis');
    expect(countryIn('en', 'Ethiopia')).toBe('Ethiopia');
  });
});
