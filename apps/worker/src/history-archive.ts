import { Logger } from '@nestjs/common';
import type { CommandSender } from '@twinning/conductor';
import { inParallel, keepRun, lastKeptRun, runsNotKept, type Db, Periodic } from '@twinning/engine';

const WIDTH = 4;
/** Temporal lists a run some time after it has ended, and the order is not that of the ends. */
const LOOK_BACK_MS = 6 * 3_600_000;

/**
 * Keeps the history of every run with the case when the run has ended, long before Temporal's retention deletes it. Safe
 * to run in any number of processes: a run is kept once.
 */
export class HistoryArchive {
  private readonly logger = new Logger('archive');
  private readonly periodic: Periodic;

  constructor(
    private readonly db: Db,
    private readonly sender: Pick<CommandSender, 'endedSince' | 'historyOf'>,
    everyMs: number,
  ) {
    const onFailure = (why: string) => {
      this.logger.warn(`histories could not be kept: ${why}`);
    };
    this.periodic = new Periodic(everyMs, () => this.once().then(() => undefined), onFailure);
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** One pass; answers how many runs it has kept. One that cannot be fetched keeps no other back. */
  async once(): Promise<number> {
    const last = await lastKeptRun(this.db);
    const since = last === null ? null : new Date(last.getTime() - LOOK_BACK_MS);
    const missing = await runsNotKept(this.db, await this.sender.endedSince(since));
    let kept = 0;
    await inParallel(missing, WIDTH, async (run) => {
      try {
        await keepRun(this.db, run, await this.sender.historyOf(run.workflow, run.run));
        kept += 1;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        this.logger.warn(`history of ${run.workflow} (${run.run}) could not be kept: ${why}`);
      }
    });
    return kept;
  }
}
