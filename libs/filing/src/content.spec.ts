import { describe, expect, it } from '@jest/globals';
import { judgeFile, MAX_FILE_BYTES } from './content.js';

/** A ZIP archive as far as its directory goes: `unpacked` is what each entry claims to hold. */
function zip(entries: readonly (readonly [string, number])[], first = ''): Buffer {
  const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(first.padEnd(60))]);
  const directory = entries.map(([name, unpacked]) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, ...directory, end]);
}

const WORD = [
  ['[Content_Types].xml', 100],
  ['word/document.xml', 500],
] as const;

describe('what files are taken', () => {
  it('goes by what is in them', () => {
    expect(judgeFile(Buffer.from('%PDF-1.7\n…\nstartxref\n0\n%%EOF'))).toEqual({
      type: 'application/pdf',
    });
    expect(judgeFile(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toEqual({ type: 'image/jpeg' });
    expect(judgeFile(zip(WORD))).toMatchObject({
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    });
    const odt = 'application/vnd.oasis.opendocument.text';
    expect(judgeFile(zip([['mimetype', 39]], odt))).toEqual({ type: odt });
  });

  it.each([
    ['a page that calls itself a PDF', '<!doctype html><script>alert(1)</script>%PDF-1.7'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['a program', '#!/bin/sh\necho'],
    ['a page between the ends of a PDF', '%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF'],
    [
      'a page that knows how a PDF ends',
      '%PDF-1.7\n<!DOCTYPE html><p>Page</p>\nstartxref\n0\n%%EOF',
    ],
    ['a PDF without a table of its objects', '%PDF-1.7\nwords\n%%EOF'],
    ['a PDF that stops in the middle', '%PDF-1.7 and then'],
  ])('refuses %s', (_, content) => {
    expect(judgeFile(Buffer.from(content))).toEqual({ fault: 'UNKNOWN_TYPE' });
  });

  it('refuses what would run: scripts in a PDF, macros in a document', () => {
    const pdf = Buffer.from(
      '%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert) >>\nstartxref\n0\n%%EOF',
    );
    expect(judgeFile(pdf)).toEqual({ fault: 'ACTIVE_CONTENT' });
    const macros = zip([...WORD, ['word/vbaProject.bin', 10]]);
    expect(judgeFile(macros)).toEqual({ fault: 'ACTIVE_CONTENT' });
  });

  it('refuses a zip bomb by its directory, without unpacking it', () => {
    const fault = { fault: 'ARCHIVE_TOO_LARGE' };
    expect(judgeFile(zip([...WORD, ['a.bin', 4_000_000_000]]))).toEqual(fault);
    expect(judgeFile(zip([...WORD, ['inner.zip', 10]]))).toEqual(fault);
    const many = Array.from({ length: 2_100 }, (_, i) => [`f${String(i)}`, 1] as const);
    expect(judgeFile(zip([...WORD, ...many]))).toEqual(fault);
    expect(judgeFile(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ fault: 'UNKNOWN_TYPE' });
  });

  it('refuses nothing and too much', () => {
    expect(judgeFile(Buffer.alloc(0))).toEqual({ fault: 'EMPTY' });
    expect(judgeFile(Buffer.alloc(MAX_FILE_BYTES + 1))).toEqual({ fault: 'TOO_LARGE' });
  });
});
