import { Logger } from '@nestjs/common';
import { Periodic, type ParticipationService, type RegistryReactions } from '@twinning/engine';
import type { ContinuityWatch } from '@twinning/event-log';

/**
 * What no workflow waits for: timers of participation records that are due, and facts of imports and participation
 * records that no agreement has been told yet (an import was killed before its end). It needs PostgreSQL alone, and goes
 * on while Temporal is away.
 */
export class OutsideSweep {
  private readonly logger = new Logger('outside');
  private readonly periodic: Periodic;

  constructor(
    private readonly continuity: Pick<ContinuityWatch, 'demand'>,
    private readonly participation: Pick<ParticipationService, 'due' | 'look'>,
    private readonly reactions: Pick<RegistryReactions, 'run'>,
    everyMs: number,
  ) {
    const onFailure = (why: string) => {
      this.logger.warn(`outside: ${why}`);
    };
    this.periodic = new Periodic(everyMs, () => this.once(), onFailure);
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** One pass; a fault in one record keeps neither the others nor the agreements back. */
  async once(): Promise<void> {
    this.continuity.demand();
    for (const pair of await this.participation.due(100)) {
      const name = `${String(pair.member)}/${String(pair.committee)}`;
      await this.attempt(`participation ${name}`, () => this.participation.look(pair));
    }
    await this.attempt('reactions to the registry', async () => {
      const { commands, agreements, failed } = await this.reactions.run();
      for (const { subject, why } of failed) {
        this.logger.warn(`${subject} could not be told what the registry shows: ${why}`);
      }
      if (commands > 0) {
        this.logger.log(`${String(commands)} facts told to ${String(agreements)} agreements`);
      }
    });
  }

  private async attempt(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
