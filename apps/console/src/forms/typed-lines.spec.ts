import { describe, expect, it } from '@jest/globals';
import { linesOf } from './typed-lines.js';

describe('what was written into a form', () => {
  it('is every text of it, whatever it lies in, and nothing that a device has made', () => {
    expect(
      linesOf({
        reason: 'Two\nlines.',
        empty: ' ',
        agreed: true,
        text: 'a'.repeat(64),
        passkey: { signature: 'xyz' },
        goals: [{ text: 'First.' }, { text: 'Second.' }],
      }),
    ).toEqual([
      { name: 'reason', text: 'Two\nlines.' },
      { name: 'text', text: 'First.' },
      { name: 'text', text: 'Second.' },
    ]);
  });
});
