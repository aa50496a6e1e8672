import { shown, type BadRow, type Reading, read, unreadable } from '../bad-row.js';
import { readCsv } from '../csv.js';
import { readId, readOptionalText, readText } from '../read-fields.js';
import type { MemberCategory } from '../schema.js';

/** A member as the members' file has it. */
export interface MemberRow {
  readonly id: number;
  readonly acronym: string;
  readonly country: string | null;
  readonly alpha2: string | null;
  readonly category: MemberCategory;
  /** Null when the file has no such column. */
  readonly newRights: boolean | null;
  readonly active: boolean | null;
}

/** A category that the file leaves open: taken in as UNKNOWN, and to be justified. */
export interface MemberWarning {
  readonly line: number;
  readonly member: number;
  readonly code: 'CATEGORY_UNKNOWN';
  /** The file's own word. */
  readonly value: string | null;
}

export interface MemberFile {
  readonly members: readonly MemberRow[];
  readonly warnings: readonly MemberWarning[];
  readonly badRows: readonly BadRow[];
}

const CATEGORIES: Readonly<Record<string, MemberCategory>> = {
  member_body: 'FULL',
  full: 'FULL',
  full_member: 'FULL',
  correspondent: 'CORRESPONDENT',
  correspondent_member: 'CORRESPONDENT',
  subscriber: 'SUBSCRIBER',
  subscriber_member: 'SUBSCRIBER',
};

const categoryOf = (word: string | null): MemberCategory =>
  CATEGORIES[(word ?? '').toLowerCase().replace(/[\s-]+/g, '_')] ?? 'UNKNOWN';

const YES_NO: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  1: true,
  oui: true,
  no: false,
  false: false,
  0: false,
  non: false,
};

/** Yes or no, null for an empty or absent cell: then what is known stays. */
function readYesNo(field: string, cell: string | undefined): Reading<boolean | null> {
  const word = (cell ?? '').trim().toLowerCase();
  if (word === '') return read(null);
  const value = YES_NO[word];
  return value === undefined ? unreadable(field, 'NOT_YES_OR_NO', cell) : read(value);
}

/**
 * Reads the members' CSV: `iso_member_id`, `acronym`, `country_en`, `country_alpha2`, `category`, and where present
 * `new_rights` and `active` (yes or no). The other columns are left aside.
 */
export function parseMembers(text: string): MemberFile {
  const table = readCsv(text.replace(/^\uFEFF/, ''), [
    ...['iso_member_id', 'acronym', 'country_en', 'country_alpha2', 'category'],
  ]);
  const members = new Map<number, MemberRow>();
  const warnings: MemberWarning[] = [];
  const badRows: BadRow[] = [...table.badRows];
  for (const { line, cells } of table.rows) {
    const id = readId('iso_member_id', cells['iso_member_id']);
    const row = id.ok ? readMember(id.value, cells) : id;
    if (!row.ok) {
      const { field, reason, value } = row;
      badRows.push({ line, field, reason, value, id: id.ok ? id.value : null });
    } else if (members.has(row.value.id)) {
      const { id } = row.value;
      badRows.push({ line, field: 'iso_member_id', reason: 'DUPLICATE_ID', value: String(id), id });
    } else {
      members.set(row.value.id, row.value);
      if (row.value.category === 'UNKNOWN') {
        const value = shown(cells['category']?.trim() || null);
        warnings.push({ line, member: row.value.id, code: 'CATEGORY_UNKNOWN', value });
      }
    }
  }
  return {
    members: [...members.values()],
    warnings,
    badRows: badRows.sort((a, b) => a.line - b.line),
  };
}

function readMember(id: number, cells: Readonly<Record<string, string>>): Reading<MemberRow> {
  const acronym = readText('acronym', cells['acronym']);
  if (!acronym.ok) return acronym;
  const country = readOptionalText('country_en', cells['country_en']);
  if (!country.ok) return country;
  const alpha2 = readOptionalText('country_alpha2', cells['country_alpha2']);
  if (!alpha2.ok) return alpha2;
  const category = readOptionalText('category', cells['category']);
  if (!category.ok) return category;
  const newRights = readYesNo('new_rights', cells['new_rights']);
  if (!newRights.ok) return newRights;
  const active = readYesNo('active', cells['active']);
  if (!active.ok) return active;
  return read({
    id,
    acronym: acronym.value,
    country: country.value,
    alpha2: alpha2.value,
    category: categoryOf(category.value),
    newRights: newRights.value,
    active: active.value,
  });
}
