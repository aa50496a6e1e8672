// Runs what a proof consists of, each phase to its end, and says at the end what became of every one. Node built-ins only.
import { spawn } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs `first` one after the other: nothing can be said of the rest when one of them fails. Then the lanes side by side,
 * the phases of a lane one after the other, each whatever became of the one before. A phase is `{ name, command }`, and
 * with `givesWay` it has what processor time the others leave. `write` takes what they say, line by line. Answers what
 * became of each, in the order given.
 */
export async function prove({ first, lanes }, { cwd, write }) {
  const results = new Map([...first, ...lanes.flat()].map((phase) => [phase, notRun(phase)]));
  const run = async (phase) => {
    const result = await runPhase(phase, { cwd, write });
    results.set(phase, result);
    return result.code === 0;
  };
  const all = () => [...results.values()];
  for (const phase of first) if (!(await run(phase))) return all();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const phase of lane) await run(phase);
    }),
  );
  return all();
}

const notRun = ({ name }) => ({ name, code: null, seconds: 0, passed: 0, failed: 0, failures: [] });

function runPhase({ name, command: [program, ...args], givesWay = false }, { cwd, write }) {
  const began = Date.now();
  const heard = { ...notRun({ name }), failures: new Set() };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    if (givesWay && child.pid !== undefined) giveWay(child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      const take = (line) => {
        write(`${name} | ${line}\n`);
        hear(heard, stripVTControlCharacters(line));
      };
      stream.setEncoding('utf8');
      stream.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(take);
      });
      stream.on('end', () => {
        if (rest !== '') take(rest);
      });
    }
    const end = (code) => {
      const seconds = Math.round((Date.now() - began) / 1_000);
      resolve({ ...heard, code, seconds, failures: [...heard.failures] });
    };
    child.once('error', (error) => {
      heard.failures.add(error.message);
      end(1);
    });
    // Not at `exit`: what it said last may still be on its way.
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Steps of niceness (of twenty): one tenth of the time where both sides ask for all of it. */
const STEPS_BACK = 10;

function giveWay(pid) {
  try {
    setPriority(pid, Math.min(19, getPriority() + STEPS_BACK));
  } catch {
    // It is at its end already, or the system has no such order: then it runs as the others do.
  }
}

// Behind the name of the project that Nx puts before a line: Jest's way, and both ways of Node's own runner.
const FAILURE =
  /(?:^|: )\s*(?:● (.+ › .+|Test suite failed to run)|✖ (.+?)(?: \([\d.]+ms\))?|not ok \d+ - (.+))$/;

/** Jest says "Tests: 1 failed, 2 skipped, 3 passed, 6 total", Node's own runner "pass 3" and "fail 1". */
function hear(heard, text) {
  const number = (pattern) => Number(pattern.exec(text.trim())?.[1] ?? 0);
  if (/Tests:\s.*\btotal\b/.test(text)) {
    heard.passed += number(/(\d+) passed/);
    heard.failed += number(/(\d+) failed/);
  }
  heard.passed += number(/\bpass (\d+)$/);
  heard.failed += number(/\bfail (\d+)$/);
  const what = FAILURE.exec(text)?.slice(1).find(Boolean);
  if (what !== undefined && what !== 'failing tests:') heard.failures.add(what);
}

/** What became of each phase, what failed in it, and in the last line the sum of the tests. */
export function summary(results) {
  const wide = Math.max(...results.map(({ name }) => name.length));
  const sum = (of) => String(results.reduce((n, result) => n + result[of], 0));
  return [
    ...results.flatMap((result) => [
      `${result.name.padEnd(wide)}  ${saying(result)}`,
      ...result.failures.map((what) => `${' '.repeat(wide)}  ● ${what}`),
    ]),
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n');
}

function saying({ code, seconds, passed, failed }) {
  if (code === null) return 'not run';
  const tests = passed + failed === 0 ? [] : [`${String(passed)} passed`];
  if (failed > 0) tests.push(`${String(failed)} failed`);
  return [code === 0 ? 'ok' : 'FAILED', `${String(seconds)} s`, ...tests].join(', ');
}
