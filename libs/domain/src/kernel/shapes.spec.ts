import { describe, expect, it } from '@jest/globals';
import {
  base64url,
  base64urlUpTo,
  flag,
  hash,
  id,
  integer,
  optional,
  person,
  text,
} from './schema.js';

interface Shape {
  readonly json: object;
  readonly check: (value: unknown, pointer: string) => readonly unknown[];
}

const SHA = 'a1'.repeat(32);

/** Each shape with values that it takes and values that it does not, those at its limits among them. */
const SHAPES: readonly (readonly [string, Shape, readonly unknown[], readonly unknown[]])[] = [
  ['a text', text(5), ['a', 'abcde', '12345'], ['', '   ', 'abcdef', 5, null]],
  ['a whole number', integer(2, 4), [2, 3, 4], [1, 5, 2.5, '3', NaN, null]],
  ['an id', id(), [1, 2_147_483_647], [0, -1, 2_147_483_648]],
  ['a flag', flag(), [true, false], ['true', 1, null]],
  ['a SHA-256', hash(), [SHA], [`x${SHA}`, `${SHA}x`, SHA.slice(1), SHA.toUpperCase(), 7, null]],
  ['two bytes', base64url(2), ['ab_'], ['ab', 'ab_d', 'a+b', 3, null]],
  ['up to two bytes', base64urlUpTo(2), ['a', 'ab-'], ['', 'ab_d', 'a/b', 3, null]],
  [
    'a person',
    person(),
    ['a', 'asi.rep', 'x'.repeat(64)],
    ['', 'x'.repeat(65), 'a b', ' a', 'a\n', 9],
  ],
  ['what may be absent', optional(integer(1, 2)), [undefined, 1, 2], [0, 3, null]],
];

describe('the shape of', () => {
  it.each(SHAPES)('%s takes what it says and no more', (_, shape, good, bad) => {
    for (const value of good) expect([value, shape.check(value, '/x')]).toEqual([value, []]);
    for (const value of bad) {
      expect([value, shape.check(value, '/x')]).toMatchObject([value, [{ pointer: '/x' }]]);
    }
  });

  it.each([
    [text(5).json, { type: 'string', minLength: 1, maxLength: 5 }],
    [flag().json, { type: 'boolean' }],
    [integer(2, 4).json, { type: 'integer', minimum: 2, maximum: 4 }],
    [hash().json, { type: 'string', pattern: '^[0-9a-f]{64}$' }],
    [base64url(2).json, { type: 'string', pattern: '^[A-Za-z0-9_-]{3}$' }],
    [base64urlUpTo(2).json, { type: 'string', minLength: 1, maxLength: 3 }],
    [person().json, { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' }],
  ])('is published as JSON Schema has it: %j', (json, expected) => {
    expect(json).toMatchObject(expected);
  });

  it('a long text comes with an example, a short one without', () => {
    expect(text(4000).json).not.toHaveProperty('examples');
    expect(text(4001).json).toHaveProperty('examples', ['As agreed with our partner.']);
  });
});
