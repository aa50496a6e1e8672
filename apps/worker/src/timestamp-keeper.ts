import { Logger } from '@nestjs/common';
import { Periodic, type Db } from '@twinning/engine';
import { stampNewest } from '@twinning/event-log';

const PATIENCE_MS = 15_000;

/** Has the newest checkpoint stamped by an authority (RFC 3161) from time to time; does nothing without one. */
export class TimestampKeeper {
  private readonly logger = new Logger('timestamps');
  private readonly periodic: Periodic | null;

  constructor(db: Db, authority: string | null, everyMs: number) {
    const once = async (url: string) => {
      const size = await stampNewest(db, url, PATIENCE_MS);
      if (size !== null) this.logger.log(`checkpoint of size ${String(size)} stamped by ${url}`);
    };
    this.periodic =
      authority === null
        ? null
        : new Periodic(
            everyMs,
            () => once(authority),
            (why) => {
              this.logger.warn(`no time stamp from ${authority}: ${why}`);
            },
          );
  }

  start(): void {
    this.periodic?.start();
  }

  async stop(): Promise<void> {
    await this.periodic?.stop();
  }
}
