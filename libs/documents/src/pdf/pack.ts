import { deflateSync } from 'node:zlib';

const LEVEL = { level: 9 } as const;

interface Part {
  readonly number: number;
  readonly body: Buffer;
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const isStream = ({ body }: Part): boolean => body.subarray(-9).equals(latin('endstream'));

/**
 * The same document in the compact form of PDF 1.5: what is no stream itself (most of it the structure for screen
 * readers) stands in one compressed stream, and so does the table of places. Only for files as PDFKit writes them.
 */
export function packed(pdf: Buffer): Buffer {
  const { parts, trailer } = read(pdf);
  const streams = parts.filter(isStream);
  const others = parts.filter((part) => !isStream(part));
  const [container, table] = [parts.length + 1, parts.length + 2];
  const written: Buffer[] = [pdf.subarray(0, pdf.indexOf('\n', pdf.indexOf('\n') + 1) + 1)];
  let at = written[0]?.length ?? 0;
  const rows = new Map<number, readonly [kind: number, where: number, index: number]>();
  const write = ({ number, body }: Part) => {
    rows.set(number, [1, at, 0]);
    const object = Buffer.concat([latin(`${String(number)} 0 obj\n`), body, latin('\nendobj\n')]);
    written.push(object);
    at += object.length;
  };
  streams.forEach(write);
  others.forEach(({ number }, index) => rows.set(number, [2, container, index]));
  write({ number: container, body: objectStream(others) });
  const start = at;
  rows.set(table, [1, at, 0]);
  const places = Buffer.alloc((table + 1) * 6);
  places.writeUInt16BE(0xffff, 4);
  for (const [number, [kind, where, index]] of rows) {
    places.writeUInt8(kind, number * 6);
    places.writeUIntBE(where, number * 6 + 1, 3);
    places.writeUInt16BE(index, number * 6 + 4);
  }
  const entries = trailer.replace(/\/Size \d+/, `/Size ${String(table + 1)}`);
  write({ number: table, body: stream(`/Type /XRef /W [1 3 2]\n${entries}`, places) });
  return Buffer.concat([...written, latin(`startxref\n${String(start)}\n%%EOF\n`)]);
}

/** The objects of a file, in the order of their numbers, and the entries of its trailer. */
function read(pdf: Buffer): { readonly parts: readonly Part[]; readonly trailer: string } {
  const end = pdf.lastIndexOf('startxref');
  const table = Number(pdf.subarray(end).toString('latin1').split('\n')[1]);
  const [, listed = '', trailer = ''] =
    /^xref\n\d+ \d+\n([\s\S]*?)trailer\n<<\n([\s\S]*?)\n>>\n$/.exec(
      pdf.subarray(table, end).toString('latin1'),
    ) ?? [];
  const offsets = [...listed.matchAll(/^(\d{10}) 00000 n/gm)].map((m) => Number(m[1]));
  const inOrder = [...offsets, table].sort((a, b) => a - b);
  const parts = offsets.map((from, i) => {
    const object = pdf.subarray(
      from,
      inOrder.find((next) => next > from),
    );
    const head = latin(`${String(i + 1)} 0 obj\n`);
    const tail = latin('\nendobj\n');
    const fits =
      object.subarray(0, head.length).equals(head) && object.subarray(-tail.length).equals(tail);
    if (!fits) throw new Error(`Object ${String(i + 1)} of the PDF is not as expected.`);
    return { number: i + 1, body: object.subarray(head.length, -tail.length) };
  });
  if (parts.length === 0 || trailer === '') throw new Error('The PDF has no table of places.');
  return { parts, trailer };
}

const stream = (entries: string, content: Buffer): Buffer => {
  const data = deflateSync(content, LEVEL);
  const head = `<<\n${entries}\n/Filter /FlateDecode\n/Length ${String(data.length)}\n>>\nstream\n`;
  return Buffer.concat([latin(head), data, latin('\nendstream')]);
};

function objectStream(parts: readonly Part[]): Buffer {
  let at = 0;
  const index: string[] = [];
  for (const { number, body } of parts) {
    index.push(`${String(number)} ${String(at)}`);
    at += body.length + 1;
  }
  const head = latin(`${index.join(' ')}\n`);
  const bodies = parts.flatMap(({ body }) => [body, latin('\n')]);
  const entries = `/Type /ObjStm /N ${String(parts.length)} /First ${String(head.length)}`;
  return stream(entries, Buffer.concat([head, ...bodies]));
}
