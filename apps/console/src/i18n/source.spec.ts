import { describe, expect, it } from '@jest/globals';
import { en } from './en.js';
import { fr } from './fr.js';

describe('the source of a rule', () => {
  it('is named as the ISO texts name it, and as a rule of the product where they are silent', () => {
    expect([en.clause('ST.5.6'), fr.clause('DIR 1.7.4, 1.7.5')]).toEqual([
      'under ST.5.6',
      'selon DIR 1.7.4, 1.7.5',
    ]);
    expect(['rules 6.5', 'lifecycle B4', 'OQ-5', 'HD328'].map(en.source)).toEqual([
      'product rule 6.5',
      'product rule B4',
      'product rule OQ-5',
      'HD328',
    ]);
    expect(fr.source('lifecycle T33')).toBe('règle du produit T33');
  });
});
