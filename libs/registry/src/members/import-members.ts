import { isDay } from '@twinning/domain';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { BadRow } from '../bad-row.js';
import { dayText } from '../facts.js';
import { searchText } from '../fold.js';
import type { MemberCategory, RegistryDatabase } from '../schema.js';
import { lockImports, registryOf } from '../snapshot/import-committees.js';
import { endVersions } from '../snapshot/write.js';
import {
  parseMembers,
  type MemberFile,
  type MemberRow,
  type MemberWarning,
} from './parse-members.js';

/** What a file changed in one member: all that is known of it since that day. */
export interface MemberChange extends Standing {
  readonly date: string;
}

export interface MemberImportOptions<DB extends RegistryDatabase = RegistryDatabase> {
  /** Day on which the file was true. */
  readonly asOf: string;
  /** Takes the good rows although there are bad ones. */
  readonly skipBad?: boolean;
  /** Only says how many members would change. */
  readonly dryRun?: boolean;
  /** Why members of an unknown category are taken in; kept with each of them. */
  readonly justification?: string;
  /** Writes the changes into the record, in the transaction that makes them. */
  readonly record?: (trx: Transaction<DB>, changes: readonly MemberChange[]) => Promise<void>;
}

export type MemberImport =
  | {
      readonly kind: 'IMPORTED';
      /** Members in the file, and how many of them it changed. */
      readonly members: number;
      readonly changed: number;
      /** Unknown categories. They do not block; `justified` says whether a justification was given. */
      readonly warnings: readonly MemberWarning[];
      readonly justified: boolean;
      readonly skipped: readonly BadRow[];
    }
  | {
      readonly kind: 'REFUSED';
      readonly code: 'BAD_ROWS' | 'MEMBERS_EMPTY' | 'SNAPSHOT_DATE_INVALID';
      readonly badRows: readonly BadRow[];
    };

/**
 * Adds country, category and New Rights to the members, in one transaction: the committee data have none of them. The
 * acronym counts only for members that no committee file has named. A file older than what is known of a member
 * changes nothing in it (lifecycle.md D15).
 */
export const importMembers = <DB extends RegistryDatabase>(
  db: Kysely<DB>,
  csvText: string,
  options: MemberImportOptions<DB>,
): Promise<MemberImport> => importMemberFile(db, parseMembers(csvText), options);

/** The same for a file that has been read. */
export async function importMemberFile<DB extends RegistryDatabase>(
  db: Kysely<DB>,
  file: MemberFile,
  options: MemberImportOptions<DB>,
): Promise<MemberImport> {
  const { badRows, warnings } = file;
  if (badRows.length > 0 && options.skipBad !== true) {
    return { kind: 'REFUSED', code: 'BAD_ROWS', badRows };
  }
  if (file.members.length === 0) return { kind: 'REFUSED', code: 'MEMBERS_EMPTY', badRows };
  if (!isDay(options.asOf)) return { kind: 'REFUSED', code: 'SNAPSHOT_DATE_INVALID', badRows: [] };
  const justification = options.justification?.trim() || null;
  const { asOf: date, dryRun = false, record } = options;
  const changed = await db.transaction().execute(async (trx) => {
    const standings = await writeMembers(registryOf(trx), file, { date, dryRun, justification });
    const changes = standings.map((standing) => ({ ...standing, date }));
    if (changes.length > 0 && !dryRun) await record?.(trx, changes);
    return changes.length;
  });
  return {
    kind: 'IMPORTED',
    members: file.members.length,
    changed,
    warnings,
    justified: warnings.length === 0 || justification !== null,
    skipped: badRows,
  };
}

interface Standing {
  readonly member: number;
  readonly country: string | null;
  readonly alpha2: string | null;
  readonly category: MemberCategory;
  readonly newRights: boolean;
  readonly active: boolean;
  readonly justification: string | null;
}

interface Written {
  readonly date: string;
  readonly dryRun: boolean;
  readonly justification: string | null;
}

