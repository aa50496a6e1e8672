import type { BadRow } from '../bad-row.js';
import { readId } from '../read-fields.js';
import { readCommittee, type CommitteeRow } from './committee-row.js';
import { readRows, type SnapshotFormat } from './formats.js';

/** The committees of one day, as ISO Open Data publishes them. */
export interface Snapshot {
  /** Date that the data carry (`snapshotDate`), or null. */
  readonly date: string | null;
  readonly committees: readonly CommitteeRow[];
  /** Acronym by member id: P- and O-members and secretariats. */
  readonly members: ReadonlyMap<number, string>;
  readonly badRows: readonly BadRow[];
}

/** Text, or a stream of text or of UTF-8 bytes. */
export type TextSource = string | AsyncIterable<string | Uint8Array>;

/** The whole text of a source. A byte order mark at its beginning is left out. */
export async function readAll(source: TextSource): Promise<string> {
  if (typeof source === 'string') return source.replace(/^\uFEFF/, '');
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for await (const chunk of source) {
    parts.push(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('').replace(/^\uFEFF/, '');
}

/**
 * Reads a committee file. It never refuses: rows that cannot be taken in are listed with their line, field and reason,
 * and it is for the import to say what becomes of them.
 */
export async function parseCommittees(
  source: TextSource,
  format: SnapshotFormat,
): Promise<Snapshot> {
  const { rows, badRows } = readRows(await readAll(source), format);
  const bad: BadRow[] = [...badRows];
  const committees = new Map<number, CommitteeRow>();
  const members = new Map<number, string>();
  let date: string | null = null;
  for (const { line, raw } of rows) {
    const id = readId('id', raw.id);
    const of = id.ok ? id.value : null;
    const row = readCommittee(raw);
    if (!row.ok) {
      bad.push({ line, field: row.field, reason: row.reason, value: row.value, id: of });
      continue;
    }
    const { committee, named, snapshotDate } = row.value;
    if (committees.has(committee.id)) {
      bad.push({ line, field: 'id', reason: 'DUPLICATE_ID', value: String(committee.id), id: of });
    } else if (date !== null && snapshotDate !== null && snapshotDate !== date) {
      bad.push({
        line,
        field: 'snapshotDate',
        reason: 'DATE_DIFFERS',
        value: snapshotDate,
        id: of,
      });
    } else {
      date ??= snapshotDate;
      committees.set(committee.id, committee);
      for (const member of named)
        if (!members.has(member.id)) members.set(member.id, member.acronym);
    }
  }
  return {
    date,
    committees: [...committees.values()],
    members,
    badRows: bad.sort((a, b) => a.line - b.line),
  };
}
