// Everything that must hold, from nothing: installs and builds, then what reads the sources beside the tests, to which it
// gives way. Every phase runs to its end, so that one run shows all that fails.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prove, summary } from './proof/phases.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const phase = (name, ...command) => ({ name, command });
const script = (name, called) => phase(name, 'npm', 'run', '--silent', called);
const givingWay = (name, called) => ({ ...script(name, called), givesWay: true });

const results = await prove(
  {
    first: [
      phase('install', process.execPath, join(root, 'infra', 'install.mjs')),
      script('build', 'built'),
    ],
    lanes: [
      [script('unit', 'unit'), script('integration', 'int'), script('end-to-end', 'e2e')],
      [
        givingWay('lint', 'lint'),
        givingWay('format', 'formatted'),
        givingWay('generated', 'generated'),
      ],
    ],
  },
  { cwd: root, write: (line) => process.stdout.write(line) },
);
console.log(`\n${summary(results)}`);
if (results.some(({ code }) => code !== 0)) process.exitCode = 1;
