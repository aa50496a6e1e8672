import base from './jest.base.mjs';

/** Tests against a real PostgreSQL or a real Temporal server (`*.int.spec.ts`). */
export default {
  ...base,
  testMatch: ['<rootDir>/src/**/*.int.spec.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
  maxWorkers: 1,
};
