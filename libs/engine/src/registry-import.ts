import type { EventLog } from '@twinning/event-log';
import {
  importCommittees,
  importMembers,
  type CommitteeImport,
  type CommitteeImportOptions,
  type MemberImport,
  type MemberImportOptions,
  type Snapshot,
} from '@twinning/registry';
import { asRegistry, type Db, type EngineDatabase } from './database.js';
import { recordRegistryChanges } from './registry-events.js';
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
    record: (trx, changes) => {
      log.demandAppending();
      return recordRegistryChanges(trx, changes, by ?? null);
    },
  });
  if (result.kind === 'IMPORTED' && options.dryRun !== true) {
    await tellAgreements(db, log).catch(() => undefined);
  }
  return result;
}

/** Takes a file of ISO's members into the registry, whole or not at all, and then tells the agreements. */
export async function takeMembers(
  db: Db,
  log: EventLog,
  csvText: string,
  options: MemberImportOptions,
): Promise<MemberImport> {
  const result = await importMembers(asRegistry(db), csvText, options);
  if (result.kind === 'IMPORTED' && options.dryRun !== true) {
    await tellAgreements(db, log).catch(() => undefined);
  }
  return result;
}
