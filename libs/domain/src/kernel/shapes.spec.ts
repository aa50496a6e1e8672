import { describe, expect, it } from '@jest/globals';
import * as shape from './schema.js';
import { keyOf, sealOf } from './seal.js';

const faults = (of: shape.Schema<unknown>, value: unknown) => of.check(value, '/it');
const fault = (expected: string, pointer = '/it') => [{ pointer, expected }];

describe('The shape of a value', () => {
  it('is true or false for a flag', () => {
    expect(faults(shape.flag(), true)).toEqual([]);
    expect(faults(shape.flag(), false)).toEqual([]);
    for (const other of [0, 'true', null, undefined]) {
      expect(faults(shape.flag(), other)).toEqual(fault('true or false'));
    }
  });

  it('is text for bytes, as many as are asked for', () => {
    const three = shape.base64url(3);
    expect(faults(three, 'Ab-_')).toEqual([]);
    for (const other of [1234, ['Ab-_'], 'Ab-', 'Ab-_a', 'Ab=+']) {
      expect(faults(three, other)).toEqual(fault('3 bytes in base64url'));
    }
  });

  it('is text for bytes, one or more, up to as many as are allowed', () => {
    const few = shape.base64urlUpTo(3);
    for (const right of ['A', 'Ab', 'Ab-_']) expect(faults(few, right)).toEqual([]);
    for (const other of [1234, 12, ['A'], '', 'Ab-_a', 'A=']) {
      expect(faults(few, other)).toEqual(fault('up to 3 bytes in base64url'));
    }
  });

  it('is a list of no fewer and no more than are asked for', () => {
    const some = shape.list(shape.flag(), 1, 2);
    expect(faults(some, [true])).toEqual([]);
    expect(faults(some, [true, false])).toEqual([]);
    for (const other of [[], [true, true, true], 'ab', null]) {
      expect(faults(some, other)).toEqual(fault('a list of 1 to 2 items'));
    }
    expect(faults(some, [true, 1])).toEqual(fault('true or false', '/it/1'));
  });

  it('may be null where that is said, and the fault says so', () => {
    const either = shape.nullable(shape.flag());
    expect(faults(either, null)).toEqual([]);
    expect(faults(either, true)).toEqual([]);
    expect(faults(either, 1)).toEqual(fault('true or false, or null'));
  });

  it('has its fault where it is, within what may be null', () => {
    const either = shape.nullable(shape.list(shape.flag(), 0, 3));
    expect(faults(either, [true, 1])).toEqual(fault('true or false', '/it/1'));
    expect(faults(either, 1)).toEqual(fault('a list of 0 to 3 items, or null'));
  });

  it('is an object with its fields, and nothing else', () => {
    const both = shape.object({ a: shape.flag(), b: shape.optional(shape.flag()) });
    expect(faults(both, { a: true })).toEqual([]);
    expect(faults(both, { a: true, b: false })).toEqual([]);
    for (const other of ['a', 1, null, undefined, [true]]) {
      expect(faults(both, other)).toEqual(fault('an object with a, b'));
      expect(faults(shape.object({}), other)).toEqual(fault('an object without fields'));
    }
    expect(faults(both, {})).toEqual(fault('true or false', '/it/a'));
  });

  it('has no other field; the pointer to one is written as RFC 6901 has it', () => {
    const one = shape.object({ a: shape.flag() });
    expect(faults(one, { a: true, 'b/~c': 1 })).toEqual(fault('no such field', '/it/b~1~0c'));
    expect(faults(one, { c: 1, a: 0 })).toEqual([
      ...fault('no such field', '/it/c'),
      ...fault('true or false', '/it/a'),
    ]);
  });

  it('has no field that only its prototype has', () => {
    const made: unknown = Object.create({ a: true });
    expect(faults(shape.object({ a: shape.flag() }), made)).toEqual(
      fault('true or false', '/it/a'),
    );
  });
});

describe('A seal', () => {
  const passkey = {
    ...{ credential: 'c', publicKey: 'pk', authenticatorData: 'd' },
    ...{ clientData: 'cd', signature: 's' },
  };

  it('is a key with its signature, or a passkey', () => {
    expect(sealOf({ key: 'k', signature: 's' })).toEqual({ key: 'k', signature: 's' });
    expect(sealOf({ passkey })).toEqual({ passkey });
  });

  it('is neither a half of one kind nor both kinds at once', () => {
    expect(sealOf({})).toBeNull();
    expect(sealOf({ key: 'k' })).toBeNull();
    expect(sealOf({ signature: 's' })).toBeNull();
    expect(sealOf({ passkey, key: 'k' })).toBeNull();
    expect(sealOf({ passkey, signature: 's' })).toBeNull();
    expect(sealOf({ passkey, key: 'k', signature: 's' })).toBeNull();
  });

  it('is told apart by its key', () => {
    expect(keyOf({ key: 'k', signature: 's' })).toBe('k');
    expect(keyOf({ passkey })).toBe('pk');
    expect(keyOf({})).toBeUndefined();
  });
});
