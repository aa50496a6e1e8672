import { Logger } from '@nestjs/common';
import { markTold, type Db } from '@twinning/engine';

const FLUSH_MS = 200;

/**
 * Notes, some at a time, that workflows have heard of their outcomes. A note that is lost costs nothing but a second
 * telling: the sweep comes back to commands without one.
 */
export class ToldNotes {
  private readonly logger = new Logger('told');
  private waiting: string[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly db: Db) {}

  add(command: string): void {
    this.waiting.push(command);
    this.timer ??= setTimeout(() => {
      void this.flush();
    }, FLUSH_MS);
  }

  /** Writes what is waiting; called once more before the process ends. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const ids = this.waiting;
    this.waiting = [];
    try {
      await markTold(this.db, ids);
    } catch (error) {
      this.logger.warn(
        `${String(ids.length)} notes lost: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
}
