import { Logger } from '@nestjs/common';
import type { CommandSender } from '@twinning/conductor';
import { markTold, unfinishedCommands, type Db } from '@twinning/engine';

/**
 * Re-sends commands that were stored but not decided, and outcomes whose workflow was not told (a process died, Temporal
 * was away). Safe to run in any number of processes at once: a decided command gives its stored outcome.
 */
export class Sweep {
  private readonly logger = new Logger('sweep');
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly sender: CommandSender,
    private readonly everyMs: number,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.once())
        .catch((error: unknown) => {
          this.logger.warn(`sweep: ${error instanceof Error ? error.message : String(error)}`);
        });
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** One pass; a command that cannot be sent does not keep the others back. */
  async once(): Promise<void> {
    const left = await unfinishedCommands(this.db, this.everyMs, 100);
    for (const command of left) {
      try {
        await this.sender.send(command);
        await markTold(this.db, [command.id]);
        this.logger.log(`re-sent command ${command.id} of ${command.agreement}`);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        this.logger.warn(`command ${command.id} of ${command.agreement} could not be sent: ${why}`);
      }
    }
  }
}
