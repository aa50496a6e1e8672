import { sql, type RawBuilder } from 'kysely';
import { readFrom, type Connection, type Source } from './connection.js';
import { alteration } from './altered.js';
import { orConflict, StreamConflict, type Commit, type RecordedEvent } from './events.js';
import { appendNext, namesNobody, prepareNext } from './append-next.js';
import { openFields } from './fields.js';
import type { PersonKeys } from './person-keys.js';
import { placeOf, prepareEvent, type PreparedEvent } from './prepare-event.js';
import { toRecorded, type EventRow } from './rows.js';

/**
 * The head of the log as a transaction has locked it; `lockedAtMs` is the database's clock at that moment, never before
 * the last event's.
 */
export interface Head {
  readonly lockedAtMs: number;
}

/** A page of many streams: from an index on, below another, of what had happened by an instant (RFC 3339). */
export interface StreamsPage {
  readonly fromIndex: number;
  readonly belowIndex?: number;
  readonly occurredBy?: string;
  /** From the end backwards. */
  readonly newestFirst?: boolean;
  readonly limit: number;
}

/** A commit that lacks only its place: `call` appends it as part of any statement and gives the first event's index. */
export interface PreparedCommit {
  readonly stream: string;
  /** Version of the stream before the first event. */
  readonly version: number;
  readonly events: readonly PreparedEvent[];
  readonly call: RawBuilder<number>;
}

/**
 * The append-only log. It knows no agreement: streams, versions, canonical bytes, one order. What it reads has been compared
 * with its leaves; who reads many streams at once hears of an altered entry in its place, and who reads one is thrown it.
 */
export class EventLog {
  constructor(readonly keys: PersonKeys | null) {}

  private demand: () => void = () => undefined;

  /** From now on nothing is appended while `demand` throws. */
  appendOnlyWhile(demand: () => void): void {
    this.demand = demand;
  }

  /** Throws where nothing may be appended now; for who appends beside `append`. */
  demandAppending(): void {
    this.demand();
  }

  /** Takes the log's one lock until the transaction ends; everything decided afterwards is in commit order. */
  async lockHead(trx: Connection): Promise<Head> {
    const { rows } = await sql<{ now_ms: number }>`SELECT now_ms FROM log.lock_head()`.execute(trx);
    return { lockedAtMs: (rows[0] as { now_ms: number }).now_ms };
  }

  /**
   * Appends a commit inside the caller's transaction. Throws `StreamConflict` on another version. It takes one round trip,
   * unless something is sealed: a box is made for one version, which must be known before.
   */
  async append(trx: Connection, commit: Commit, head?: Head): Promise<readonly RecordedEvent[]> {
    if (commit.events.length === 0) return [];
    this.demandAppending();
    if (head === undefined && namesNobody(commit)) {
      const [written = []] = await appendNext(trx, [prepareNext(commit)]);
      return written;
    }
    const { version, recordedAt } = await this.place(trx, commit, head);
    const prepared = await this.prepareAt(commit, version, recordedAt);
    const first = await appending(prepared, async () => {
      const { rows } = await sql<{ first: string | number }>`
        SELECT ${prepared.call} AS first`.execute(trx);
      return Number((rows[0] as { first: string | number }).first);
    });
    return prepared.events.map((p, i) => ({
      ...p.envelope,
      index: first + i,
      payload: p.event.payload,
    }));
  }

  /** Makes a commit's leaves, to be appended by the caller's own statement under the head it has locked: see `appending`. */
  async prepare(
    commit: Commit & { readonly expectedVersion: number },
    head: Head,
  ): Promise<PreparedCommit> {
    this.demandAppending();
    return this.prepareAt(commit, commit.expectedVersion, recordedAt(head));
  }

  private async prepareAt(
    commit: Commit,
    version: number,
    recordedAt: string,
  ): Promise<PreparedCommit> {
    const events: PreparedEvent[] = [];
    for (const [offset, event] of commit.events.entries()) {
      events.push(
        await prepareEvent(this.keys, commit, event, {
          version: version + offset + 1,
          recordedAt,
        }),
      );
    }
    const call = sql<number>`log.append(${JSON.stringify(events.map((e) => e.row))}::jsonb,
      ${events.map((e) => e.leaf)}::bytea[])`;
    return { stream: commit.stream, version, events, call };
  }

