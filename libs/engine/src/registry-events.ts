import type { Connection, EventLog, JsonObject } from '@twinning/event-log';
import type { CommitteeChange } from '@twinning/registry';

export const committeeStream = (committee: number): string =>
  `registry/committee/${String(committee)}`;

/** Appends what a snapshot changed in one committee: one event per committee and snapshot. `by` sent the snapshot. */
export async function recordRegistryChange(
  trx: Connection,
  log: EventLog,
  change: CommitteeChange,
  by: string | null = null,
): Promise<void> {
  await log.append(trx, {
    stream: committeeStream(change.committee),
    events: [
      {
        type: 'CommitteeChanged',
        schemaVersion: 1,
        occurredAt: `${change.date}T00:00:00.000Z`,
        payload: change as unknown as JsonObject,
      },
    ],
    actor: { person: by, role: 'REGISTRY', body: null },
    onBehalfOf: null,
    commandId: null,
    causationId: null,
    correlationId: null,
    ruleset: null,
  });
}
