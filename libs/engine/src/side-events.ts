import type { RecordedEvent } from '@twinning/event-log';
import { upcast } from './event-versions.js';

/**
 * The event types of the streams that nothing folds: the log's own, persons, the registry's committees and members, refusals,
 * accesses, papers, and comparisons of histories. Each has a stream in `fixtures/other-events/beside-*.json` as releases wrote it.
 */
export const SIDE_EVENTS = {
  log: ['LogOpened', 'LogKeyChanged'],
  person: ['PersonNamed', 'PersonErased'],
  registry: ['CommitteeChanged', 'MemberChanged'],
  refusals: ['CommandRefused', 'AccessRefused'],
  access: ['CaseFileExported', 'DocumentRead'],
  papers: ['PaperIssued'],
  record: ['HistoriesCompared'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Events of such streams in the newest version that this build knows. Throws `NewerEvent`, and on a type that it has never
 * heard of: a reader that passed over an erasure or a refusal would show what is no longer so.
 */
export const sideEvents = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.map((event) => {
    const [kind = ''] = event.stream.split('/', 1);
    const known: Readonly<Record<string, readonly string[]>> = SIDE_EVENTS;
    if (!Object.hasOwn(known, kind) || known[kind]?.includes(event.type) !== true) {
      throw new Error(
        `Unknown event "${event.type}" at version ${String(event.version)} of ${event.stream}: this build is older than the log.`,
      );
    }
    return upcast(event);
  });
