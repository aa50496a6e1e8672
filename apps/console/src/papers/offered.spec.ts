import { describe, expect, it } from '@jest/globals';
import { offered } from './offered.js';

const file = (sha256: string, purpose: string, member: number | null, erased = false) =>
  ({ sha256, purpose, member, erased }) as Parameters<typeof offered>[0][number];

const FILES = [
  file('own-cv', 'CV', 1),
  file('their-cv', 'CV', 2),
  file('gone-cv', 'CV', 1, true),
  file('authority-of-iso', 'AUTHORITY', null),
  file('minutes', 'MINUTES', 2),
  file('minutes', 'EVIDENCE', 1),
];
const hashes = (...asked: readonly [Parameters<typeof offered>[1], number | null]) =>
  offered(FILES, ...asked).map((item) => item.sha256);

describe('the files that a form offers', () => {
  it('for a paper of one body are those that this body or a desk filed as that', () => {
    expect(hashes('CV', 1)).toEqual(['own-cv']);
    expect(hashes('CV', 2)).toEqual(['their-cv']);
    expect(hashes('AUTHORITY', 1)).toEqual(['authority-of-iso']);
    expect(hashes('STATEMENT', 1)).toEqual([]);
  });

  it('for any other paper are those that tell of no person, each once', () => {
    expect(hashes('EVIDENCE', 1)).toEqual(['authority-of-iso', 'minutes']);
    expect(hashes('OTHER', null)).toEqual(['authority-of-iso', 'minutes']);
  });
});
