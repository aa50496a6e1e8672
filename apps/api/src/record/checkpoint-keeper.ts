import { Logger } from '@nestjs/common';
import type { Db } from '@twinning/engine';
import { checkpointNow, logSize, NotContinued, type Signer } from '@twinning/event-log';

const EVERY_MS = 60_000;

/**
 * Signs a checkpoint every minute in which the record has grown, whoever asks for one or not: a record that is put back
 * from a backup is known by what was signed last (decision 0035), but for its last minute.
 */
export class CheckpointKeeper {
  private readonly logger = new Logger('checkpoints');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();
  private signed = -1;

  /** `on` is asked at each signing: the key can be another by then. */
  constructor(private readonly on: () => { readonly db: Db; readonly signer: Signer }) {}

  start(everyMs = EVERY_MS): void {
    this.timer = setInterval(() => {
      this.running = this.once().catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        this.logger.warn(`no checkpoint was signed: ${why}`);
      });
    }, everyMs).unref();
  }

  /** Resolves when the last signing has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Signs unless nothing has come since; what was put back and not continued is said by `ContinuityWatch`. */
  async once(): Promise<void> {
    const { db, signer } = this.on();
    const size = await logSize(db);
    if (size === this.signed || size === 0) return;
    try {
      await checkpointNow(db, signer);
      this.signed = size;
    } catch (error) {
      if (!(error instanceof NotContinued)) throw error;
    }
  }
}
