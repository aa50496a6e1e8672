import { describe, expect, it } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { packed } from './pack.js';

/** A small file as PDFKit writes them: objects, a table of places, a trailer. */
function file(...bodies: readonly string[]): Buffer {
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const places = bodies.map((body, i) => {
    const at = text.length;
    text += `${String(i + 1)} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${String(bodies.length + 1)}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer\n<<\n/Size ${String(bodies.length + 1)}\n/Root 1 0 R\n>>\nstartxref\n${String(start)}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const STREAM = '<<\n/Length 5\n>>\nstream\nhello\nendstream';
const contentOf = (pdf: Buffer, type: string): Buffer => {
  const at = pdf.indexOf('stream\n', pdf.indexOf(type)) + 7;
  return inflateSync(pdf.subarray(at, pdf.indexOf('\nendstream', at)));
};

describe('a packed PDF', () => {
  const pdf = packed(file('<<\n/Type /Catalog\n>>', STREAM, '(words with stream in them)'));

  it('has its streams as they were, and all else in one', () => {
    expect(pdf.toString('latin1')).toContain(`2 0 obj\n${STREAM}\nendobj\n`);
    const content = contentOf(pdf, '/ObjStm').toString('latin1');
    expect(content).toBe('1 0 3 21\n<<\n/Type /Catalog\n>>\n(words with stream in them)\n');
  });

  it('says where each object stands', () => {
    const places = contentOf(pdf, '/XRef');
    const row = (n: number) => [
      places.readUInt8(n * 6),
      places.readUIntBE(n * 6 + 1, 3),
      places.readUInt16BE(n * 6 + 4),
    ];
    expect(row(0)).toEqual([0, 0, 65535]);
    expect(row(1)).toEqual([2, 4, 0]);
    expect(row(3)).toEqual([2, 4, 1]);
    for (const n of [2, 4, 5]) {
      const [kind, at = 0] = row(n);
      expect([kind, pdf.subarray(at, at + 8).toString()]).toEqual([1, `${String(n)} 0 obj\n`]);
    }
    const [, start] = /startxref\n(\d+)\n%%EOF\n$/.exec(pdf.toString('latin1')) ?? [];
    expect(Number(start)).toBe(row(5)[1]);
    expect(pdf.toString('latin1')).toContain('/Size 6\n/Root 1 0 R');
  });

  it('is not made of a file that is written otherwise', () => {
    expect(() => packed(Buffer.from('%PDF-1.7\n%\nnothing\n'))).toThrow(/no table of places/);
    const shifted = file('<<>>').toString('latin1').replace('1 0 obj\n', '1 0 obj  \n');
    expect(() => packed(Buffer.from(shifted, 'latin1'))).toThrow(/no table|not as expected/);
  });
});
