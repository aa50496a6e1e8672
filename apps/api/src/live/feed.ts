import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Db } from '@twinning/engine';
import { logSize, positionsFrom, type Position } from '@twinning/event-log';

const LOOK_MS = 500;
const PAGE = 500;

/** A stream of updates, as the feed sees it. */
export interface Listener {
  /** The record has entries that were not there before. */
  readonly wake: () => void;
  /** The process ends. */
  readonly end: () => void;
}

/**
 * Watches the size of the record while anybody listens: one question of one row for all streams of this process. The
 * index is dense and in commit order, so nothing can appear behind a reader.
 */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private timer: NodeJS.Timeout | null = null;
  private seen = 0;
  private recent: readonly Position[] = [];

  constructor(private readonly db: Db) {}

  size(): Promise<number> {
    return logSize(this.db);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    this.timer ??= setTimeout(() => void this.look(), LOOK_MS);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Up to a page of positions from an index on; the newest ones are read once for all streams. */
  async page(from: number): Promise<readonly Position[]> {
    const [oldest] = this.recent;
    if (oldest !== undefined && from >= oldest.index) {
      return this.recent.filter(({ index }) => index >= from);
    }
    return positionsFrom(this.db, from, PAGE);
  }

  onModuleDestroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    for (const listener of [...this.listeners]) listener.end();
    this.listeners.clear();
  }

  private async look(): Promise<void> {
    try {
      const size = await this.size();
      if (size > this.seen) {
        this.recent = await positionsFrom(this.db, Math.max(this.seen, size - PAGE), PAGE);
        this.seen = size;
        for (const { wake } of this.listeners) wake();
      }
    } catch {
      // PostgreSQL is away: the streams stay open, and the next look finds what was missed.
    }
    this.timer = this.listeners.size === 0 ? null : setTimeout(() => void this.look(), LOOK_MS);
  }
}
