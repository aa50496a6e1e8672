import type { Envelope, JsonObject, ProvenEvent, RecordedEvent } from '@twinning/event-log';
import { WITHHELD, type Case } from './case.js';
import type { CaseCommand, CaseEvents } from './format.js';

/** A leaf as its bytes say it: the envelope, and the commitment of every field. */
export type Leaf = Envelope & {
  readonly leaf: 1;
  readonly fields: Readonly<Record<string, string>>;
};

export const leafOf = (event: Pick<ProvenEvent, 'leaf'>): Leaf =>
  JSON.parse(Buffer.from(event.leaf, 'base64').toString('utf8')) as Leaf;

/** True when fields of the event are commitments only: then the command that says the same may be missing too. */
export const isWithheld = ({ fields }: ProvenEvent, leaf: Leaf): boolean =>
  Object.keys(leaf.fields).some((field) => !Object.hasOwn(fields, field));

/** True when a field is a commitment only that the command would tell; what the decision read, no command tells. */
export const isHidden = ({ fields }: ProvenEvent, leaf: Leaf): boolean =>
  Object.keys(leaf.fields).some((field) => field !== '$read' && !Object.hasOwn(fields, field));

/**
 * The events without the hash of their request where a field of one event of the command is withheld: the words of a short
 * request can be guessed from its hash.
 */
export function withoutHiddenRequests<T extends Readonly<Record<string, readonly ProvenEvent[]>>>(
  lists: T,
): T {
  const told = Object.values(lists).flatMap((events) =>
    events.map((event) => ({ event, leaf: leafOf(event) })),
  );
  const hidden = new Set(
    told.filter(({ event, leaf }) => isHidden(event, leaf)).map(({ leaf }) => leaf.commandId),
  );
  const shown = (event: ProvenEvent): ProvenEvent => {
    const { $request, ...fields } = event.fields;
    const guessed = $request !== undefined && hidden.has(leafOf(event).commandId);
    return guessed ? { ...event, fields } : event;
  };
  return Object.fromEntries(
    Object.entries(lists).map(([name, events]) => [name, events.map(shown)]),
  ) as unknown as T;
}

/** The case as the events of a file tell it; a withheld field reads `{"$withheld": true}`. */
export const caseOf = (
  agreement: string,
  { agreement: events, refusals }: Pick<CaseEvents, 'agreement' | 'refusals'>,
  commands: readonly CaseCommand[],
): Case => ({
  agreement,
  events: events.map(recordedOf),
  refusals: refusals.map(recordedOf),
  commands,
});

function recordedOf(event: ProvenEvent): RecordedEvent {
  const { leaf: _, fields, ...envelope } = leafOf(event);
  const payload: JsonObject = Object.fromEntries(
    Object.keys(fields).map((field) => {
      const shown = event.fields[field];
      return [field, shown === undefined ? WITHHELD : shown.value];
    }),
  );
  return { ...envelope, index: event.index, payload };
}
