import { describe, expect, it } from '@jest/globals';
import { text } from './schema.js';

const said = (value: string) => text(8000).check(value, '/text')[0]?.expected ?? null;
const pattern = new RegExp((text().json as { readonly pattern: string }).pattern, 'u');

/** Every character but the halves of one. */
const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('A text', () => {
  it.each([
    ...['\u00ad', '\u034f', '\u061c', '\u115f', '\u1160', '\u3164', '\u180e', '\u2065', '\u206f'],
    ...['\u200b', '\u200d', '\u202e', '\u2069', '\ufe0f', '\ufeff', '\ufff9', '\ufffb', '\u0007'],
    ...['\u{e0001}', '\u{e0061}', '\u{e007f}'],
  ])('has no invisible character %j', (character) => {
    expect(said(`The lead pays no${character}thing`)).toMatch(/^text without invisible characters/);
  });

  it('is in normalization form C: what looks the same has the same hash', () => {
    expect(said('Comit\u00e9 miroir')).toBeNull();
    expect(said('Comite\u0301 miroir')).toBe('text in Unicode normalization form C');
    expect(said('12 \u212b')).toBe('text in Unicode normalization form C');
  });

  it.each([
    'Œuvre, «\u00a0ça\u202f!\u00a0»',
    'बैठक',
    'يتغيّر الموظفون',
    'בסדר',
    '会議',
    '👍 1\t2\r\n3',
  ])('is %j, in whatever script it is written', (written) => {
    expect(said(written)).toBeNull();
    expect(pattern.test(written)).toBe(true);
  });

  it('is described by a pattern that lets through what the check does, but for its form', () => {
    const differs = characters.filter((c) => pattern.test(`#${c}#`) !== (said(`#${c}#`) === null));
    // One character of a hundred or so is never in this form and not in the pattern.
    expect(differs.filter((c) => c === c.normalize('NFC'))).toEqual([]);
    expect(differs.length).toBeLessThan(120);
  });
});
