import type { Language } from '@twinning/domain';
import { MARGIN, RULE, TAG, type Face, type Sheet, type Structure } from './sheet.js';

export interface TableOf {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly lang: Language;
}

const SIZE = 8.5;
const GAP = 8;
const PADDING = 3;

interface Cell {
  readonly words: string;
  readonly x: number;
  readonly width: number;
}

/** A table with a header row; a row stands on one page, the head again on each page as a picture of itself. */
export function drawTable(sheet: Sheet, { head, widths, rows, lang }: TableOf): void {
  const { doc } = sheet;
  const total = widths.reduce((sum, w) => sum + w, 0);
  const cellsOf = (row: readonly string[], face: Face): readonly Cell[] => {
    sheet.face(face, SIZE);
    let x = MARGIN;
    return row.map((words, i) => {
      const share = ((widths[i] ?? 1) / total) * sheet.width;
      const cell = { words: sheet.shown(words), x, width: share - GAP };
      x += share;
      return cell;
    });
  };
  const heightOf = (cells: readonly Cell[]): number =>
    Math.max(...cells.map((c) => doc.heightOfString(c.words || ' ', { width: c.width }))) +
    2 * PADDING;
  const place = (cell: Cell, y: number) => {
    doc.text(cell.words || ' ', cell.x, y + PADDING, { width: cell.width });
  };
  const rule = (y: number) => {
    sheet.artifact(() => {
      doc
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + sheet.width, y)
        .lineWidth(0.5)
        .strokeColor(RULE)
        .stroke();
    });
  };

  const titles = cellsOf(head, 'bold');
  const titleHeight = heightOf(titles);
  const table = doc.struct('Table', { lang: TAG[lang] });
  sheet.root.add(table);
  const row = (cells: readonly Cell[], height: number, cell: (c: Cell, y: number) => Structure) => {
    const y = doc.y;
    const tr = doc.struct('TR');
    table.add(tr);
    for (const c of cells) tr.add(cell(c, y));
    tr.end();
    doc.x = MARGIN;
    doc.y = y + height;
    rule(doc.y);
  };
  sheet.room(titleHeight + 30);
  sheet.face('bold', SIZE);
  row(titles, titleHeight, (c, y) =>
    doc.struct('TH', { scope: 'Column' } as object, [
      () => {
        place(c, y);
      },
    ]),
  );
  for (const words of rows) {
    const cells = cellsOf(words, 'plain');
    const height = heightOf(cells);
    if (doc.y + height > sheet.floor) {
      doc.addPage();
      sheet.face('bold', SIZE);
      const y = doc.y;
      sheet.artifact(() => {
        titles.forEach((c) => {
          place(c, y);
        });
      });
      doc.y = y + titleHeight;
      rule(doc.y);
    }
    sheet.face('plain', SIZE);
    row(cells, height, (c, y) =>
      doc.struct('TD', {}, [
        () => {
          place(c, y);
        },
      ]),
    );
  }
  table.end();
  doc.y += 8;
}
