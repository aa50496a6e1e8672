import { hasInvisible, hasRightToLeft, type Language } from '@twinning/domain';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Paper } from './blocks.js';
import { linesOf } from './lines.js';
import { packed } from './pack.js';

const fonts = createRequire(import.meta.url);
const fontFile = (name: string): string => fonts.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

export const MARGIN = 62;
export const INK = '#1a1a1a';
export const QUIET = '#555555';
export const RULE = '#9aa5b1';

export type Doc = InstanceType<typeof PDFDocument>;
export type Structure = ReturnType<Doc['struct']>;
export type Face = 'plain' | 'bold';

/** BCP 47 of each language: what a screen reader speaks. */
export const TAG: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };

interface Glyphs {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Pages being written, with the tree of their structure (PDF/UA-1). Same paper, same bytes: no clock, no chance. */
export class Sheet {
  readonly doc: Doc;
  readonly root: Structure;

  constructor(paper: Paper) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, bottom: MARGIN + 14, left: MARGIN, right: MARGIN },
      pdfVersion: '1.7',
      subset: 'PDF/UA' as never,
      tagged: true,
      lang: TAG[paper.lang],
      displayTitle: true,
      bufferPages: true,
      font: fontFile('DejaVuSansCondensed'),
      info: {
        Title: paper.title,
        Subject: paper.subject,
        Author: 'Twinning',
        Creator: 'Twinning',
        Producer: 'Twinning',
        CreationDate: paper.date,
        ModDate: paper.date,
      },
    });
    // With the number 1 PDFKit writes a CIDSet that lacks the parts of accented letters (ISO 14289-1, 7.21.4.2); none is
    // needed. The name of the standard in the metadata reads the same.
    Object.assign(this.doc, { subset: '1' });
    this.doc.registerFont('plain', fontFile('DejaVuSansCondensed'));
    this.doc.registerFont('bold', fontFile('DejaVuSansCondensed-Bold'));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN;
  }

  /** Where the text of a page ends. */
  get floor(): number {
    return this.doc.page.height - this.doc.page.margins.bottom;
  }

  face(face: Face, size: number, colour: string = INK): this {
    this.doc.font(face).fontSize(size).fillColor(colour);
    return this;
  }

  /** A new page unless `height` points are left on this one. */
  room(height: number): void {
    if (this.doc.y + height > this.floor) this.doc.addPage();
  }

  /** One element of text in the flow. */
  text(
    type: string,
    words: string,
    { parent = this.root, lang, left = 0, options = {} }: TextAt,
  ): void {
    const shown = this.shown(words);
    // What is set piece by piece is read as it was written.
    const read = hasRightToLeft(shown) && { actual: shown };
    parent.add(
      this.doc.struct(type, { lang: TAG[lang], ...read }, [
        () => {
          const width = this.width - left;
          this.set(shown, { x: MARGIN + left, y: this.doc.y, width, lineGap: 2, ...options });
        },
      ]),
    );
  }

  /** Words in a column, in the direction in which they are read; from one page to the next where they are longer. */
  set(words: string, { x, y, ...options }: Column): void {
    const { doc } = this;
    if (!hasRightToLeft(words)) {
      doc.text(words, x, y, options);
      return;
    }
    doc.y = y;
    const { width, lineGap = 0 } = options;
    const widthOf = (text: string) => doc.widthOfString(text);
    const height = doc.currentLineHeight(true);
    for (const { pieces, fromRight } of linesOf(words, width, widthOf)) {
      this.room(height);
      const top = doc.y;
      let at = fromRight ? x + width - pieces.reduce((sum, p) => sum + widthOf(p), 0) : x;
      for (const piece of pieces) {
        doc.text(piece, at, top, { lineBreak: false });
        at += widthOf(piece);
      }
      doc.x = x;
      doc.y = top + height + lineGap;
    }
  }

  /** How high `set` makes them. */
  heightOf(words: string, { width, lineGap = 0 }: Omit<Column, 'x' | 'y'>): number {
    const { doc } = this;
    if (!hasRightToLeft(words)) return doc.heightOfString(words, { width, lineGap });
    const lines = linesOf(words, width, (text) => doc.widthOfString(text));
    return lines.length * (doc.currentLineHeight(true) + lineGap);
  }

  /** What is drawn here is no content: rules and backgrounds. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  // A character that the typeface lacks would be an empty box, one without a shape nothing at all: its number says what it
  // is. What is written through a command has no such character; names of other systems and of the past may.
  shown(words: string): string {
    const { font } = (this.doc as unknown as { _font: { font: Glyphs } })._font;
    return [...words]
      .map((char) => {
        const code = char.codePointAt(0) ?? 0;
        return /[\t\n\r]/.test(char) || (!hasInvisible(char) && font.hasGlyphForCodePoint(code))
          ? char
          : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
      })
      .join('');
  }

  /** Numbers the pages and gives the file. */
  async finish(paper: Paper): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      // Below the bottom margin: without this a line there would begin another page.
      const { bottom } = this.doc.page.margins;
      this.doc.page.margins.bottom = 0;
      const y = this.doc.page.height - MARGIN + 8;
      this.doc.markContent('Artifact', { type: 'Pagination' });
      this.face('plain', 7.5, QUIET);
      const line = { width: this.width, lineBreak: false } as const;
      this.doc.text(this.shown(paper.foot), MARGIN, y, line);
      const number = `${String(page + 1)} / ${String(count)}`;
      this.doc.text(number, MARGIN, y, { ...line, align: 'right' });
      this.doc.endMarkedContent();
      this.doc.page.margins.bottom = bottom;
    }
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      this.doc.on('error', reject);
    });
    this.doc.end();
    return packed(await done);
  }
}

/** Where words stand, in points from the corner of the page. */
export interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lineGap?: number;
}

export interface TextAt {
  readonly parent?: Structure;
  readonly lang: Language;
  /** Points from the left margin. */
  readonly left?: number;
  readonly options?: Partial<Pick<Column, 'width' | 'lineGap'>>;
}
