import {
  fold,
  instant,
  type Agreement,
  type AgreementEvent,
  type StreamEvent,
} from '@twinning/domain';
import type { EventLog, JsonObject, RecordedEvent, Source } from '@twinning/event-log';
import { upcast } from './event-versions.js';
import { agreementStream } from './commit-of.js';

/** What a decision read, as it was committed with its first event; null for events that read nothing. */
export const readBy = (event: RecordedEvent): JsonObject | null =>
  (event.payload.$read as JsonObject | undefined) ?? null;

/** The payload as the domain knows it, without what the engine wrote beside it. */
export const plainPayload = (event: RecordedEvent): JsonObject =>
  Object.fromEntries(Object.entries(event.payload).filter(([field]) => !field.startsWith('$')));

/** A recorded event as `evolve` reads it. Throws `NewerEvent` on one that a newer release has written. */
export function toStreamEvent(recorded: RecordedEvent): StreamEvent {
  const event = upcast(recorded);
  const { $timer } = event.payload;
  return {
    type: event.type,
    payload: plainPayload(event),
    at: instant(event.occurredAt),
    ...(typeof $timer === 'string' && { timer: $timer }),
  } as unknown as AgreementEvent & { at: StreamEvent['at'] };
}

/** Up to where a history is folded: a version of the stream, an instant (RFC 3339), a size of the record, or the end. */
export interface Until {
  readonly version?: number;
  readonly asOf?: string;
  readonly belowIndex?: number;
}

/** Whether it is a point of the past that is asked for. */
export const isPast = ({ version, asOf, belowIndex }: Until): boolean =>
  version !== undefined || asOf !== undefined || belowIndex !== undefined;

/** The recorded events of an agreement up to a point, in order. */
export async function historyOf(
  from: Source,
  log: EventLog,
  agreement: string,
  until: Until = {},
): Promise<readonly RecordedEvent[]> {
  const events = await log.readStream(from, agreementStream(agreement));
  return events.filter(
    (e) =>
      (until.version === undefined || e.version <= until.version) &&
      (until.asOf === undefined || e.occurredAt <= until.asOf) &&
      (until.belowIndex === undefined || e.index < until.belowIndex),
  );
}

/** The agreement as it stood: the fold of its events, and of nothing else. */
export const foldHistory = (agreement: string, events: readonly RecordedEvent[]): Agreement =>
  fold(agreement, events.map(toStreamEvent));
