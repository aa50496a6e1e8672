import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { projects as ofApi } from './apps/api/jest.int.config.mjs';
import each from './jest.int.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const packages = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)).map((name) => `${folder}/${name}`),
);

const { maxWorkers, testTimeout, ...project } = each;
const projectsOf = (at) => (at === 'apps/api' ? ofApi : [project]);

/** The integration tests of all packages in one run: a worker goes on with the next package when one is at its last spec. */
export default {
  projects: [...packages, 'workflows']
    .filter((at) => existsSync(`${root}${at}/jest.int.config.mjs`))
    .flatMap((at) =>
      projectsOf(at).map((one) => ({ ...one, displayName: at, rootDir: `${root}${at}` })),
    ),
  maxWorkers,
  testTimeout,
  // Compiled modules stay in a worker's memory after their spec.
  workerIdleMemoryLimit: '1500MB',
};
