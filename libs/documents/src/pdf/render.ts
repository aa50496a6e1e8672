import type { Block, Paper } from './blocks.js';
import { drawCode } from './code.js';
import { MARGIN, QUIET, Sheet, TAG } from './sheet.js';
import { drawTable } from './table.js';

const HEADINGS = {
  1: { size: 18, before: 0, after: 8, room: 60 },
  2: { size: 12, before: 12, after: 4, room: 70 },
  3: { size: 10, before: 5, after: 2, room: 40 },
} as const;
const BODY = 9.5;
const TERM = 130;

/** The paper as a PDF: tagged, its typeface embedded, the same bytes for the same paper. */
export async function renderPaper(paper: Paper): Promise<Buffer> {
  const sheet = new Sheet(paper);
  for (const block of paper.blocks) draw(sheet, block);
  for (const { name, type, description, content } of paper.enclosures) {
    sheet.doc.file(Buffer.from(content), {
      name,
      type,
      description,
      creationDate: paper.date,
      modifiedDate: paper.date,
      relationship: 'Supplement',
    } as object);
  }
  return sheet.finish(paper);
}

function draw(sheet: Sheet, block: Block): void {
  const { doc } = sheet;
  const { lang } = block;
  switch (block.kind) {
    case 'heading': {
      const { size, before, after, room } = HEADINGS[block.level];
      doc.y += before;
      sheet.room(room);
      sheet.face('bold', size).text(`H${String(block.level)}`, block.text, { lang });
      doc.y += after;
      return;
    }
    case 'paragraph':
      sheet.face(
        'plain',
        block.quiet === true ? 8 : BODY,
        ...(block.quiet === true ? [QUIET] : []),
      );
      sheet.text('P', block.text, { lang });
      doc.y += 5;
      return;
    case 'list': {
      const list = doc.struct('L', { lang: TAG[lang] });
      sheet.root.add(list);
      sheet.face('plain', BODY);
      for (const item of block.items) {
        sheet.room(14);
        const top = doc.y;
        const li = doc.struct('LI');
        list.add(li);
        sheet.text('Lbl', '•', { parent: li, lang, left: 4 });
        doc.y = top;
        sheet.text('LBody', item, { parent: li, lang, left: 16 });
        li.end();
        doc.y += 2;
      }
      list.end();
      doc.y += 4;
      return;
    }
    case 'pairs':
      for (const [term, value] of block.rows) {
        sheet.face('bold', BODY - 0.5);
        const width = TERM - 10;
        const height = doc.heightOfString(term, { width });
        sheet.room(height + 4);
        const top = doc.y;
        sheet.text('P', term, { lang, options: { width } });
        const below = doc.y;
        doc.y = top;
        const page = doc.page;
        sheet.face('plain', BODY - 0.5).text('P', value || '–', { lang, left: TERM });
        if (doc.page === page) doc.y = Math.max(doc.y, below);
        doc.y += 2;
      }
      doc.x = MARGIN;
      doc.y += 4;
      return;
    case 'table':
      if (block.rows.length > 0) drawTable(sheet, block);
      return;
    case 'code':
      drawCode(sheet, block);
  }
}
