import type { AgreementEvent, Instant } from '@twinning/domain';
import type { JsonObject, NewEvent } from '@twinning/event-log';
import { newestVersion } from './event-versions.js';

/** What is committed with the first event of a decision: the hash of what was asked, and what the decision read. */
export interface DecidedOn {
  readonly request: string | null;
  readonly read: JsonObject;
}

// So that nobody can put another request under the decision, and that it can be made again and compared.
export const toLogged = (event: AgreementEvent, at: Instant, on?: DecidedOn): NewEvent => ({
  type: event.type,
  schemaVersion: newestVersion(event.type),
  occurredAt: at,
  payload: {
    ...(event.payload as unknown as JsonObject),
    ...(event.timer !== undefined && { $timer: event.timer }),
    ...(on !== undefined && on.request !== null && { $request: on.request }),
    ...(on !== undefined && Object.keys(on.read).length > 0 && { $read: on.read }),
  },
});
