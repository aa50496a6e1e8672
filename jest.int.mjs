import { fileURLToPath } from 'node:url';
import base from './jest.base.mjs';

const testing = (file) => fileURLToPath(new URL(`infra/testing/${file}`, import.meta.url));

/** What the workers of a run share. */
export const servers = {
  globalSetup: testing('servers-of-run.mjs'),
  globalTeardown: testing('end-servers-of-run.mjs'),
};

/**
 * Tests against a real PostgreSQL or a real Temporal server (`*.int.spec.ts`). Each spec has a database of its own, and
 * waits more than it reckons: two at a time.
 */
export default {
  ...base,
  ...servers,
  testMatch: ['<rootDir>/src/**/*.int.spec.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
  maxWorkers: 2,
};
