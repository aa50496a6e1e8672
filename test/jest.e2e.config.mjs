import base from '../jest.base.mjs';
import { servers } from '../jest.int.mjs';

/** The built product as real processes (`*.e2e.spec.ts`). */
export default {
  ...base,
  ...servers,
  testMatch: ['<rootDir>/src/**/*.e2e.spec.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
  maxWorkers: 1,
};
