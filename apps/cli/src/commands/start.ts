import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../../../infra/start.mjs', import.meta.url));

/** Hands over to the launcher: it starts everything and stays until Ctrl-C. */
export function start(options: readonly string[], data: string | undefined): Promise<void> {
  const args = [...(data === undefined ? [] : ['--data', data]), ...options];
  const child = spawn(process.execPath, [LAUNCHER, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}