async function writeMembers(
  trx: Kysely<RegistryDatabase>,
  file: MemberFile,
  { date, justification, dryRun }: Written,
): Promise<readonly Standing[]> {
  await lockImports(trx);
  const known = await loadStandings(trx);
  const acronyms = await loadAcronyms(trx);
  const standings = file.members.flatMap((row) => {
    const before = known.get(row.id);
    if (before !== undefined && date < before.since) return [];
    const after = standingOf(row, before, justification);
    return before !== undefined && same(before, after) ? [] : [after];
  });
  if (standings.length === 0 || dryRun) return standings;
  const added = file.members.filter((row) => !acronyms.has(row.id));
  const names = new Map([...acronyms, ...added.map((row) => [row.id, row.acronym] as const)]);
  await writeNames(trx, added, date);
  await writeStandings(trx, standings, names, date);
  await trx
    .insertInto('registry.snapshot')
    .values({ date, kind: 'MEMBERS', complete: file.badRows.length === 0 })
    .execute();
  return standings;
}

async function loadStandings(
  trx: Kysely<RegistryDatabase>,
): Promise<ReadonlyMap<number, Standing & { readonly since: string }>> {
  const rows = await trx
    .selectFrom('registry.member_standing')
    .select(['member', 'country', 'alpha2', 'category', 'new_rights as newRights', 'active'])
    .select(['justification', dayText('valid_from').as('since')])
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.member, row]));
}

async function loadAcronyms(trx: Kysely<RegistryDatabase>): Promise<ReadonlyMap<number, string>> {
  const rows = await trx.selectFrom('registry.member').select(['id', 'acronym']).execute();
  return new Map(rows.map((row) => [row.id, row.acronym]));
}

/** What the file leaves open keeps its value; an unknown category never replaces a known one. */
const standingOf = (
  row: MemberRow,
  before: Standing | undefined,
  justification: string | null,
): Standing => {
  const category = row.category === 'UNKNOWN' ? (before?.category ?? 'UNKNOWN') : row.category;
  return {
    member: row.id,
    country: row.country ?? before?.country ?? null,
    alpha2: row.alpha2 ?? before?.alpha2 ?? null,
    category,
    newRights: row.newRights ?? before?.newRights ?? false,
    active: row.active ?? before?.active ?? true,
    justification: category === 'UNKNOWN' ? (justification ?? before?.justification ?? null) : null,
  };
};

const same = (a: Standing, b: Standing): boolean =>
  a.country === b.country &&
  a.alpha2 === b.alpha2 &&
  a.category === b.category &&
  a.newRights === b.newRights &&
  a.active === b.active &&
  a.justification === b.justification;

async function writeNames(
  trx: Kysely<RegistryDatabase>,
  added: readonly MemberRow[],
  date: string,
): Promise<void> {
  if (added.length === 0) return;
  await trx
    .insertInto('registry.member')
    .values(added.map(({ id, acronym }) => ({ id, acronym, search: searchText(acronym) })))
    .execute();
  await trx
    .insertInto('registry.member_name')
    .values(added.map(({ id, acronym }) => ({ member: id, acronym, valid_from: date })))
    .execute();
}

async function writeStandings(
  trx: Kysely<RegistryDatabase>,
  standings: readonly Standing[],
  names: ReadonlyMap<number, string>,
  date: string,
): Promise<void> {
  const ids = standings.map((s) => s.member);
  await endVersions(trx, 'registry.member_standing', 'member', ids, date);
  await trx
    .insertInto('registry.member_standing')
    .values(
      standings.map(({ newRights, ...rest }) => ({
        ...rest,
        new_rights: newRights,
        valid_from: date,
      })),
    )
    .execute();
  const search = standings.map((s) => searchText(names.get(s.member) ?? '', s.country, s.alpha2));
  await sql`UPDATE registry.member SET country = n.country, search = n.search
    FROM unnest(${ids}::int[], ${standings.map((s) => s.country)}::text[], ${search}::text[])
      AS n (id, country, search) WHERE member.id = n.id`.execute(trx);
}
