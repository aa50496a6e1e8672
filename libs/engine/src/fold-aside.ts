import {
  canonicalJson,
  logSize,
  type EventLog,
  type Json,
  type RecordedEvent,
} from '@twinning/event-log';
import type { Violation } from './check.js';
import type { Db, Trx } from './database.js';
import { eventsOfStreams, streamsOf } from './fold-streams.js';

const AT_ONCE = 1_000;

/** A stream as far as this build can fold it. */
export interface FoldedStream<S> {
  /** Null before the first event that could be folded. */
  readonly state: S | null;
  /** Why folding stopped: an event that this build does not know or cannot apply; null when all were folded. */
  readonly stoppedAt: string | null;
}

/** Streams beside the agreements' (people, participations), and the rows of the read model that show them. */
export interface AsideRows<S> {
  /** What the names of the streams begin with. */
  readonly prefix: string;
  /** How findings call the rows. */
  readonly part: string;
  /** Throws on an event that this build does not know or cannot apply. */
  readonly step: (before: S | null, event: RecordedEvent) => S;
  /** By stream, what its rows show, comparable with `wanted`. */
  readonly shown: (db: Db) => Promise<ReadonlyMap<string, string>>;
  readonly wanted: (state: S) => string;
  /** Writes the rows of some streams, at most `AT_ONCE`; null forgets them. */
  readonly put: (trx: Trx, rows: readonly (readonly [string, S | null])[]) => Promise<void>;
}

function foldOn<S>(
  { step }: Pick<AsideRows<S>, 'step'>,
  before: FoldedStream<S> | undefined,
  event: RecordedEvent,
): FoldedStream<S> {
  if (before !== undefined && before.stoppedAt !== null) return before;
  const state = before?.state ?? null;
  try {
    return { state: step(state, event), stoppedAt: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { state, stoppedAt: `event ${String(event.index)}: ${why}` };
  }
}

/** What the log gives of such streams, and which of their rows are other ones. An event that cannot be folded stops its own stream alone. */
export class Aside<S> {
  private readonly folded = new Map<string, FoldedStream<S>>();
  private readonly wrong = new Set<string>();
  private size = 0;

  private constructor(
    private readonly rows: AsideRows<S>,
    private readonly log: EventLog,
  ) {}

  /** Folds the log to its present end and compares. */
  static async of<S>(db: Db, log: EventLog, rows: AsideRows<S>): Promise<Aside<S>> {
    const aside = new Aside(rows, log);
    await aside.goOn(db);
    aside.wrong.clear();
    const shown = await rows.shown(db);
    for (const stream of new Set([...aside.folded.keys(), ...shown.keys()])) {
      const { state = null } = aside.folded.get(stream) ?? {};
      if (state === null || shown.get(stream) !== rows.wanted(state)) aside.wrong.add(stream);
    }
    return aside;
  }

  /** Folds what the log has got since; those streams count as different. */
  async goOn(db: Db): Promise<void> {
    const size = await logSize(db);
    const { prefix } = this.rows;
    const bounds = { fromIndex: this.size, belowIndex: size };
    for await (const event of eventsOfStreams(db, this.log, prefix, bounds)) {
      this.folded.set(event.stream, foldOn(this.rows, this.folded.get(event.stream), event));
      this.wrong.add(event.stream);
    }
    this.size = size;
  }

  /** Streams that cannot be folded, with the event at which it stopped. */
  get stopped(): ReadonlyMap<string, string> {
    return new Map(
      [...this.folded].flatMap(([stream, { stoppedAt }]) =>
        stoppedAt === null ? [] : [[stream, stoppedAt] as const],
      ),
    );
  }

  /** Streams whose rows are not what their events give; of those that cannot be folded nothing is known. */
  get differing(): readonly string[] {
    return [...this.wrong].filter(
      (stream) => (this.folded.get(stream)?.stoppedAt ?? null) === null,
    );
  }

  /** Writes the rows that differ; the caller holds the head lock and has let `goOn` read to the end under it. */
  async put(trx: Trx): Promise<void> {
    const rows = this.differing.map(
      (stream) => [stream, this.folded.get(stream)?.state ?? null] as const,
    );
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      await this.rows.put(trx, rows.slice(i, i + AT_ONCE));
    }
  }
}

/** I6 for such streams: every event can be folded, and the read model is the fold of the log. */
export async function checkAside<S>(
  trx: Trx,
  log: EventLog,
  rows: AsideRows<S>,
): Promise<readonly Violation[]> {
  const aside = await Aside.of(trx, log, rows);
  const found = (subject: string, what: string) => ({ invariant: 'I6' as const, subject, what });
  return [
    ...aside.differing.map((subject) =>
      found(subject, `the read model differs from the fold of the log in ${rows.part}`),
    ),
    ...[...aside.stopped].map(([subject, why]) => found(subject, `cannot be folded: ${why}`)),
  ];
}

/** Writes the rows of one stream as its events give them; the caller holds the head lock. False when they cannot be folded. */
export async function mendAside<S>(
  trx: Trx,
  log: EventLog,
  rows: AsideRows<S>,
  stream: string,
): Promise<boolean> {
  const [whole] = await streamsOf(trx, log, [stream]);
  const none: FoldedStream<S> = { state: null, stoppedAt: null };
  const folded = (whole?.events ?? []).reduce((one, event) => foldOn(rows, one, event), none);
  if (folded.stoppedAt !== null) return false;
  await rows.put(trx, [[stream, folded.state]]);
  return true;
}

/** A value as text that is equal when the values are. */
export const comparable = (value: unknown): string =>
  canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
