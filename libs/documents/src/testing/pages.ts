import { inflateSync } from 'node:zlib';

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    // Not every stream is compressed, and the word ends one too.
    return '';
  }
}

/** How many pages a paper fills, as its file says: for machines without a program that reads PDFs. */
export function pagesOf(pdf: Buffer): number {
  for (const { 0: word, index } of pdf.toString('latin1').matchAll(/stream\r?\n/g)) {
    const objects = inflated(pdf.subarray(index + word.length));
    const pages = objects.split('/Type /Pages')[1];
    const [, count] = /\/Count (\d+)/.exec(pages ?? '') ?? [];
    if (count !== undefined) return Number(count);
  }
  throw new Error('The file does not say how many pages it has.');
}
