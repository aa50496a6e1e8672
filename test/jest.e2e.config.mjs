import { fileURLToPath } from 'node:url';
import base from '../jest.base.mjs';
import { servers } from '../jest.int.mjs';

/** The built product as real processes (`*.e2e.spec.ts`), two at a time: each spec has a product of its own. */
export default {
  ...base,
  ...servers,
  testMatch: ['<rootDir>/src/**/*.e2e.spec.ts'],
  testPathIgnorePatterns: [],
  testSequencer: fileURLToPath(new URL('waiting-first.mjs', import.meta.url)),
  testTimeout: 120_000,
  maxWorkers: 2,
};
