import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Processes of the product; the second ones of a kind are started by a test that wants them. */
export type App = 'api' | 'worker' | 'api2' | 'worker2';
export const APPS: readonly App[] = ['api', 'api2', 'worker', 'worker2'];

const productScript = (app: App): readonly string[] => [
  join(ROOT, 'apps', app.replace('2', ''), 'dist/main.js'),
];

/** Runs the command line to its end; throws with its words when it fails. */
export async function twinning(
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, 'apps/cli/dist/main.js'), ...args], { env });
  let words = '';
  child.stdout.on('data', (chunk: Buffer) => (words += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0)
    throw new Error(`twinning ${args.join(' ')} ended with ${String(code)}:\n${words}`);
  return words;
}

/** The product's API and worker as real processes, each with a log file. */
export class Processes {
  private readonly children = new Map<App, ChildProcess>();
  private readonly meant = new WeakSet<ChildProcess>();
  private supervised = false;
  /** Processes that ended without being told to, and how. */
  readonly endedAlone: string[] = [];
  /** Hears of each process that is ended or woken. */
  touched: () => void = () => undefined;

  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    /** Script and arguments of a process. */
    private readonly scriptOf: (app: App) => readonly string[] = productScript,
  ) {}

  run(app: App, more: NodeJS.ProcessEnv = {}): void {
    const child = spawn(process.execPath, this.scriptOf(app), {
      env: { ...this.env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(this.folder, `${app}.log`), { flags: 'a' });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('exit', (code, signal) => {
      log.end();
      if (!this.meant.has(child)) this.endedAlone.push(`${app} (${String(signal ?? code)})`);
      if (this.supervised && !this.meant.has(child)) {
        setTimeout(() => {
          this.again(app, child, more);
        }, 500);
      }
    });
    this.children.set(app, child);
  }

  /** From now on a process that ends by itself is started again, as the launcher or an orchestrator would. */
  supervise(): void {
    this.supervised = true;
  }

  // A test may have started the next one meanwhile: a second would find its port taken, and end.
  private again(app: App, dead: ChildProcess, more: NodeJS.ProcessEnv): void {
    if (this.supervised && this.children.get(app) === dead) this.run(app, more);
  }

  /** Ends a process with a signal and waits until it is gone. */
  async kill(app: App, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.living(app);
    if (child === undefined) return;
    this.meant.add(child);
    this.touched();
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** Sends a signal that does not end it, e.g. SIGSTOP. */
  signal(app: App, signal: NodeJS.Signals): void {
    this.living(app)?.kill(signal);
    if (signal === 'SIGCONT') this.touched();
  }

  /** Ends all, waking those that were stopped. */
  async stop(): Promise<void> {
    this.supervised = false;
    this.touched = () => undefined;
    for (const app of APPS) {
      this.signal(app, 'SIGCONT');
      await this.kill(app, 'SIGTERM');
    }
  }

  async logs(): Promise<string> {
    const read = (app: App) => readFile(join(this.folder, `${app}.log`), 'utf8').catch(() => '');
    return (await Promise.all(APPS.map(read))).join('\n');
  }

  private living(app: App): ChildProcess | undefined {
    const child = this.children.get(app);
    const ended = child === undefined || child.exitCode !== null || child.signalCode !== null;
    return ended ? undefined : child;
  }
}
