import { fileURLToPath } from 'node:url';
import base from '../../jest.base.mjs';

const transform = fileURLToPath(new URL('transform.mjs', import.meta.url));
const [pattern, [, options]] = Object.entries(base.transform)[0];

/** One spec, unit or with servers, under the bug that `TWINNING_SECURITY_BUG` names. */
export default {
  ...base,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
  maxWorkers: 1,
  transform: { [pattern]: [transform, options] },
};
