import { isEventShown, shownPayload, type Reading } from '@twinning/domain';
import type { RecordedEvent } from '@twinning/event-log';

/** That there is an event, of which body and role: nothing that leads to what it says, nor to a person. */
const withoutContent = (event: RecordedEvent) => ({
  ...event,
  payload: {},
  actor: { ...event.actor, person: null },
  onBehalfOf: typeof event.onBehalfOf === 'string' ? null : event.onBehalfOf,
  commandId: null,
  causationId: null,
  correlationId: null,
  withheld: true,
});

/** Whether the reader is shown what an event says: what they read, and that their own body was invited. */
export const isShownTo = (
  { sections, member }: Reading,
  { type, payload }: Pick<RecordedEvent, 'type' | 'payload'>,
): boolean =>
  isEventShown(sections, type) ||
  (type.startsWith('Invitation') && member !== null && payload['member'] === member);

/** Every event in its place, as the reader is shown it. */
export const eventsShown = (reading: Reading, events: readonly RecordedEvent[]) =>
  events.map((event) =>
    isShownTo(reading, event)
      ? { ...event, payload: shownPayload(reading.sections, event) }
      : withoutContent(event),
  );
