// All specs and what they test in one file: loaded once, a mutant is switched on and off in it. Run by Stryker in its copy.
// With the name of a folder, the specs of that folder alone.
import { readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// Thousands of random stories and callers are more than a mutant can wait for; the vectors and the spec of what faults
// expect read files beside the sources.
const LEFT_OUT = /invariants\/|(vectors|simulate|policy|expected)\.spec/;

const [folder = ''] = process.argv.slice(2);
const specs = readdirSync('src', { recursive: true })
  .filter((name) => name.endsWith('.spec.ts') && !LEFT_OUT.test(name))
  .filter((name) => name.startsWith(folder))
  .sort();
writeFileSync('all.ts', specs.map((name) => `import './src/${name}';\n`).join(''));
await build({
  entryPoints: ['all.ts'],
  outfile: 'all.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  alias: { '@jest/globals': './jest-in-mocha.mjs' },
  logLevel: 'warning',
});
