import { describe, expect, it } from '@jest/globals';
import { READS } from '../docs/reads.js';
import { disguised } from './disguises.js';

describe('disguises of an address', () => {
  it('are at least 200 of every address that is read', () => {
    for (const { path } of READS) {
      expect(new Set(disguised(path)).size).toBeGreaterThanOrEqual(200);
    }
  });
});
