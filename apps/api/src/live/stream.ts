import type { Principal } from '@twinning/domain';
import { asRead, type Db } from '@twinning/engine';
import type { Position } from '@twinning/event-log';
import { readingAs, visibleAmong } from '@twinning/read-model';
import type { ServerResponse } from 'node:http';
import type { LiveFeed } from './feed.js';

/** Whoever may listen no more hears nothing after this, whichever process was told. */
const BEAT_MS = 5_000;
/** Bytes that a client may leave unread before it is let go: it resumes where it was. */
const UNREAD = 256 * 1024;
const RETRY_MS = 2_000;

const AGREEMENT = /^agreement\/(.+)$/;

export interface StreamOptions {
  readonly db: Db;
  readonly feed: LiveFeed;
  /** Who the caller is now: what was taken from them meanwhile, they hear no more of. */
  readonly caller: () => Promise<Principal>;
  /** Index of the first entry that the client has not seen. */
  readonly from: number;
  /** Whether the caller may go on listening; asked at every beat. */
  readonly stands: () => Promise<boolean>;
  readonly beatMs?: number;
}

/** One client's updates: which agreements that it may see have changed, each entry once, in the record's order. */
export class UpdateStream {
  private cursor: number;
  private pumping = false;
  private again = false;
  private isOver = false;
  private readonly beat: NodeJS.Timeout;
  private readonly unlisten: () => void;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: StreamOptions,
  ) {
    this.cursor = options.from;
    this.unlisten = options.feed.listen({
      wake: () => void this.pump(),
      end: () => {
        this.end();
      },
    });
    this.beat = setInterval(() => void this.keepAlive(), options.beatMs ?? BEAT_MS);
    response.once('close', () => {
      this.end();
    });
    this.write(`retry: ${String(RETRY_MS)}\n${this.place()}event: ready\ndata: {}\n\n`);
    void this.pump();
  }

  /** Ends the stream; with `why` the client is told not to come back by itself. */
  end(why?: 'ended'): void {
    if (this.isOver) return;
    if (why !== undefined) this.write(`event: ${why}\ndata: {}\n\n`);
    this.isOver = true;
    clearInterval(this.beat);
    this.unlisten();
    this.response.end();
  }

  // Entries that the client may not see move its place on too, so that it never reads them again.
  private place(): string {
    return this.cursor === 0 ? '' : `id: ${String(this.cursor - 1)}\n`;
  }

  private async keepAlive(): Promise<void> {
    const stands = await this.options.stands().catch(() => true);
    if (!stands) {
      this.end('ended');
      return;
    }
    this.write(`: beat\n${this.place()}\n`);
    await this.pump();
  }

  private async pump(): Promise<void> {
    if (this.pumping) {
      this.again = true;
      return;
    }
    this.pumping = true;
    try {
      do {
        this.again = false;
        while (await this.turn());
      } while (this.again);
    } catch {
      // PostgreSQL is away: the place is kept, and the next beat or entry tries again.
    }
    this.pumping = false;
  }

  /** Sends one page; answers whether there may be more. */
  private async turn(): Promise<boolean> {
    const page = await this.options.feed.page(this.cursor);
    const last = page.at(-1);
    if (last === undefined || this.isOver) return false;
    const visible = await this.visible(page);
    for (const { index, stream, version } of page) {
      const agreement = AGREEMENT.exec(stream)?.[1];
      if (agreement === undefined || !visible.has(agreement)) continue;
      const data = JSON.stringify({ agreement, version, index });
      this.write(`id: ${String(index)}\nevent: changed\ndata: ${data}\n\n`);
    }
    this.cursor = last.index + 1;
    return !this.isOver;
  }

  private async visible(page: readonly Position[]): Promise<ReadonlySet<string>> {
    const { db } = this.options;
    const caller = await this.options.caller();
    const ids = new Set(page.flatMap(({ stream }) => AGREEMENT.exec(stream)?.[1] ?? []));
    return readingAs(asRead(db), caller, (trx) => visibleAmong(trx, caller, [...ids]));
  }

  private write(text: string): void {
    if (this.isOver) return;
    this.response.write(text);
    if (this.response.writableLength > UNREAD) this.response.destroy();
  }
}
