import { Logger } from '@nestjs/common';
import { Periodic, type Db } from '@twinning/engine';
import { checkpointNow, logSize, NotContinued, type Signer } from '@twinning/event-log';

const EVERY_MS = 60_000;

/**
 * Signs a checkpoint every minute in which the record has grown, whoever asks for one or not: a record that is put back
 * from a backup is known by what was signed last (decision 0035), but for its last minute.
 */
export class CheckpointKeeper {
  private readonly logger = new Logger('checkpoints');
  private readonly periodic: Periodic;
  private signed = -1;

  /** `on` is asked at each signing: the key can be another by then. */
  constructor(
    private readonly on: () => { readonly db: Db; readonly signer: Signer },
    everyMs = EVERY_MS,
  ) {
    this.periodic = new Periodic(
      everyMs,
      () => this.once(),
      (why) => {
        this.logger.warn(`no checkpoint was signed: ${why}`);
      },
    );
  }

  start(): void {
    this.periodic.start();
  }

  /** Resolves when the last signing has ended. */
  async stop(): Promise<void> {
    await this.periodic.stop();
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
