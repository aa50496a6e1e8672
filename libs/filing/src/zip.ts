/** What the directory of a ZIP archive says of it; nothing is unpacked. */
export interface ZipDirectory {
  readonly names: readonly string[];
  /** More than a text document ever holds: unpacking it could fill a memory. */
  readonly tooLarge: boolean;
}

const MAX_ENTRIES = 2_000;
const MAX_UNPACKED_BYTES = 100 * 1024 * 1024;
/** Deflate reaches about 1000:1; a text document stays far below this. */
const MAX_RATIO = 100;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const NESTED = /\.(?:zip|7z|rar|gz|tar|jar)$/i;

/** Reads the central directory; null when the archive has none that can be read, or needs ZIP64. */
export function openZip(bytes: Buffer): ZipDirectory | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const names: string[] = [];
  let unpacked = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    unpacked += bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    names.push(bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const tooLarge =
    count > MAX_ENTRIES ||
    unpacked > MAX_UNPACKED_BYTES ||
    unpacked > bytes.length * MAX_RATIO ||
    names.some((name) => NESTED.test(name));
  return { names, tooLarge };
}
