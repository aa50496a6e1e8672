import type { AgreementEvent, Instant } from '@twinning/domain';
import type { JsonObject, NewEvent } from '@twinning/event-log';
import { newestVersion } from './event-versions.js';

// What was read is committed with the first event of a decision, so that it can be made again and compared.
export const toLogged = (event: AgreementEvent, at: Instant, read?: JsonObject): NewEvent => ({
  type: event.type,
  schemaVersion: newestVersion(event.type),
  occurredAt: at,
  payload: {
    ...(event.payload as unknown as JsonObject),
    ...(event.timer !== undefined && { $timer: event.timer }),
    ...(read !== undefined && Object.keys(read).length > 0 && { $read: read }),
  },
});
