import { Logger } from '@nestjs/common';
import {
  alone,
  inParallel,
  mendStaleRows,
  neglectedAgreements,
  noteParked,
  openByReadModel,
  openChildrenByReadModel,
  overdueAgreements,
  reconcileChildren,
  reconcileWorkflows,
  type Clock,
  type Conductor,
  type Db,
  type Finding,
  Periodic,
} from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';

/** Key of the advisory lock under which one worker compares; any number that nothing else uses. */
const LOCK = 7_489_460_001;
/** A workflow whose task fails for ever changes no version: it is found when all are asked. */
const ASK_ALL_EVERY = 30;
const NEGLECTED_MS = 15_000;
const WIDTH = 16;

/**
 * Sees to it that every open agreement has a workflow that knows its version, and no other has one: at the start
 * and from time to time. What it finds after a loss or a restore it mends and reports; it is silent otherwise. Of several
 * workers one compares at a time, and asks only the workflows whose agreement has changed or in whose agreement something waits; now and then it asks all.
 * One that sleeps past its deadline is woken, and a ballot or an evaluation that has lost its process gets it again. What
 * waits in an agreement that this build cannot read stays there: that is noted, until it can be read.
 */
export class WorkflowKeeper {
  private readonly verified = new Map<string, number>();
  private readonly read = new Map<string, number>();
  private passes = 0;
  private readonly logger = new Logger('keeper');
  private readonly periodic: Periodic;

  constructor(
    private readonly db: Db,
    private readonly log: EventLog,
    private readonly sender: Conductor,
    everyMs: number,
    private readonly clock: Clock,
  ) {
    this.periodic = new Periodic(
      everyMs,
      () => this.once(),
      (why) => {
        this.failed(why);
      },
    );
  }

  start(): void {
    this.periodic.start({ atOnce: true });
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** One pass, unless another worker is at it. */
  async once(): Promise<void> {
    await alone(this.db, LOCK, () => this.compare());
  }

  private async compare(): Promise<void> {
    const { db, log, sender: conductor, verified } = this;
    const asksAll = this.passes % ASK_ALL_EVERY === 0;
    if (asksAll) verified.clear();
    this.passes += 1;
    const neglected = await neglectedAgreements(db, NEGLECTED_MS);
    for (const agreement of neglected) verified.delete(agreement);
    await this.step(() => noteParked({ db, log }, neglected, this.read));
    const on = { db, log, conductor };
    await this.step(async () => reconcileWorkflows(on, await openByReadModel(db), false, verified));
    await this.step(() => mendStaleRows(db, log));
    if (asksAll) {
      await this.step(async () => reconcileChildren(on, await openChildrenByReadModel(db), false));
    }
    await this.wake();
  }

  /** What was found and mended is told, whatever becomes of the next. */
  private async step(work: () => Promise<readonly Finding[]>): Promise<void> {
    try {
      for (const { kind, subject, what, mended } of await work()) {
        const line = `${kind} ${subject}: ${what}${mended ? '; mended' : ''}`;
        if (mended) this.logger.warn(line);
        else this.logger.error(line);
      }
    } catch (error) {
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }

  private failed(why: string): void {
    this.logger.warn(`workflows could not be compared with the record: ${why}`);
  }

  // A timer is armed for a duration: a clock that was set forward since, the database's own or a demonstration's, is not heard of.
  private async wake(): Promise<void> {
    const { db, clock, sender } = this;
    await inParallel(await overdueAgreements(db, clock, NEGLECTED_MS), WIDTH, async (agreement) => {
      this.logger.warn(`DEADLINE_PASSED_UNSEEN ${agreement}: its workflow is asked to look`);
      await this.step(() => sender.look(agreement).then(() => []));
    });
  }
}
