// A spreadsheet takes a text that begins with one of these for a formula, and would run it.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A field of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  // A number is written by us and cannot carry a formula: −3 stays a number.
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export type CsvRow = readonly (string | number | null)[];

/** Lines ended as RFC 4180 wants them; the mark at the beginning makes spreadsheets read the accents. */
export const csvOf = (rows: readonly CsvRow[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('')}`;

/** Gives the rows to the person as a file. */
export function saveCsv(name: string, rows: readonly CsvRow[]): void {
  const url = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
