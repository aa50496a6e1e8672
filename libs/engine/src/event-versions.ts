import type { JsonObject, RecordedEvent } from '@twinning/event-log';

/** Lifts a payload by one schema version. Pure, and kept for ever: the log holds what it reads. */
export type Upcaster = (payload: JsonObject) => JsonObject;

/**
 * The steps from version 1 upwards of every event type whose payload has changed its meaning; a type that is not listed
 * is at version 1. An optional field more is no new version. The newest version of a type is one more than its steps.
 */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;
export const upcasters: Record<string, readonly Upcaster[]> = {};

/** Names the versions that this build knows: two builds that read alike have one name. */
export const versionsKnown = (): string =>
  Object.keys(upcasters)
    .sort()
    .map((type) => `${type}:${String(newestVersion(type))}`)
    .join();

/** An event that a newer release has written: a reader stops, for what it skipped would be lost without a trace. */
export class NewerEvent extends Error {
  readonly index: number;

  constructor({ index, stream, type, schemaVersion }: RecordedEvent, newest: number) {
    super(
      `Event ${String(index)} of ${stream} (${type}, version ${String(schemaVersion)}) was written by a newer release; ` +
        `this one reads it up to version ${String(newest)}. Update before going on.`,
    );
    this.index = index;
  }
}

const stepsOf = (type: string, all: Upcasters): readonly Upcaster[] =>
  Object.hasOwn(all, type) ? (all[type] ?? []) : [];

/** The schema version in which this build writes an event type. */
export const newestVersion = (type: string, all: Upcasters = upcasters): number =>
  stepsOf(type, all).length + 1;

/** The event in the newest version that this build knows. Throws `NewerEvent`, and `AlteredEntry` of one that was altered. */
export function upcast(event: RecordedEvent, all: Upcasters = upcasters): RecordedEvent {
  if (event.altered !== undefined) throw event.altered;
  const steps = stepsOf(event.type, all);
  const { schemaVersion } = event;
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > steps.length + 1) {
    throw new NewerEvent(event, steps.length + 1);
  }
  if (schemaVersion === steps.length + 1) return event;
  const payload = steps
    .slice(schemaVersion - 1)
    .reduce((lifted, step) => step(lifted), event.payload);
  return { ...event, schemaVersion: steps.length + 1, payload };
}
