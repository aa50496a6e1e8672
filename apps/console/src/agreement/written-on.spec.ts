import { describe, expect, it } from '@jest/globals';
import { isBehind, writtenOn } from './written-on.js';

describe('what a text was written on', () => {
  const kept = { hash: 'a', version: 4 };
  const now = { hash: 'b', version: 7 };

  it('is the wording that stood there when it was begun, whatever stands there now', () => {
    expect(writtenOn({ text: 'Mine.' }, kept, now)).toBe(kept);
    expect(isBehind(kept, { hash: 'b' })).toBe(true);
  });

  it('is the wording of now where nothing is written yet', () => {
    expect(writtenOn(null, kept, now)).toBe(now);
    expect(writtenOn({ text: 'Mine.' }, null, now)).toBe(now);
    expect(isBehind(now, { hash: 'b' })).toBe(false);
  });

  it('is behind where somebody wrote what nobody had written', () => {
    expect(isBehind({ hash: null, version: 1 }, { hash: 'b' })).toBe(true);
    expect(isBehind({ hash: null, version: 1 }, { hash: null })).toBe(false);
  });
});
