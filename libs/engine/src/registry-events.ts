import {
  appendNext,
  prepareNext,
  type Commit,
  type Connection,
  type JsonObject,
} from '@twinning/event-log';
import type { CommitteeChange } from '@twinning/registry';

export const committeeStream = (committee: number): string =>
  `registry/committee/${String(committee)}`;

/**
 * Appends what a snapshot changed in these committees, in one statement: one event per committee and snapshot. `by` sent
 * the snapshot.
 */
export async function recordRegistryChanges(
  trx: Connection,
  changes: readonly CommitteeChange[],
  by: string | null = null,
): Promise<void> {
  const commits = changes.map((change) => prepareNext(commitOf(change, by)));
  await appendNext(trx, commits);
}

const commitOf = (change: CommitteeChange, by: string | null): Commit => ({
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
