import { Logger } from '@nestjs/common';
import {
  failpoint,
  inParallel,
  linkSettings,
  sealContacts,
  settle,
  takeDigest,
  takeDue,
  type ContactKey,
  type Db,
  type Delivery,
  type Settlement,
  Periodic,
} from '@twinning/engine';
import { waitAfter } from './schedule.js';
import type { Attempt } from './webhook.js';

/** Taken together, and all at once: what is taken waits for nothing but its own attempt. */
const ABREAST = 16;
const SENT: Settlement = { state: 'sent' };

export interface DispatcherOptions {
  readonly everyMs: number;
  /** Longer than any attempt takes, so that two processes never hold one delivery. */
  readonly leaseMs: number;
  readonly retries: readonly number[];
  readonly chance: () => number;
}

/** How a message goes out. */
export interface Transports {
  readonly email: (delivery: Delivery) => Promise<Attempt>;
  /** Several messages to one contact as one. */
  readonly digest: (deliveries: readonly Delivery[]) => Promise<Attempt>;
  readonly webhook: (delivery: Delivery) => Promise<Attempt>;
}

/**
 * Carries the outbox's messages out: at least once each. A process that dies between sending and noting sends again
 * under the same id, by which the receiver knows it. Any number of processes may run it.
 */
export class Dispatcher {
  private readonly logger = new Logger('outbox');
  private readonly periodic: Periodic;
  private sealedWith: string | null | undefined;

  constructor(
    private readonly db: Db,
    private readonly key: ContactKey,
    private readonly transports: Transports,
    private readonly options: DispatcherOptions,
  ) {
    this.periodic = new Periodic(
      options.everyMs,
      () => this.once().then(() => undefined),
      (why) => {
        this.logger.warn(`outbox: ${why}`);
      },
    );
  }

  start(): void {
    this.periodic.start();
  }

  stop(): Promise<void> {
    return this.periodic.stop();
  }

  /** Attempts everything that is due now; answers how many attempts that were. */
  async once(): Promise<number> {
    // Contacts that an older release wrote in the open, or that a key sealed which is not the newest any more.
    if (this.sealedWith !== this.key.sealsWith) {
      await sealContacts(this.db, this.key);
      await linkSettings(this.db, this.key);
      this.sealedWith = this.key.sealsWith;
    }
    let attempts = 0;
    for (;;) {
      const taken = await takeDue(this.db, this.key, ABREAST, this.options.leaseMs);
      await inParallel(taken, ABREAST, (delivery) => this.attempt(delivery));
      attempts += taken.length;
      if (taken.length < ABREAST) break;
    }
    for (;;) {
      const digest = await takeDigest(this.db, this.key, this.options.leaseMs);
      if (digest.length === 0) return attempts;
      await this.attemptDigest(digest);
      attempts += 1;
    }
  }

  private async attemptDigest(digest: readonly Delivery[]): Promise<void> {
    failpoint('outbox-before-send', 'email');
    const fault = await this.transports.digest(digest);
    failpoint('outbox-before-settle', 'email');
    // One wait for all of them: a summary comes again as it was.
    const longest = digest.reduce((most, one) => (one.failures > most.failures ? one : most));
    const result = fault === null ? SENT : this.after(fault, longest);
    for (const delivery of digest) await settle(this.db, delivery, result);
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const { channel } = delivery;
    failpoint('outbox-before-send', channel);
    const fault = await this.transports[channel](delivery);
    failpoint('outbox-before-settle', channel);
    await settle(this.db, delivery, fault === null ? SENT : this.after(fault, delivery));
  }

  private after(
    { why, final }: NonNullable<Attempt>,
    { notice, contact, failures, channel }: Delivery,
  ): Settlement {
    const { retries, chance } = this.options;
    const wait = final ? null : waitAfter(channel, failures + 1, retries, chance());
    const end =
      wait !== null ? '' : final ? '; its contact is disabled' : '; its contact is paused';
    this.logger.warn(
      `message ${notice} to ${contact} failed (${String(failures + 1)}): ${why}${end}`,
    );
    if (wait !== null) return { state: 'waiting', againInMs: wait, why, tried: true };
    return { state: final ? 'failed' : 'paused', why };
  }
}
