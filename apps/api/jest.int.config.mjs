import { fileURLToPath } from 'node:url';
import base from '../../jest.int.mjs';

// Both count for the run as a whole, not for one of its projects.
const { maxWorkers, testTimeout, ...project } = base;
const [[pattern, [, options]]] = Object.entries(base.transform);
const unguarded = fileURLToPath(
  new URL('../../infra/security-bugs/unguarded.mjs', import.meta.url),
);

/** The product, and the same product without its own filters: what row-level security keeps back alone. */
export const projects = [
  { ...project, testPathIgnorePatterns: ['/src/unguarded/'] },
  {
    ...project,
    testMatch: ['<rootDir>/src/unguarded/*.int.spec.ts'],
    transform: { [pattern]: [unguarded, options] },
  },
];

export default { maxWorkers, testTimeout, projects };
