import { describe, expect, it } from '@jest/globals';
import { areNumbersExact } from './exact-numbers.js';

describe('a number of a jsonb', () => {
  it.each([
    '0',
    '-1',
    '1725',
    '0.5',
    '-12.25',
    '9007199254740992',
    // What RFC 8785 writes with an exponent, PostgreSQL writes without.
    '0.0000001',
    '-0.00000015',
    '1000000000000000000000',
    '123456789012345690000000',
    '{"a": [1, 2.5, {"b": "1725.00 and \\"1.0\\" 1e5"}], "1.50": true}',
  ])('is the one that was committed: %s', (text) => {
    expect(areNumbersExact(text)).toBe(true);
  });

  it.each([
    '1725.0',
    '1725.00000000000000000001',
    '9007199254740993',
    '0.50',
    '0.1000000000000000055511151231257827',
    '1000000000000000000001',
    '-0.0',
    '{"a": [1, {"b": 2.50}]}',
    '["\\\\", 1.0]',
  ])('could be another: %s', (text) => {
    expect(areNumbersExact(text)).toBe(false);
  });
});
