/** Runs `work` every `everyMs` and, where asked, when it starts; one run at a time. A failed run is told and does not stop the next. */
export class Periodic {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
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

  /** Resolves when the last run has ended. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.onFailure(error instanceof Error ? error.message : String(error));
    } finally {
      this.running = null;
    }
  }
}
