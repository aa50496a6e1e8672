import type { EventLog } from '@twinning/event-log';
import {
  importCommittees,
  type CommitteeImport,
  type CommitteeImportOptions,
  type Snapshot,
} from '@twinning/registry';
import type { Db, EngineDatabase } from './database.js';
import { recordRegistryChange } from './registry-events.js';
import { tellAgreements } from './registry-reactions.js';

export interface SnapshotOptions extends Omit<CommitteeImportOptions<EngineDatabase>, 'record'> {
  /** The person who sends the snapshot; nobody is named when an operator takes it in at the server. */
  readonly by?: string;
}

/**
 * Takes a snapshot of ISO's committees into registry and record, whole or not at all, and then tells the agreements. A
 * fault in the telling is the sweep's to mend: the import stands.
 */
export async function takeSnapshot(
  db: Db,
  log: EventLog,
  snapshot: Snapshot,
  { by, ...options }: SnapshotOptions = {},
): Promise<CommitteeImport> {
  const result = await importCommittees(db, snapshot, {
    ...options,
    record: (trx, change) => recordRegistryChange(trx, log, change, by ?? null),
  });
  if (result.kind === 'IMPORTED' && options.dryRun !== true) {
    await tellAgreements(db, log).catch(() => undefined);
  }
  return result;
}
