import { describe, expect, it } from '@jest/globals';
import { canonicalJson, type Json } from './canonical.js';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    const value = { '\u20ac': 1, '\r': 2, '1': 3, '\ud83d\ude00': 4, b: [1e21, 0.000001, -0, 1.5] };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":3,"b":[1e+21,0.000001,0,1.5],"\u20ac":1,"\ud83d\ude00":4}',
    );
  });

  it('is the same for the same value written in another order', () => {
    expect(canonicalJson({ a: 1, b: { d: null, c: true } })).toBe(
      canonicalJson({ b: { c: true, d: null }, a: 1 }),
    );
  });

  it.each([
    ['a lone surrogate', '\ud800'],
    ['a number that is not finite', Number.NaN],
    ['what is not JSON', undefined as unknown as Json],
  ])('has no form for %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
