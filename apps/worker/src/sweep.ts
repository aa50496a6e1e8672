import { Logger } from '@nestjs/common';
import type { CommandSender } from '@twinning/conductor';
import {
  freeStuck,
  inParallel,
  markTold,
  unfinishedCommands,
  within,
  type Db,
  Periodic,
} from '@twinning/engine';

const AT_ONCE = 100;
const WIDTH = 8;
const PATIENCE_MS = 15_000;
/** What failed because something was away is carried out within a minute of its return, this rest and the attempt included. */
const LONGEST_REST_MS = 20_000;

interface Failures {
  readonly count: number;
  readonly restUntil: number;
}

/**
 * Re-sends commands that were stored but not decided, and outcomes whose workflow was not told (a process died, Temporal
 * was away). Safe to run in any number of processes at once: a decided command gives its stored outcome. One that fails
 * again and again rests longer each time, so that it keeps no other back; one whose workflow is stuck is freed.
 */
export class Sweep {
  private readonly logger = new Logger('sweep');
  private readonly failures = new Map<string, Failures>();
  private readonly periodic: Periodic;

  constructor(
    private readonly db: Db,
    private readonly sender: Pick<CommandSender, 'send' | 'standing' | 'end'>,
    private readonly everyMs: number,
    private readonly nowMs: () => number = Date.now,
  ) {
    const onFailure = (why: string) => {
      this.logger.warn(`sweep: ${why}`);
    };
    this.periodic = new Periodic(everyMs, (stopping) => this.once(stopping), onFailure);
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** One pass. */
  async once(stopping?: AbortSignal): Promise<void> {
    const resting = [...this.failures].filter(([, f]) => f.restUntil > this.nowMs());
    const except = resting.map(([id]) => id);
    const left = await unfinishedCommands(this.db, this.everyMs, AT_ONCE, except);
    await inParallel(left, WIDTH, (command) => this.resend(command), stopping);
  }

  private async resend(command: { readonly id: string; readonly agreement: string }) {
    try {
      // A workflow that no worker carries on answers never.
      await within(PATIENCE_MS, this.sender.send(command));
      await markTold(this.db, [command.id]);
      this.failures.delete(command.id);
      this.logger.log(`re-sent command ${command.id} of ${command.agreement}`);
    } catch (error) {
      if (await freeStuck(this.sender, command.agreement).catch(() => false)) {
        this.failures.delete(command.id);
        this.logger.warn(`the workflow of ${command.agreement} was stuck and is begun anew`);
        return;
      }
      const count = (this.failures.get(command.id)?.count ?? 0) + 1;
      const rest = Math.min(this.everyMs * 2 ** (count - 1), LONGEST_REST_MS);
      this.failures.set(command.id, { count, restUntil: this.nowMs() + rest });
      const why = error instanceof Error ? error.message : String(error);
      this.logger.warn(
        `command ${command.id} of ${command.agreement} could not be sent (${String(count)}): ${why}`,
      );
    }
  }
}
