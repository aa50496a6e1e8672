import type { Agreement, AgreementEvent, Instant } from '@twinning/domain';
import type { JsonObject } from '@twinning/event-log';
import { toLogged } from './logged.js';

export const agreementStream = (id: string): string => `agreement/${id}`;

/** Who or what an agreement's events come from, and when they happened. */
export interface By {
  readonly at: Instant;
  readonly actor: { person: string | null; role: string; body: number | null };
  /** The body, or the person who delegated the role. */
  readonly onBehalfOf: number | string | null;
  readonly commandId: string | null;
  /** SHA-256 of what the command asked; null when no command did. */
  readonly requestHash: string | null;
  readonly causation: string | null;
  readonly correlation: string;
}

/** Events of an agreement as the log takes them; the first bears what was asked (`$request`) and what was read (`$read`). */
export const commitOf = (
  before: Agreement,
  events: readonly AgreementEvent[],
  by: By,
  read: JsonObject,
) => ({
  stream: agreementStream(before.id),
  expectedVersion: before.version,
  events: events.map((event, i) =>
    toLogged(event, by.at, i === 0 ? { request: by.requestHash, read } : undefined),
  ),
  actor: by.actor,
  onBehalfOf: by.onBehalfOf,
  commandId: by.commandId,
  causationId: by.causation,
  correlationId: by.correlation,
  ruleset: before.ruleset,
});
