/** Runs `work` every `everyMs`, one run at a time; a failed run is told and does not stop the next. */
export class Periodic {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly onFailure: (why: string) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      // A run that takes longer than the interval is not followed by a heap of others.
      this.running ??= this.run();
    }, this.everyMs);
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
