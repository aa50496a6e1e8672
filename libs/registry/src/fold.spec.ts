import { describe, expect, it } from '@jest/globals';
import { fold, searchText } from './fold.js';

describe('folding', () => {
  it('leaves accents and case aside', () => {
    expect(fold('Côte d’Ivoire')).toBe(fold("COTE  D'IVOIRE"));
    expect(fold('Œuvres à Tromsø')).toBe('oeuvres a tromso');
  });

  it('also stores short parts without blanks', () => {
    expect(searchText('ISO/TC 34/SC 18', null, 'Cacao')).toBe(
      'iso/tc 34/sc 18 | iso/tc34/sc18 | cacao',
    );
  });
});
