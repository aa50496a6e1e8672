import { diffWordsWithSpace } from 'diff';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Valued } from '../difference/clauses.js';
import type { Block, Paper } from '../pdf/blocks.js';

const fonts = createRequire(import.meta.url);
const fontFile = (name: string): string => fonts.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

const wordsOf = (block: Block): readonly string[] =>
  'text' in block
    ? [block.text]
    : 'items' in block
      ? block.items
      : block.kind === 'table'
        ? [...block.head, ...block.rows.flat()]
        : block.rows.flat();

/** The words of a paper one below the other, as PDFKit sets them by itself: no structure, no tables, nothing packed. */
export function bareRendering({ blocks }: Paper): Promise<number> {
  const doc = new PDFDocument({ size: 'A4', font: fontFile('DejaVuSansCondensed') });
  doc.registerFont('plain', fontFile('DejaVuSansCondensed'));
  doc.registerFont('bold', fontFile('DejaVuSansCondensed-Bold'));
  for (const block of blocks) {
    const heading = block.kind === 'heading';
    doc.font(heading ? 'bold' : 'plain').fontSize(heading ? 12 : 9.5);
    for (const words of wordsOf(block)) doc.text(words);
  }
  let bytes = 0;
  doc.on('data', (chunk: Buffer) => (bytes += chunk.length));
  return new Promise((resolve) => {
    doc.on('end', () => {
      resolve(bytes);
    });
    doc.end();
  });
}

/** The words that differ, clause by clause, as jsdiff finds them by itself: nothing that moved, no items, no sentences. */
export const bareDifference = (before: readonly Valued[], after: readonly Valued[]): number => {
  const was = new Map(before.map(({ clause, value }) => [clause, textOf(value)]));
  return after.reduce(
    (changed, { clause, value }) =>
      changed +
      diffWordsWithSpace(was.get(clause) ?? '', textOf(value)).filter((p) => p.added === true)
        .length,
    0,
  );
};

const textOf = (value: Valued['value']): string => {
  const text = value?.['text'];
  return typeof text === 'string' ? text : JSON.stringify(value);
};

const WORDS =
  'each partner keeps what it learns and tells the other in time so that nobody waits for papers that are there'.split(
    ' ',
  );

/** Two versions of an agreement of so many clauses: a word in every fourth is another, every tenth has moved. */
export function twoVersions(clauses: number): readonly [readonly Valued[], readonly Valued[]] {
  const sentence = (n: number, by: string): string =>
    `${WORDS.map((_, i) => WORDS[(i * 7 + n) % WORDS.length] ?? '').join(' ')} ${by}.`;
  const clause = (n: number, word: string): Valued => ({
    clause: `c${String(n)}`,
    value: {
      text: Array.from({ length: 6 }, (_, i) =>
        sentence(n * 6 + i, i === 3 ? word : 'always'),
      ).join(' '),
    },
  });
  const numbers = Array.from({ length: clauses }, (_, n) => n);
  const moved = numbers.filter((n) => n % 10 === 9);
  const order = [...numbers.filter((n) => n % 10 !== 9), ...moved];
  return [
    numbers.map((n) => clause(n, 'always')),
    order.map((n) => clause(n, n % 4 === 0 ? 'never' : 'always')),
  ];
}
