import { Logger } from '@nestjs/common';
import {
  inParallel,
  mendStaleRows,
  neglectedAgreements,
  openByReadModel,
  overdueAgreements,
  reconcileWorkflows,
  type Clock,
  type Conductor,
  type Db,
} from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';
import { sql } from 'kysely';
import { Periodic } from './periodic.js';

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
 * One that sleeps past its deadline is woken.
 */
export class WorkflowKeeper {
  private readonly verified = new Map<string, number>();
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
    const onFailure = (why: string) => {
      this.logger.warn(`workflows could not be compared with the record: ${why}`);
    };
    this.periodic = new Periodic(everyMs, () => this.once(), onFailure);
  }

  start(): void {
    this.periodic.start({ atOnce: true });
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** One pass, unless another worker is at it. */
  async once(): Promise<void> {
    await this.db.connection().execute(async (held) => {
      const { rows } = await sql<{ mine: boolean }>`
        SELECT pg_try_advisory_lock(${LOCK}) AS mine`.execute(held);
      if (rows[0]?.mine !== true) return;
      try {
        await this.compare();
      } finally {
        await sql`SELECT pg_advisory_unlock(${LOCK})`.execute(held);
      }
    });
  }

  private async compare(): Promise<void> {
    const { db, log, sender, verified } = this;
    if (this.passes % ASK_ALL_EVERY === 0) verified.clear();
    this.passes += 1;
    for (const agreement of await neglectedAgreements(db, NEGLECTED_MS)) verified.delete(agreement);
    const open = await openByReadModel(db);
    const findings = await reconcileWorkflows(
      { db, log, conductor: sender },
      open,
      false,
      verified,
    );
    for (const found of [...(await mendStaleRows(db, log)), ...findings]) {
      const { kind, subject, what, mended } = found;
      const line = `${kind} ${subject}: ${what}${mended ? '; mended' : ''}`;
      if (mended) this.logger.warn(line);
      else this.logger.error(line);
    }
    await this.wake();
  }

  // A timer is armed for a duration: a clock that was set forward since, the database's own or a demonstration's, is not heard of.
  private async wake(): Promise<void> {
    const { db, clock, sender } = this;
    await inParallel(await overdueAgreements(db, clock, NEGLECTED_MS), WIDTH, async (agreement) => {
      this.logger.warn(`DEADLINE_PASSED_UNSEEN ${agreement}: its workflow is asked to look`);
      await sender.look(agreement);
    });
  }
}
