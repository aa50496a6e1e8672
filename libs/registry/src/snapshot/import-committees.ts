import { isDay } from '@twinning/domain';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { BadRow } from '../bad-row.js';
import type { RegistryDatabase } from '../schema.js';
import { countChanges, type ChangeCounts, type CommitteeChange } from './changes.js';
import {
  compare,
  leftOut,
  type Coverage,
  type Differences,
  type MemberRenamed,
} from './compare.js';
import { loadKnown, revisionOf, type KnownRegistry } from './known.js';
import type { Snapshot } from './parse.js';
import { writeDifferences } from './write.js';

export interface ImportProgress {
  readonly step: 'COMPARE' | 'WRITE' | 'RECORD';
  readonly done: number;
  readonly total: number;
}

export interface CommitteeImportOptions<DB> {
  /** Date of the snapshot, when the data carry none. */
  readonly asOf?: string;
  /** Takes the good rows although there are bad ones. */
  readonly skipBad?: boolean;
  /** What the file speaks of; `WHOLE` unless told. */
  readonly coverage?: Coverage;
  /** Takes a whole snapshot although it leaves out many committees: they have ended. */
  readonly dissolve?: boolean;
  /** Only compares: says what would change, and writes nothing. */
  readonly dryRun?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Called in the transaction, after its writes, once per changed committee; a failure undoes the import. */
  readonly record?: (trx: Transaction<DB>, changes: readonly CommitteeChange[]) => Promise<void>;
}

export interface ImportSummary {
  /** Committees, members and memberships that the snapshot lists. */
  readonly committees: number;
  readonly members: number;
  readonly memberships: number;
  readonly changes: ChangeCounts;
}

/** Why an import was refused. The codes are stable. */
export type ImportRefusal =
  | 'BAD_ROWS'
  | 'SNAPSHOT_EMPTY'
  | 'SNAPSHOT_LEAVES_OUT'
  | 'SNAPSHOT_DATE_MISSING'
  | 'SNAPSHOT_DATE_INVALID'
  | 'SNAPSHOT_DATE_CONFLICT';

export type CommitteeImport =
  | (ImportSummary & {
      readonly kind: 'IMPORTED';
      readonly date: string;
      /** Bad rows that were left out. */
      readonly skipped: readonly BadRow[];
      readonly committeeChanges: readonly CommitteeChange[];
      readonly renamed: readonly MemberRenamed[];
      /** Committees that end because the file does not name them, when they are many. */
      readonly leftOut: number;
    })
  | {
      readonly kind: 'REFUSED';
      readonly code: ImportRefusal;
      readonly badRows: readonly BadRow[];
    };

/** Changes that are recorded in one statement. */
const RECORDED_AT_ONCE = 200;

const refused = (code: ImportRefusal, badRows: readonly BadRow[] = []): CommitteeImport => ({
  kind: 'REFUSED',
  code,
  badRows,
});

/**
 * Takes a snapshot into the registry in one transaction, or refuses it and changes nothing. It is compared before the
 * transaction; only when another import came between is it compared again, behind the lock. The same snapshot again
 * changes nothing, nor does one older than what is known (lifecycle.md D15).
 */
export async function importCommittees<DB extends RegistryDatabase>(
  db: Kysely<DB>,
  snapshot: Snapshot,
  options: CommitteeImportOptions<DB> = {},
): Promise<CommitteeImport> {
  const { asOf, badRows } = { asOf: options.asOf, badRows: snapshot.badRows };
  if (badRows.length > 0 && options.skipBad !== true) return refused('BAD_ROWS', badRows);
  if (snapshot.committees.length === 0) return refused('SNAPSHOT_EMPTY', badRows);
  if (asOf !== undefined && !isDay(asOf)) return refused('SNAPSHOT_DATE_INVALID');
  if (asOf !== undefined && snapshot.date !== null && asOf !== snapshot.date) {
    return refused('SNAPSHOT_DATE_CONFLICT');
  }
  const date = snapshot.date ?? asOf;
  if (date === undefined) return refused('SNAPSHOT_DATE_MISSING');
  const taken = await takeIn(db, snapshot, date, options);
  if (taken === null) return refused('SNAPSHOT_LEAVES_OUT');
  const { committees, renamed, leftOut } = taken;
  const committeeChanges = committees.flatMap((c) => c.change ?? []);
  return {
    kind: 'IMPORTED',
    date,
    committees: snapshot.committees.length,
    members: snapshot.members.size,
    memberships: snapshot.committees.reduce((n, c) => n + c.members.size, 0),
    changes: countChanges(committeeChanges),
    skipped: badRows,
    committeeChanges,
    renamed,
    leftOut,
  };
}

type Taken = Differences & { readonly leftOut: number };

/** Null when the snapshot would dissolve many committees and nobody has said that it may. */
async function takeIn<DB extends RegistryDatabase>(
  db: Kysely<DB>,
  snapshot: Snapshot,
  date: string,
  options: CommitteeImportOptions<DB>,
): Promise<Taken | null> {
  const { coverage = 'WHOLE', dissolve = false, dryRun = false, onProgress, record } = options;
  const report = (step: ImportProgress['step'], done: number, total: number) =>
    onProgress?.({ step, done, total });
  const total = snapshot.committees.length;
  report('COMPARE', 0, total);
  const before = await loadKnown(registryOf(db));
  const seen = compare(before, snapshot, date, coverage);
  report('COMPARE', total, total);
  const missing = (known: KnownRegistry) =>
    coverage === 'WHOLE' ? leftOut(known, snapshot, date) : 0;
  const seenMissing = missing(before);
  if (!seen.news || dryRun) return { ...seen, leftOut: seenMissing };
  if (seenMissing > 0 && !dissolve) return null;
  return db.transaction().execute(async (trx) => {
    const registry = registryOf(trx);
    await lockImports(registry);
    const current = (await revisionOf(registry)) === before.revision;
    const known = current ? before : await loadKnown(registry);
    const left = current ? seenMissing : missing(known);
    if (left > 0 && !dissolve) return null;
    const differences = current ? seen : compare(known, snapshot, date, coverage);
    const taken = { ...differences, leftOut: left };
    if (!differences.news) return taken;
    report('WRITE', 0, total);
    await writeDifferences(registry, known, differences, date);
    await registry
      .insertInto('registry.snapshot')
      .values({
        date,
        kind: 'COMMITTEES',
        complete: coverage === 'WHOLE' && snapshot.badRows.length === 0,
      })
      .execute();
    report('WRITE', total, total);
    const changes = differences.committees.flatMap((c) => c.change ?? []);
    // Last, because the log's head lock is held from the first of these until the commit.
    for (let from = 0; from < changes.length; from += RECORDED_AT_ONCE) {
      const some = changes.slice(from, from + RECORDED_AT_ONCE);
      await record?.(trx, some);
      report('RECORD', from + some.length, changes.length);
    }
    return taken;
  });
}

/** Only the registry's tables of a database that may have more. */
export const registryOf = <DB extends RegistryDatabase>(db: Kysely<DB>): Kysely<RegistryDatabase> =>
  db as unknown as Kysely<RegistryDatabase>;

/** One import at a time; readers are not held up. */
export async function lockImports(trx: Kysely<RegistryDatabase>): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(727276)`.execute(trx);
}
