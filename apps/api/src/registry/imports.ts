import {
  openDatabase,
  takeMembers,
  takeSnapshot,
  type Db,
  type MemberFileOptions,
  type Secret,
  type Sender,
  type SnapshotOptions,
} from '@twinning/engine';
import type { EventLog } from '@twinning/event-log';
import { delegatorOf, isForAll, type Language, type Principal } from '@twinning/domain';
import {
  ATTRIBUTION,
  describeBadRow,
  describeImportRefusal,
  type BadRow,
  type CommitteeImport,
  type MemberImport,
  type MemberImportOptions,
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

  take(snapshot: Snapshot, options: SnapshotOptions): Promise<CommitteeImport> {
    return this.withRoom((db) => takeSnapshot(db, this.log, snapshot, options));
  }

  takeMembers(csvText: string, options: MemberFileOptions): Promise<MemberImport> {
    return this.withRoom((db) => takeMembers(db, this.log, csvText, options));
  }

  private async withRoom<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const db = openDatabase({ url: this.databaseUrl, poolSize: 3, statementTimeout: LONG_MS });
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  }
}

/** Who sends a file, and whose role it is: the Central Secretariat keeps the registry. */
export const senderOf = ({ person, grants }: Principal): Sender => ({
  person,
  onBehalfOf: delegatorOf(grants.filter((g) => g.role === 'ISO_CS' && isForAll(g))),
});

/** What a file of members changed, or would change. */
export function memberImportView(
  result: Extract<MemberImport, { kind: 'IMPORTED' }>,
  { asOf: date, dryRun = false }: MemberImportOptions,
  language: Language,
) {
  const { members, changed, justified, skipped, warnings } = result;
  return {
    ...{ members, changed, date, dryRun, justified },
    warnings: warnings.slice(0, LISTED),
    warningsCount: warnings.length,
    skipped: badRowsView(skipped, language),
    skippedCount: skipped.length,
  };
}

const badRowsView = (rows: readonly BadRow[], language: Language) =>
  rows.slice(0, LISTED).map((row) => ({ ...row, text: describeBadRow(row, language) }));

/** What an import did, or would do; the counts are those of the command line. */
export function importView(
  result: Extract<CommitteeImport, { kind: 'IMPORTED' }>,
  dryRun: boolean,
  language: Language,
) {
  const { committees, members, memberships, changes, date, skipped, leftOut } = result;
  return {
    ...{ committees, members, memberships, changes },
    ...{ date, dryRun, leftOut },
    skipped: badRowsView(skipped, language),
    skippedCount: skipped.length,
    attribution: ATTRIBUTION,
  };
}

export function importRefusal(
  { code, badRows }: Extract<CommitteeImport | MemberImport, { kind: 'REFUSED' }>,
  language: Language,
): Problem {
  return new Problem('IMPORT_REFUSED', {
    reason: code,
    text: describeImportRefusal(code, language),
    badRows: badRowsView(badRows, language) as unknown as Details[],
    badRowsCount: badRows.length,
  });
}
