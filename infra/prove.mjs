// Everything that must hold, from nothing: installs and builds, then what reads the sources beside the tests against real
// servers and real processes. Every phase runs to its end, so that one run shows all that fails.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prove, summary } from './proof/phases.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const phase = (name, ...command) => ({ name, command });
const script = (name, called) => phase(name, 'npm', 'run', '--silent', called);

const results = await prove(
  {
    first: [
      phase('install', process.execPath, join(root, 'infra', 'install.mjs')),
      script('build', 'built'),
    ],
    lanes: [
      [script('unit', 'unit'), script('integration', 'int'), script('end-to-end', 'e2e')],
      [script('format', 'formatted'), script('generated', 'generated'), script('lint', 'lint')],
    ],
  },
  { cwd: root, write: (line) => process.stdout.write(line) },
);
console.log(`\n${summary(results)}`);
if (results.some(({ code }) => code !== 0)) process.exitCode = 1;
