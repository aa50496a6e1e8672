import { Logger } from '@nestjs/common';
import type { ConnectionLike } from '@temporalio/client';
import { registerSearchAttributes } from '@twinning/conductor';
import { Periodic } from '@twinning/engine';
import { claimForRecord } from './namespace-claim.js';

const EVERY_MS = 5_000;

/**
 * Sees to what a namespace must know before workflows run in it: whose it is, and the search attributes. A store that was lost
 * and begun anew under a worker at work knows neither, and a workflow hangs on an attribute that nobody registered.
 */
export class NamespaceKeeper {
  private readonly logger = new Logger('namespace');
  private readonly periodic: Periodic;
  private told = '';

  constructor(
    private readonly record: Parameters<typeof claimForRecord>[0],
    private readonly connection: Pick<ConnectionLike, 'operatorService' | 'workflowService'>,
    private readonly namespace: string,
    everyMs = EVERY_MS,
  ) {
    // A server that lets no worker register is prepared by its operator: said once, not with every look.
    this.periodic = new Periodic(
      everyMs,
      () => this.once(),
      (why) => {
        if (why !== this.told) this.logger.warn(`the namespace could not be looked after: ${why}`);
        this.told = why;
      },
    );
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** Throws `NamespaceTaken` when another record has taken the namespace meanwhile. */
  async once(): Promise<void> {
    const { record, connection, namespace } = this;
    await claimForRecord(record, connection, namespace, (why) => {
      throw new Error(why);
    });
    const added = await registerSearchAttributes(connection, namespace);
    if (added.length > 0) {
      this.logger.warn(`NAMESPACE_MADE_ANEW ${namespace}: it knew no ${added.join(', ')}; mended`);
    }
    this.told = '';
  }
}
