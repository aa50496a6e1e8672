// A child process that ends when its parent ends, however the parent ends: a small shell holds the read end of a pipe
// and signals the child when the pipe closes. Node built-ins only.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { endLeftOver } from './left-over.mjs';

// A shell starts background children with SIGINT ignored: programs that do not ask for it must be stopped by SIGTERM.
const GUARD = `exec 3<&0
"$@" 3<&- </dev/null &
child=$!
( cat <&3 >/dev/null; kill -s "$TWINNING_STOP_SIGNAL" $child 2>/dev/null ) >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait $child
code=$?
kill $watch 2>/dev/null
exit $code`;

/**
 * Starts `command` tied to this process, in a process group of its own: a Ctrl-C in the terminal does not reach it.
 * `stopSignal` is what it gets on `stop()` or when this process dies; `logFile` (appended) or `output` (a stdio value)
 * takes what it writes. With `pidFile` a process that an earlier run left there, running `mark`, is ended first.
 */
export async function startTied(command, args, options) {
  const { env, cwd = '/', stopSignal = 'TERM', user, logFile, pidFile, mark = command } = options;
  if (pidFile) await endLeftOver({ pidFile, program: mark, signal: stopSignal });
  const output = logFile === undefined ? (options.output ?? 'ignore') : openSync(logFile, 'a');
  const child = spawn('/bin/sh', ['-c', GUARD, 'guard', command, ...args], {
    cwd,
    detached: true,
    stdio: ['pipe', output, output],
    env: { ...env, TWINNING_STOP_SIGNAL: stopSignal },
    ...(user && { uid: user.uid, gid: user.gid }),
  });
  if (logFile !== undefined) closeSync(output);
  child.stdin.on('error', () => undefined);
  const exited = new Promise((resolve) => {
    const settle = (end) => {
      child.stdin.destroy();
      if (pidFile) rmSync(pidFile, { force: true });
      resolve(end);
    };
    child.once('error', (error) => settle({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => settle({ code, signal }));
  });
  if (pidFile && child.pid !== undefined) {
    mkdirSync(dirname(pidFile), { recursive: true });
    writeFileSync(pidFile, `${String(child.pid)}\n`);
  }
  return new TiedProcess(child, exited);
}

class TiedProcess {
  #child;

  constructor(child, exited) {
    this.#child = child;
    this.pid = child.pid;
    /** Resolves when the child has ended: `{code, signal, error?}`. */
    this.exited = exited;
  }

  /** Lets this process end without waiting for the child, which then ends with it. */
  unref() {
    this.#child.unref();
    this.#child.stdin.unref();
  }

  /** Ends the child with its stop signal; kills it when it does not end in time. */
  async stop(graceMs = 15_000) {
    this.#child.ref();
    this.#child.stdin.destroy();
    const late = setTimeout(() => this.kill(), graceMs);
    const end = await this.exited;
    clearTimeout(late);
    return end;
  }

  /** Kills the child and its whole group at once. */
  kill() {
    this.#child.ref();
    try {
      if (this.pid !== undefined) process.kill(-this.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}
