import { crc32 } from 'node:zlib';

/** A file of the archive: an ASCII name and its bytes. */
export interface Member {
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980, the first day a ZIP knows: the archive of a case is the same whenever it is made. */
const DATE = 0x0021;

/** What local header and directory say of a member alike: method 0 (stored), so that no byte is open to two readings. */
function facts({ name, bytes }: Member): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(DATE, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const short = (value: number): Buffer => word(value).subarray(0, 2);

/** The headers of an archive while its members pass: what stands before each, and the directory after the last. */
class Headers {
  private readonly directory: Buffer[] = [];
  private offset = 0;

  before(member: Member): Buffer {
    const name = Buffer.from(member.name);
    const said = facts(member);
    const local = Buffer.concat([word(LOCAL), said, name]);
    this.directory.push(
      Buffer.concat([
        word(CENTRAL),
        short(VERSION),
        said,
        Buffer.alloc(10),
        word(this.offset),
        name,
      ]),
    );
    this.offset += local.length + member.bytes.length;
    return local;
  }

  after(): Buffer {
    const size = this.directory.reduce((sum, entry) => sum + entry.length, 0);
    const count = short(this.directory.length);
    const end = [word(END), Buffer.alloc(4), count, count, word(size), word(this.offset), short(0)];
    return Buffer.concat([...this.directory, ...end]);
  }
}

/** A ZIP archive whose members are stored as they are, in this order: equal members give equal bytes. */
export function writeArchive(members: readonly Member[]): Buffer {
  const headers = new Headers();
  const parts = members.flatMap((member) => [headers.before(member), member.bytes]);
  return Buffer.concat([...parts, headers.after()]);
}

/** The same archive piece by piece: no more than one member is held at a time. */
export async function* streamArchive(members: AsyncIterable<Member>): AsyncGenerator<Buffer> {
  const headers = new Headers();
  for await (const member of members) {
    yield headers.before(member);
    yield member.bytes;
  }
  yield headers.after();
}

/** The members of an archive that `writeArchive` wrote, or null when any byte differs from how it writes them. */
export function readArchive(bytes: Buffer): readonly Member[] | null {
  const members: Member[] = [];
  const headers = new Headers();
  let at = 0;
  while (at + 30 <= bytes.length && bytes.readUInt32LE(at) === LOCAL) {
    const length = bytes.readUInt32LE(at + 22);
    const from = at + 30 + bytes.readUInt16LE(at + 26);
    if (from + length > bytes.length) return null;
    const name = bytes.toString('utf8', at + 30, from);
    const member = { name, bytes: bytes.subarray(from, from + length) };
    if (!headers.before(member).equals(bytes.subarray(at, from))) return null;
    members.push(member);
    at = from + length;
  }
  const names = new Set(members.map((m) => m.name));
  return names.size === members.length && headers.after().equals(bytes.subarray(at))
    ? members
    : null;
}