  private async place(
    trx: Connection,
    { stream, expectedVersion }: Commit,
    head: Head | undefined,
  ): Promise<{ version: number; recordedAt: string }> {
    const at = recordedAt(head ?? (await this.lockHead(trx)));
    if (head !== undefined && expectedVersion !== undefined) {
      return { version: expectedVersion, recordedAt: at };
    }
    // Never in one statement with the lock: it would read with the snapshot from before the wait.
    const { rows } = await sql<{ version: number }>`
      SELECT coalesce(max(version), 0)::int AS version FROM log.event WHERE stream = ${stream}`.execute(
      trx,
    );
    const version = rows[0]?.version ?? 0;
    if (expectedVersion !== undefined && expectedVersion !== version) {
      throw new StreamConflict(stream, expectedVersion, version);
    }
    return { version, recordedAt: at };
  }

  /** The events of one stream after a version, in order. */
  async readStream(
    from: Source,
    stream: string,
    afterVersion = 0,
  ): Promise<readonly RecordedEvent[]> {
    return this.read(
      from,
      sql<EventRow>`
      SELECT * FROM log.event WHERE stream = ${stream} AND version > ${afterVersion}
       ORDER BY version`,
    );
  }

  /** All events of some streams, stream by stream, in the order of their versions. */
  async readWhole(from: Source, streams: readonly string[]): Promise<readonly RecordedEvent[]> {
    return this.readMarked(
      from,
      sql<EventRow>`
      SELECT * FROM log.event WHERE stream = ANY(${streams}::text[])
       ORDER BY stream, version`,
    );
  }

  /** Up to `limit` events from an index on, in commit order: no gap can appear behind a reader. */
  async readAll(from: Source, fromIndex: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.read(
      from,
      sql<EventRow>`
      SELECT * FROM log.event WHERE index >= ${fromIndex} ORDER BY index LIMIT ${limit}`,
    );
  }

  /** Up to `limit` events of the streams that begin with `prefix`, in commit order or against it: what a view of the past folds. */
  async readStreams(
    from: Source,
    prefix: string,
    { fromIndex, belowIndex, occurredBy, newestFirst = false, limit }: StreamsPage,
  ): Promise<readonly RecordedEvent[]> {
    return this.readMarked(
      from,
      sql<EventRow>`
      SELECT index, stream, version, type, schema_version, occurred_at, recorded_at, actor, on_behalf_of, command_id,
             causation_id, correlation_id, ruleset, nonce, leaf, payload, salts, sealed
        FROM log.event
       WHERE index >= ${fromIndex} AND starts_with(stream, ${prefix})
         AND (${belowIndex ?? null}::bigint IS NULL OR index < ${belowIndex ?? null}::bigint)
         AND (${occurredBy ?? null}::timestamptz IS NULL OR occurred_at <= ${occurredBy ?? null}::timestamptz)
       ORDER BY index ${newestFirst ? sql`DESC` : sql`ASC`} LIMIT ${limit}`,
    );
  }

  /** Of an altered entry throws `AlteredEntry`. */
  private async read(from: Source, query: RawBuilder<EventRow>): Promise<readonly RecordedEvent[]> {
    const events = await this.readMarked(from, query);
    for (const { altered } of events) if (altered !== undefined) throw altered;
    return events;
  }

  /** An altered entry says so: it stops its own stream alone. */
  private async readMarked(
    from: Source,
    query: RawBuilder<EventRow>,
  ): Promise<readonly RecordedEvent[]> {
    const { rows } = await readFrom(from, (on) => query.execute(on));
    const events: RecordedEvent[] = [];
    for (const row of rows) {
      const altered = alteration(row);
      if (altered !== null) events.push({ ...toRecorded(row, {}), altered });
      else {
        const payload = await openFields(row, placeOf(row.stream, row.version), this.keys);
        events.push(toRecorded(row, payload));
      }
    }
    return events;
  }
}

const recordedAt = (head: Head): string => new Date(head.lockedAtMs).toISOString();

/** Runs the statement that contains a prepared commit's `call`; throws `StreamConflict` when the stream is elsewhere. */
export const appending = <T>(
  { stream, version }: PreparedCommit,
  statement: () => Promise<T>,
): Promise<T> => orConflict(statement, () => ({ stream, expected: version }));

/** Number of events in the log. */
export async function logSize(db: Connection): Promise<number> {
  const { rows } = await sql<{ size: string | number }>`SELECT size FROM log.head`.execute(db);
  return Number(rows[0]?.size ?? 0);
}
