import { describe, expect, it } from '@jest/globals';
import { triggerText } from './trigger.js';

describe('why an item is on the ladder', () => {
  it('is told in words, with what it is about', () => {
    expect(triggerText('T26', 'en')).toBe('Two quarterly meetings in a row missed');
    expect(triggerText('T31:C1', 'fr')).toBe('Une mesure corrective est en retard (C1)');
    expect(triggerText('T36:LEAD', 'en')).toBe('A person is not confirmed (lead partner)');
    expect(triggerText('T38:TWINNED', 'fr')).toBe('Un mandat a pris fin (partenaire jumelé)');
  });

  it('is left to others where it has none', () => {
    expect(triggerText('SOMETHING_NEW', 'en')).toBeNull();
  });
});
