import { setImmediate } from 'node:timers/promises';
import { appendNext, namesNobody, prepareNext, type PlacelessCommit } from './append-next.js';
import type { Connection } from './connection.js';
import { StreamConflict, type Commit, type RecordedEvent } from './events.js';

interface Waiting {
  readonly prepared: PlacelessCommit;
  readonly resolve: (events: readonly RecordedEvent[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Events after which a group takes no further commit: the log's lock is held for some tens of milliseconds. */
const ENOUGH = 1_000;

// Bad data (22), a rule of the tables (23), another version: PostgreSQL has answered, and nothing was written. Of a
// connection that was lost nobody knows whether the commit came through: to append again might append twice.
const UNDONE = /^(22|23)/;

/**
 * Appends of callers that read nothing before, and need no transaction of their own: those that arrive while one is being
 * written go together in the next, in the order in which they came. One disk flush then serves many; each hears of its
 * own events only when they are committed, and a commit that is refused spoils no other's.
 */
export class GroupedAppends {
  private readonly waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly db: Connection,
    /** Throws where nothing may be appended now. */
    private readonly demand: () => void = () => undefined,
  ) {}

  async append(commit: Commit): Promise<readonly RecordedEvent[]> {
    this.demand();
    if (!namesNobody(commit)) {
      throw new TypeError('What is sealed needs a transaction of its own.');
    }
    const prepared = prepareNext(commit);
    return new Promise((resolve, reject) => {
      this.waiting.push({ prepared, resolve, reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    do {
      // Who has just been answered may come again at once: they belong into this group, not behind it.
      await setImmediate();
      await this.write(this.nextGroup());
    } while (this.waiting.length > 0);
    this.writing = false;
  }

  private nextGroup(): readonly Waiting[] {
    let events = 0;
    const others = this.waiting.findIndex(({ prepared }) => {
      const isFull = events >= ENOUGH;
      events += prepared.events.length;
      return isFull;
    });
    return this.waiting.splice(0, others === -1 ? this.waiting.length : others);
  }

  private async write(group: readonly Waiting[]): Promise<void> {
    try {
      const written = await appendNext(
        this.db,
        group.map(({ prepared }) => prepared),
      );
      group.forEach(({ resolve }, i) => {
        resolve(written[i] ?? []);
      });
    } catch (error) {
      if (group.length > 1 && isUndone(error)) for (const one of group) await this.write([one]);
      else for (const { reject } of group) reject(error);
    }
  }
}

const isUndone = (error: unknown): boolean =>
  error instanceof StreamConflict || UNDONE.test((error as { code?: string }).code ?? '');
