import { describe, expect, it } from '@jest/globals';
import { gapsIn, passagesOf } from './passages.js';

describe('what waits to be filled in', () => {
  it('is whatever stands in square brackets, and the text around it stays as it was', () => {
    const text = 'The partners meet [number] times [...], see [1] and [3, 5–7].';
    const parts = passagesOf(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ isGap }) => isGap).map((part) => part.text)).toEqual([
      '[number]',
      '[...]',
    ]);
    expect(passagesOf('An open [ bracket')).toEqual([{ text: 'An open [ bracket', isGap: false }]);
    expect(passagesOf('')).toEqual([]);
  });

  it('is counted in every part of a clause', () => {
    expect(gapsIn({ items: [{ text: '[…]' }, { text: 'a [b] c []', n: 2 }], none: null })).toBe(3);
    expect(gapsIn({ text: 'Nothing is open here [12].' })).toBe(0);
  });
});
