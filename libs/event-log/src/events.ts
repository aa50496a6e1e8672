import type { AlteredEntry } from './altered.js';
import type { JsonObject } from './canonical.js';
import type { Actor, Envelope } from './leaf.js';

/** An event before the log gives it its place. `occurredAt` is RFC 3339, UTC, milliseconds. */
export interface NewEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: string;
  readonly payload: JsonObject;
  /** Top-level payload fields that are personal data, with the person under whose key each is sealed. */
  readonly personal?: Readonly<Record<string, string>>;
}

/** Events of one stream that are appended together or not at all. */
export interface Commit {
  readonly stream: string;
  /** Version of the stream before the first event; the append fails when it is another. */
  readonly expectedVersion?: number;
  readonly events: readonly NewEvent[];
  readonly actor: Actor;
  readonly onBehalfOf: number | string | null;
  readonly commandId: string | null;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  readonly ruleset: string | null;
}

/** An event of the log. A personal field whose key has been destroyed reads `{"$erased": true}`. */
export interface RecordedEvent extends Envelope {
  /** Dense from 0, in commit order. */
  readonly index: number;
  readonly payload: JsonObject;
  /** Its row is not what was recorded: nothing else of it may be used. */
  readonly altered?: AlteredEntry;
}

/** The stream is not at the version that the commit expected: somebody else has appended. */
export class StreamConflict extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`Stream ${stream} is at version ${String(actual)}, not ${String(expected)}.`);
  }
}

/** SQLSTATE of `log.append` for a stream that is at another version. */
const OTHER_VERSION = 'TW001';

/** Runs a statement that appends; a stream at another version than was expected is a `StreamConflict`. */
export async function orConflict<T>(
  statement: () => Promise<T>,
  expecting: (stream: string) => { readonly stream: string; readonly expected: number | undefined },
): Promise<T> {
  try {
    return await statement();
  } catch (error) {
    const { code, detail, hint } = error as { code?: string; detail?: string; hint?: string };
    if (code !== OTHER_VERSION) throw error;
    const { stream, expected } = expecting(hint ?? '');
    throw new StreamConflict(stream, expected ?? 0, Number(detail));
  }
}
