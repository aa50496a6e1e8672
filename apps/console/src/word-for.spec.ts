import { describe, expect, it } from '@jest/globals';
import { wordFor } from './word-for.js';

const vocabulary = {
  type: { P_MEMBER: 'P-member twinning' },
  desk: { TMB_SEC: 'TMB secretariat' },
  evidence: { P_MEMBER: 'P-member of the committee' },
};

describe('the word for a value', () => {
  it.each([
    [
      'a gate that is called like a type of twinning',
      'P_MEMBER',
      'gate',
      'P-member of the committee',
    ],
    ['that type', 'P_MEMBER', 'type', 'P-member twinning'],
    ['a desk that owns an item', 'TMB_SEC', 'owner', 'TMB secretariat'],
    ['a field of no kind, by the first kind that has it', 'TMB_SEC', 'anything', 'TMB secretariat'],
  ])('is that of its field: %s', (_, value, field, word) => {
    expect(wordFor(vocabulary, value, field)).toBe(word);
  });

  it('is null where no kind has it', () => {
    expect(wordFor(vocabulary, 'NOTHING_OF_THE_KIND', 'gate')).toBeNull();
  });
});
