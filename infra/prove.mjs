// Everything that must hold, from nothing: installs, checks, then the tests against real servers and real processes.
// Ends with one line that sums the tests up.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const counts = { passed: 0, failed: 0 };

/** Jest says "Tests: 1 failed, 2 skipped, 3 passed, 6 total", Node's own runner "pass 3" and "fail 1". */
function count(line) {
  const text = stripVTControlCharacters(line);
  if (/Tests:\s.*\btotal\b/.test(text)) {
    counts.passed += Number(/(\d+) passed/.exec(text)?.[1] ?? 0);
    counts.failed += Number(/(\d+) failed/.exec(text)?.[1] ?? 0);
  }
  counts.passed += Number(/\bpass (\d+)$/.exec(text.trim())?.[1] ?? 0);
  counts.failed += Number(/\bfail (\d+)$/.exec(text.trim())?.[1] ?? 0);
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const [stream, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      let rest = '';
      stream.on('data', (chunk) => {
        to.write(chunk);
        const lines = (rest + String(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) count(line);
      });
    }
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const steps = [
  [process.execPath, [join(root, 'infra', 'install.mjs')]],
  ['npm', ['run', 'check']],
  ['npm', ['run', 'int']],
  ['npm', ['run', 'e2e']],
];
for (const [command, args] of steps) {
  if ((await run(command, args)) === 0) continue;
  process.exitCode = 1;
  break;
}
console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
