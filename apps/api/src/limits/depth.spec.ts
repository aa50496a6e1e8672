import { describe, expect, it } from '@jest/globals';
import { isTooDeep } from './depth.js';

const nested = (levels: number): unknown =>
  JSON.parse('['.repeat(levels) + '1' + ']'.repeat(levels));

describe('the depth of a body', () => {
  it.each([
    [0, false],
    [32, false],
    [33, true],
    [30_000, true],
  ])('with %d levels is too much: %s', (levels, expected) => {
    expect(isTooDeep(nested(levels))).toBe(expected);
  });

  it('counts the deepest branch, objects and lists alike', () => {
    expect(isTooDeep({ a: [1, { b: nested(31) }] })).toBe(true);
    expect(isTooDeep({ a: [1, { b: null }], c: 'x' })).toBe(false);
  });
});
