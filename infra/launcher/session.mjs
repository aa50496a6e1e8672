// What this launcher has started, and how it ends: in order on the first signal, at once on the second.
import { startTied } from '../local/tied-process.mjs';

/** Thrown out of a step when the person asks to stop. */
export class Stopped extends Error {}

/** Thrown out of a step whose failure stands on the terminal already. */
export class Told extends Error {}

const ORDER = ['command', 'API', 'worker', 'Temporal', 'PostgreSQL'];
// npm passes a Ctrl-C on to its script, which the terminal has told already: two signals, one keystroke.
const SAME_KEYSTROKE = 1_000;

export class Session {
  #running = new Map();
  #starting = new Set();
  #asked = null;
  #askedAt = 0;

  constructor({ onStop, onKill }) {
    this.stopping = new Promise((resolve) => {
      this.#asked = resolve;
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const now = Date.now();
        if (this.#askedAt === 0) {
          this.#askedAt = now;
          onStop();
          this.#asked();
        } else if (now - this.#askedAt > SAME_KEYSTROKE) {
          this.killAll();
          onKill();
        }
      });
    }
  }

  get isStopping() {
    return this.#askedAt !== 0;
  }

  /** The promise's result, or `Stopped` as soon as the person asks to stop. */
  orStop(promise) {
    const stopped = this.stopping.then(() => {
      throw new Stopped();
    });
    stopped.catch(() => undefined);
    return Promise.race([promise, stopped]);
  }

  /** Starts something that has `stop()` and `kill()`, under a name of the order in which things are stopped. */
  async start(name, service) {
    if (this.isStopping) throw new Stopped();
    const started = service.start();
    this.#starting.add(started);
    try {
      const handle = await started;
      this.#running.set(service, name);
      return handle;
    } finally {
      this.#starting.delete(started);
    }
  }

  /** Runs a command to its end and answers its exit code; its children end with it. */
  async run(command, args, options) {
    if (this.isStopping) throw new Stopped();
    const child = await startTied(command, args, options);
    const handle = {
      stop: async () => {
        await child.stop(2_000);
        child.kill();
      },
      kill: () => child.kill(),
    };
    this.#running.set(handle, 'command');
    if (this.isStopping) await handle.stop();
    const { code } = await child.exited;
    this.#running.delete(handle);
    if (this.isStopping) throw new Stopped();
    return code;
  }

  /** Stops everything, one kind after the other. */
  async close() {
    await Promise.allSettled(this.#starting);
    for (const kind of ORDER) {
      const these = [...this.#running].filter(([, name]) => name === kind);
      await Promise.all(these.map(([service]) => service.stop()));
    }
  }

  killAll() {
    for (const service of this.#running.keys()) service.kill();
  }
}
