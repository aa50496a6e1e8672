import { read, shown, unreadable, type BadRow, type Reading } from '../bad-row.js';
import { readCsv } from '../csv.js';
import type { RawCommittee, RawMember } from './committee-row.js';

/** The two formats of ISO Open Data. */
export type SnapshotFormat = 'jsonl' | 'csv';

export interface RawRow {
  readonly line: number;
  readonly raw: RawCommittee;
}

interface RawFile {
  readonly rows: readonly RawRow[];
  readonly badRows: readonly BadRow[];
}

/** Takes a file apart into rows whose fields are still unchecked. */
export const readRows = (text: string, format: SnapshotFormat): RawFile =>
  format === 'jsonl' ? fromJsonLines(text) : fromCsv(text);

type JsonRecord = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const part = (value: unknown): JsonRecord => (isRecord(value) ? value : {});

function fromJsonLines(text: string): RawFile {
  const rows: RawRow[] = [];
  const badRows: BadRow[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((content, index) => {
      if (content.trim() === '') return;
      const line = index + 1;
      const parsed = parseJson(content);
      if (!parsed.ok)
        badRows.push({ line, field: null, reason: parsed.reason, value: shown(content), id: null });
      else rows.push({ line, raw: fromJson(parsed.value) });
    });
  return { rows, badRows };
}

function parseJson(content: string): Reading<JsonRecord> {
  try {
    const value: unknown = JSON.parse(content);
    return isRecord(value) ? read(value) : unreadable(null, 'NOT_AN_OBJECT');
  } catch {
    return unreadable(null, 'BROKEN_JSON');
  }
}

const fromJson = (value: JsonRecord): RawCommittee => ({
  id: value['id'],
  reference: value['reference'],
  status: value['status'],
  titleEn: part(value['title'])['en'],
  titleFr: part(value['title'])['fr'],
  parent: value['parentId'],
  createdOn: value['creationDate'],
  snapshotDate: value['snapshotDate'],
  secretariat: {
    id: part(value['secretariat'])['id'],
    acronym: part(value['secretariat'])['acronym'],
  },
  pMembers: jsonMembers('pMembers', value['pMembers']),
  oMembers: jsonMembers('oMembers', value['oMembers']),
});

/** `null` is an empty list; an absent list is a fault, for it would read as everybody having left. */
function jsonMembers(field: string, value: unknown): Reading<readonly RawMember[]> {
  if (value === undefined) return unreadable(field, 'MISSING');
  if (value === null) return read([]);
  if (!Array.isArray(value) || !value.every(isRecord))
    return unreadable(field, 'NOT_A_LIST', value);
  return read(value.map((member) => ({ id: member['id'], acronym: member['acronym'] })));
}

const COLUMNS = [
  ...['id', 'reference', 'status', 'title.en', 'title.fr', 'secretariat.id', 'secretariat.acronym'],
  ...['creationDate', 'parentId'],
  ...['pMembers.id', 'pMembers.acronym', 'oMembers.id', 'oMembers.acronym'],
];

function fromCsv(text: string): RawFile {
  const { rows, badRows } = readCsv(text, COLUMNS);
  return {
    rows: rows.map(({ line, cells }) => ({ line, raw: fromCells(cells) })),
    badRows,
  };
}

const fromCells = (cells: Readonly<Record<string, string>>): RawCommittee => ({
  id: cells['id'],
  reference: cells['reference'],
  status: cells['status'],
  titleEn: cells['title.en'],
  titleFr: cells['title.fr'],
  parent: cells['parentId'],
  createdOn: cells['creationDate'],
  snapshotDate: cells['snapshotDate'],
  secretariat: { id: cells['secretariat.id'], acronym: cells['secretariat.acronym'] },
  pMembers: csvMembers('pMembers', cells['pMembers.id'], cells['pMembers.acronym']),
  oMembers: csvMembers('oMembers', cells['oMembers.id'], cells['oMembers.acronym']),
});

/** `[1619, 2064]` and `[SCC, BSI]`; an empty cell is an empty list. */
function csvMembers(field: string, ids = '', acronyms = ''): Reading<readonly RawMember[]> {
  const left = bracketed(ids);
  const right = bracketed(acronyms);
  if (left === null) return unreadable(`${field}.id`, 'NOT_A_LIST', ids);
  if (right === null) return unreadable(`${field}.acronym`, 'NOT_A_LIST', acronyms);
  if (left.length !== right.length) {
    return unreadable(`${field}.acronym`, 'LIST_LENGTHS_DIFFER', acronyms);
  }
  return read(left.map((id, i) => ({ id, acronym: right[i] })));
}

function bracketed(cell: string): readonly string[] | null {
  const text = cell.trim();
  if (text === '') return [];
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const inner = text.slice(1, -1).trim();
  return inner === '' ? [] : inner.split(',').map((item) => item.trim());
}
