import { Logger } from '@nestjs/common';
import type { CommandSender } from '@twinning/conductor';
import { openByReadModel, reconcileWorkflows, type Db } from '@twinning/engine';
import { Periodic } from './periodic.js';

/**
 * Sees to it that every open agreement has a workflow that knows its version, and no other has one: soon after the start
 * and from time to time. What it finds after a loss or a restore it mends and reports; it is silent otherwise.
 */
export class WorkflowKeeper {
  private readonly logger = new Logger('keeper');
  private readonly periodic: Periodic;

  constructor(
    private readonly db: Db,
    private readonly sender: CommandSender,
    everyMs: number,
  ) {
    const onFailure = (why: string) => {
      this.logger.warn(`workflows could not be compared with the record: ${why}`);
    };
    this.periodic = new Periodic(everyMs, () => this.once(), onFailure);
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  async once(): Promise<void> {
    const { db, sender } = this;
    const open = await openByReadModel(db);
    for (const found of await reconcileWorkflows({ db, conductor: sender }, open, false)) {
      const { kind, subject, what, mended } = found;
      const line = `${kind} ${subject}: ${what}${mended ? '; mended' : ''}`;
      if (mended) this.logger.warn(line);
      else this.logger.error(line);
    }
  }
}
