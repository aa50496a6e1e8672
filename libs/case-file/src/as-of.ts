import { emptyAgreement, evolve, type Agreement } from '@twinning/domain';
import { toStreamEvent } from '@twinning/engine';
import type { EventLog, RecordedEvent, Source } from '@twinning/event-log';

/** A moment of the whole record: what had happened by an instant (RFC 3339), what stood below an index, or now. */
export interface Moment {
  readonly occurredBy?: string;
  readonly belowIndex?: number;
}

/** One agreement as of a moment. */
export interface Past {
  readonly state: Agreement;
  readonly firstIndex: number;
  readonly openedAt: string;
  readonly changedAt: string;
  /** The events up to the moment that name bodies and committees. */
  readonly naming: readonly RecordedEvent[];
}

const PREFIX = 'agreement/';
const PAGE = 2_000;

/** Every agreement as it stood: the fold of the log up to a moment. Linear in the events (10^5 take some three seconds, of which two hold them to their leaves). */
export async function programmeAt(
  source: Source,
  log: EventLog,
  moment: Moment = {},
): Promise<ReadonlyMap<string, Past>> {
  const folded = new Map<string, Past>();
  for (let from = 0; ; ) {
    const events = await log.readStreams(source, PREFIX, {
      fromIndex: from,
      limit: PAGE,
      ...moment,
    });
    for (const event of events) {
      const id = event.stream.slice(PREFIX.length);
      folded.set(id, next(folded.get(id), id, event));
    }
    const last = events.at(-1);
    if (events.length < PAGE || last === undefined) return folded;
    from = last.index + 1;
  }
}

function next(before: Past | undefined, id: string, event: RecordedEvent): Past {
  const state = evolve(before?.state ?? emptyAgreement(id), toStreamEvent(event));
  const naming = before?.naming ?? [];
  return {
    state,
    firstIndex: before?.firstIndex ?? event.index,
    openedAt: before?.openedAt ?? event.occurredAt,
    changedAt: event.occurredAt,
    naming: event.payload.$read === undefined ? naming : [...naming.slice(-3), event],
  };
}
