// A long-running child that is started again when it ends by itself. Node built-ins only.
import { constants } from 'node:os';

/** Milliseconds to wait before the next start after `crashes` crashes in a row. */
export const backoff = (crashes) => Math.min(500 * 2 ** Math.max(0, crashes - 1), 30_000);

/** How a child ended, in a word or two. */
export function describeEnd({ code, signal, error }) {
  if (error) return error.message;
  const number = signal ? null : code - 128;
  const [name] = Object.entries(constants.signals).find(([, n]) => n === number) ?? [signal];
  return name ?? `exit code ${String(code)}`;
}

// How long a child must run to count as up again, and to have its crashes forgiven.
const STEADY = 3_000;
const CALM = 60_000;

/**
 * `start()` resolves to a handle `{exited, stop(), kill()}` once the child is up. `onCrash({name, end, crashes, wait})`
 * and `onRestart({name})` tell of what happens.
 */
export class Service {
  #start;
  #hooks;
  #handle = null;
  #stopping = false;
  #crashes = 0;
  #startedAt = 0;
  #timer = null;

  constructor(name, start, hooks) {
    this.name = name;
    this.#start = start;
    this.#hooks = hooks;
  }

  /** First start: its failure is the caller's. */
  async start() {
    this.#handle = await this.#start(null);
    this.#startedAt = Date.now();
    this.#watch();
    return this.#handle;
  }

  #watch() {
    void this.#handle.exited.then((end) => {
      if (!this.#stopping) this.#crashed(end);
    });
  }

  #crashed(end) {
    clearTimeout(this.#timer);
    if (Date.now() - this.#startedAt > CALM) this.#crashes = 0;
    this.#crashes += 1;
    const wait = backoff(this.#crashes);
    this.#hooks.onCrash({ name: this.name, end, crashes: this.#crashes, wait });
    this.#timer = setTimeout(() => void this.#restart(), wait);
  }

  async #restart() {
    try {
      const handle = await this.#start(this.#handle);
      this.#handle = handle;
      this.#startedAt = Date.now();
      if (this.#stopping) return void (await handle.stop());
      this.#watch();
      this.#timer = setTimeout(() => this.#hooks.onRestart({ name: this.name }), STEADY);
    } catch (error) {
      if (!this.#stopping) this.#crashed({ code: null, signal: null, error });
    }
  }

  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    await this.#handle?.stop();
  }

  kill() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#handle?.kill();
  }
}
