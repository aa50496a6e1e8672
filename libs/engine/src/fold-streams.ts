import type { Connection, EventLog, RecordedEvent } from '@twinning/event-log';

const PAGE = 1_000;

/** Every event of the streams that begin with `prefix`, in commit order, read page by page. */
export async function* eventsOfStreams(
  db: Connection,
  log: EventLog,
  prefix: string,
): AsyncGenerator<RecordedEvent> {
  for (let fromIndex = 0; ; ) {
    const page = await log.readStreams(db, prefix, { fromIndex, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    fromIndex = last.index + 1;
  }
}
