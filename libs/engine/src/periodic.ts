import { within } from './conductor-port.js';

/** How long a stop waits for a run that does not end: what it leaves is done again later, as after a kill. */
const STOP_MS = 3_000;

/** Runs `work` every `everyMs` and, where asked, when it starts; one run at a time. A failed run is told and does not stop the next. */
export class Periodic {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private readonly stopping = new AbortController();

  constructor(
    private readonly everyMs: number,
    /** What takes long takes nothing new once `stopping` is aborted. */
    private readonly work: (stopping: AbortSignal) => Promise<void>,
    private readonly onFailure: (why: string) => void,
  ) {}

  start({ atOnce = false }: { readonly atOnce?: boolean } = {}): void {
    // A run that takes longer than the interval is not followed by a heap of others.
    const next = () => {
      this.running ??= this.run();
    };
    this.timer = setInterval(next, this.everyMs);
    if (atOnce) next();
  }

  /** Resolves when the last run has ended, or when it has been waited for long enough. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.stopping.abort();
    if (this.running !== null) await within(STOP_MS, this.running).catch(() => undefined);
  }

  private async run(): Promise<void> {
    try {
      await this.work(this.stopping.signal);
    } catch (error) {
      this.onFailure(error instanceof Error ? error.message : String(error));
    } finally {
      this.running = null;
    }
  }
}
