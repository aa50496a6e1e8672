import { Logger } from '@nestjs/common';
import { compareAll, lastCompared, recordComparison, type Comparison } from '@twinning/case-file';
import { temporalsHistory, type CommandSender, type WorkflowCode } from '@twinning/conductor';
import { alone, type Clock, type Db, Periodic } from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';

const LOCK = 727_280;
/** How often a process looks whether it is time. */
const LOOK_MS = 600_000;

interface Parts {
  readonly db: Db;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly sender: Pick<CommandSender, 'lastRun'>;
  /** The workflow code of this release. */
  readonly bundle: WorkflowCode;
}

/**
 * Compares Temporal's histories with the log once a day, replays them, and records what came of it. Any number of
 * processes may run it: whoever finds the last comparison older than a day makes the next.
 */
export class HistoryComparison {
  private readonly logger = new Logger('histories');
  private readonly periodic: Periodic;

  constructor(
    private readonly parts: Parts,
    private readonly everyMs: number,
  ) {
    this.periodic = new Periodic(
      Math.min(everyMs, LOOK_MS),
      () => this.onceDue().then(() => undefined),
      (why) => {
        this.logger.warn(`histories could not be compared: ${why}`);
      },
    );
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** Compares when it is time and nobody else does; null when not. */
  async onceDue(): Promise<Comparison | null> {
    const { db, log, clock, sender, bundle } = this.parts;
    return alone(db, LOCK, async () => {
      const last = await lastCompared(db, log);
      if (last !== null && Date.now() - Date.parse(last) < this.everyMs) return null;
      const found = await compareAll(db, log, temporalsHistory(sender, bundle));
      await recordComparison(db, log, clock, found);
      this.tell(found);
      return found;
    });
  }

  private tell({ agreements, runs, differences }: Comparison): void {
    const count = `${String(agreements)} agreements, ${String(runs)} runs`;
    if (differences.length === 0) {
      this.logger.log(`Temporal's histories and the log agree: ${count}`);
      return;
    }
    for (const { agreement, run, eventId, code } of differences) {
      this.logger.error(`${code}: ${agreement}, run ${String(run)}, event ${String(eventId)}`);
    }
  }
}
