import { describe, expect, it } from '@jest/globals';
import { mayAnswer } from './clause-state.js';
import type { Side } from './model.js';

const written = {
  ...{ kind: 'open' as const, value: { text: 'Both hand over.' }, hash: 'h' },
  ...{ acceptedBy: ['LEAD'] as readonly Side[], rejected: null as string | null },
};

describe('who may accept or reject a clause', () => {
  it('is the side that has not accepted it, and never its author', () => {
    expect([mayAnswer(written, 'TWINNED'), mayAnswer(written, 'LEAD')]).toEqual([true, false]);
  });

  it('is nobody who has no side, and nobody once both agree', () => {
    expect(mayAnswer(written, null)).toBe(false);
    expect(mayAnswer({ ...written, acceptedBy: ['LEAD', 'TWINNED'] }, 'TWINNED')).toBe(false);
  });

  it('is still the side that rejected it: it may think better of it', () => {
    const rejected = { ...written, rejected: 'Too short.' };
    expect([mayAnswer(rejected, 'TWINNED'), mayAnswer(rejected, 'LEAD')]).toEqual([true, false]);
  });

  it('is nobody where nothing is written, or where the words are locked', () => {
    expect(mayAnswer({ ...written, value: null, hash: null, acceptedBy: [] }, 'TWINNED')).toBe(
      false,
    );
    expect(mayAnswer({ ...written, kind: 'locked', acceptedBy: [] }, 'TWINNED')).toBe(false);
  });
});
