import { openDatabase, takeSnapshot, type Secret, type SnapshotOptions } from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';
import type { Language } from '@twinning/domain';
import {
  ATTRIBUTION,
  describeBadRow,
  describeImportRefusal,
  type BadRow,
  type CommitteeImport,
  type Snapshot,
} from '@twinning/registry';
import { Problem, type Details } from '../problems/problem.js';

/** Bad rows that an answer lists; the count names them all. */
const LISTED = 200;
const LONG_MS = 300_000;

/** Takes snapshots in, on connections of its own: an import may take longer than any statement of a request may. */
export class RegistryImports {
  constructor(
    private readonly databaseUrl: Secret,
    private readonly log: EventLog,
  ) {}

  async take(snapshot: Snapshot, options: SnapshotOptions): Promise<CommitteeImport> {
    const db = openDatabase({ url: this.databaseUrl, poolSize: 3, statementTimeout: LONG_MS });
    try {
      return await takeSnapshot(db, this.log, snapshot, options);
    } finally {
      await db.destroy();
    }
  }
}

const badRowsView = (rows: readonly BadRow[], language: Language) =>
  rows.slice(0, LISTED).map((row) => ({ ...row, text: describeBadRow(row, language) }));

/** What an import did, or would do; the counts are those of the command line. */
export function importView(
  result: Extract<CommitteeImport, { kind: 'IMPORTED' }>,
  dryRun: boolean,
  language: Language,
) {
  const { committees, members, memberships, changes, date, skipped } = result;
  return {
    ...{ committees, members, memberships, changes },
    ...{ date, dryRun },
    skipped: badRowsView(skipped, language),
    skippedCount: skipped.length,
    attribution: ATTRIBUTION,
  };
}

export function importRefusal(
  { code, badRows }: Extract<CommitteeImport, { kind: 'REFUSED' }>,
  language: Language,
): Problem {
  return new Problem('IMPORT_REFUSED', {
    reason: code,
    text: describeImportRefusal(code, language),
    badRows: badRowsView(badRows, language) as unknown as Details[],
    badRowsCount: badRows.length,
  });
}
