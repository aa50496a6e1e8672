import { openZip } from './zip.js';

/** Kinds of files that are taken, recognized by what is in them; what the sender says of them counts for nothing. */
export type FileType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.oasis.opendocument.text';

/** Largest file in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Why a file is not taken. */
export type FileFault =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'UNKNOWN_TYPE'
  | 'ACTIVE_CONTENT'
  | 'ARCHIVE_TOO_LARGE';

const starts = (bytes: Buffer, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

/** The type of a file, or why it is not taken. */
export function judgeFile(
  bytes: Buffer,
): { readonly type: FileType } | { readonly fault: FileFault } {
  if (bytes.length === 0) return { fault: 'EMPTY' };
  if (bytes.length > MAX_FILE_BYTES) return { fault: 'TOO_LARGE' };
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return judgePdf(bytes);
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { type: 'image/png' };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { type: 'image/jpeg' };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return judgeOffice(bytes);
  return { fault: 'UNKNOWN_TYPE' };
}

// What a reader would run or open by itself. Compressed objects escape this look: that is why no file is ever shown in
// the page, only saved.
const ACTIVE_IN_PDF = /\/(?:JavaScript|JS|Launch|OpenAction|AA|RichMedia|XFA)\b/;

// Every PDF says before its end where its table of objects begins.
const END_OF_PDF = /startxref\s+\d+\s+%%EOF/;
// A page that begins with the name of another type: some programs would open it as a page.
const PAGE = /<(?:!doctype|html|head|body|script|svg)\b/i;
const HEAD = 1024;

function judgePdf(bytes: Buffer): { readonly type: FileType } | { readonly fault: FileFault } {
  const text = bytes.toString('latin1');
  if (!END_OF_PDF.test(text) || PAGE.test(text.slice(0, HEAD))) return { fault: 'UNKNOWN_TYPE' };
  return ACTIVE_IN_PDF.test(text) ? { fault: 'ACTIVE_CONTENT' } : { type: 'application/pdf' };
}

const MACROS = /(?:^|\/)vbaProject\.bin$|^Basic\/|^Scripts\//i;

function judgeOffice(bytes: Buffer): { readonly type: FileType } | { readonly fault: FileFault } {
  const zip = openZip(bytes);
  if (zip === null) return { fault: 'UNKNOWN_TYPE' };
  if (zip.tooLarge) return { fault: 'ARCHIVE_TOO_LARGE' };
  if (zip.names.some((name) => MACROS.test(name))) return { fault: 'ACTIVE_CONTENT' };
  if (zip.names.includes('[Content_Types].xml') && zip.names.includes('word/document.xml')) {
    return { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  }
  const odt = 'application/vnd.oasis.opendocument.text';
  return zip.names[0] === 'mimetype' && bytes.subarray(0, 200).includes(odt)
    ? { type: odt }
    : { fault: 'UNKNOWN_TYPE' };
}
