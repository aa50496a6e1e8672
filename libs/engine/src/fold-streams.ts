import { sql } from 'kysely';
import type { Connection, EventLog, RecordedEvent } from '@twinning/event-log';

const PAGE = 1_000;
const STREAMS = 20;

/** Every event of the streams that begin with `prefix` in this part of the log, in commit order, read page by page. */
export async function* eventsOfStreams(
  db: Connection,
  log: EventLog,
  prefix: string,
  bounds: { readonly fromIndex: number; readonly belowIndex: number },
): AsyncGenerator<RecordedEvent> {
  for (let { fromIndex } = bounds; ; ) {
    const page = await log.readStreams(db, prefix, { ...bounds, fromIndex, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    fromIndex = last.index + 1;
  }
}

/** A whole stream, in the order of its versions. */
export interface WholeStream {
  readonly stream: string;
  readonly events: readonly RecordedEvent[];
}

/** The streams that begin with `prefix`, whole, some at a time: what is held does not grow with the log. */
export async function* wholeStreams(
  db: Connection,
  log: EventLog,
  prefix: string,
): AsyncGenerator<readonly WholeStream[]> {
  for (let after = ''; ; ) {
    const names = await namesAfter(db, after);
    const last = names.at(-1);
    if (last === undefined) return;
    after = last;
    yield await streamsOf(
      db,
      log,
      names.filter((name) => name.startsWith(prefix)),
    );
  }
}

/** The names of the streams that begin with `prefix`, by the log alone. */
export async function namesOfStreams(db: Connection, prefix: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const names = await namesAfter(db, after);
    const last = names.at(-1);
    if (last === undefined) return found;
    after = last;
    found.push(...names.filter((name) => name.startsWith(prefix)));
  }
}

/** The streams of these names, whole. */
export async function streamsOf(
  db: Connection,
  log: EventLog,
  names: readonly string[],
): Promise<readonly WholeStream[]> {
  const events = new Map<string, RecordedEvent[]>(names.map((stream) => [stream, []]));
  for (const event of await log.readWhole(db, names)) events.get(event.stream)?.push(event);
  return [...events].map(([stream, own]) => ({ stream, events: own }));
}

// One step of the index for each stream, however many events it has. Not bounded by the prefix: how a prefix and what
// follows it are ordered depends on the database's collation.
async function namesAfter(db: Connection, after: string): Promise<readonly string[]> {
  const { rows } = await sql<{ stream: string }>`
    WITH RECURSIVE name(stream, nth) AS (
      SELECT min(stream), 1 FROM log.event WHERE stream > ${after}
      UNION ALL
      SELECT (SELECT min(e.stream) FROM log.event e WHERE e.stream > name.stream), nth + 1
        FROM name WHERE nth < ${STREAMS} AND stream IS NOT NULL)
    SELECT stream FROM name WHERE stream IS NOT NULL ORDER BY nth`.execute(db);
  return rows.map(({ stream }) => stream);
}
