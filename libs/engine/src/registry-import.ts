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
import type { Db, EngineDatabase } from './database.js';
import { recordMemberChanges, recordRegistryChanges, type Sender } from './registry-events.js';
import { tellAgreements } from './registry-reactions.js';

export interface SnapshotOptions extends Omit<CommitteeImportOptions<EngineDatabase>, 'record'> {
  readonly by?: Sender;
}

export interface MemberFileOptions extends Omit<MemberImportOptions, 'record'> {
  readonly by?: Sender;
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

/** Takes a file of ISO's members into registry and record, whole or not at all, and then tells the agreements. */
export async function takeMembers(
  db: Db,
  log: EventLog,
  csvText: string,
  { by, ...options }: MemberFileOptions,
): Promise<MemberImport> {
  const result = await importMembers(db, csvText, {
    ...options,
    record: (trx, changes) => recordMemberChanges(trx, changes, by ?? null),
  });
  if (result.kind === 'IMPORTED' && options.dryRun !== true) {
    await tellAgreements(db, log).catch(() => undefined);
  }
  return result;
}
