import { CsvError, parse } from 'csv-parse/sync';
import type { BadRow, BadRowReason } from './bad-row.js';

export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly badRows: readonly BadRow[];
}

const bad = (line: number, field: string | null, reason: BadRowReason): BadRow => ({
  line,
  field,
  reason,
  value: null,
  id: null,
});

/**
 * Reads CSV (RFC 4180, LF or CRLF, with or without BOM) with a heading. A heading that lacks a required column gives
 * bad rows and no rows. An unclosed quote spoils the whole file, since nothing after it can be told apart.
 */
export function readCsv(text: string, required: readonly string[]): CsvTable {
  let records: readonly { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: number }).lines ?? 1;
    return { rows: [], badRows: [bad(line, null, 'BROKEN_CSV')] };
  }
  const heading = records[0]?.record.map((name) => name.trim()) ?? [];
  const missing = required.filter((name) => !heading.includes(name));
  if (missing.length > 0) {
    return { rows: [], badRows: missing.map((name) => bad(1, name, 'COLUMN_MISSING')) };
  }
  const rows: CsvRow[] = [];
  const badRows: BadRow[] = [];
  records.slice(1).forEach(({ record, info }) => {
    // `info.lines` is the line on which the record ends.
    const line = info.lines - record.reduce((n, cell) => n + (cell.match(/\n/g)?.length ?? 0), 0);
    if (record.length !== heading.length) badRows.push(bad(line, null, 'COLUMN_COUNT'));
    else {
      const cells = heading.map((name, i): [string, string] => [name, record[i] ?? '']);
      rows.push({ line, cells: Object.fromEntries(cells) });
    }
  });
  return { rows, badRows };
}
