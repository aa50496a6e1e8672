import { Logger } from '@nestjs/common';
import { Periodic, type SessionStore } from '@twinning/engine';

const EVERY_MS = 10 * 60_000;

/** Removes sessions that have ended: a browser that was closed does not say so. */
export class SessionSweep {
  private readonly logger = new Logger('sessions');
  private readonly periodic: Periodic;

  constructor(
    private readonly sessions: Pick<SessionStore, 'sweep'>,
    everyMs = EVERY_MS,
  ) {
    const onFailure = (why: string) => {
      this.logger.warn(`ended sessions could not be removed: ${why}`);
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
    const ended = await this.sessions.sweep();
    if (ended > 0) this.logger.log(`${String(ended)} ended sessions removed`);
  }
}
