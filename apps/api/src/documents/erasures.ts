import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { finishErasures } from '@twinning/engine';
import type { FilePersonKeys } from '@twinning/event-log';
import type { Resources } from '../resources.js';
import type { Files } from './attachments.controller.js';

const EVERY_MS = 10 * 60_000;

/**
 * Finishes erasures that were cut short, and does them again on keys and files that came back with a backup: at each
 * start, and every so often after, for a store of files may be away or be restored while this runs.
 */
export class Erasures implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('api');
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly resources: Pick<Resources, 'db'>,
    private readonly keys: FilePersonKeys,
    private readonly files: Pick<Files, 'vault'>,
  ) {}

  onApplicationBootstrap(): void {
    this.look();
    this.timer = setInterval(() => {
      this.look();
    }, EVERY_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    const { db } = this.resources;
    const { keys } = this;
    const { vault } = this.files;
    this.looking = this.looking
      .then(() => finishErasures({ db, keys, vault }))
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        this.logger.warn(`Erasures are not finished (${why}); again in ten minutes`);
      });
  }
}
