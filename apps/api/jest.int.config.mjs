import { fileURLToPath } from 'node:url';
import base from '../../jest.int.mjs';

// Both count for the run as a whole, not for one of its projects.
const { maxWorkers, testTimeout, ...project } = base;
const [[pattern, [, options]]] = Object.entries(base.transform);
const unguarded = fileURLToPath(
  new URL('../../infra/security-bugs/unguarded.mjs', import.meta.url),
);

/** Each spec has a database of its own, and waits more than it reckons: two at a time. */
export default {
  maxWorkers: maxWorkers + 1,
  testTimeout,
  projects: [
    { ...project, testPathIgnorePatterns: ['/src/unguarded/'] },
    // The same product without its own filters: what row-level security keeps back alone.
    {
      ...project,
      testMatch: ['<rootDir>/src/unguarded/*.int.spec.ts'],
      transform: { [pattern]: [unguarded, options] },
    },
  ],
};
