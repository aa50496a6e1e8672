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

/** Where words may be parted: the last blank before this many characters, never within a character. */
function parted(words: string, most: number): number {
  const blank = words.lastIndexOf(' ', most);
  if (blank > most / 2) return blank + 1;
  return words.slice(0, most).isWellFormed() ? most : most - 1;
}

/**
 * A table with a header row, which stands again on each page as a picture of itself. A row stands on one page; one that no
 * page has room for goes on in a row on the next.
 */
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
    Math.max(...cells.map((c) => sheet.heightOf(c.words || ' ', { width: c.width }))) + 2 * PADDING;
  /** The first characters of a cell that are not higher than this. */
  const startOf = (cell: Cell, most: number): string => {
    const fits = (length: number) =>
      heightOf([{ ...cell, words: cell.words.slice(0, length) }]) <= most;
    if (fits(cell.words.length)) return cell.words;
    let [low, high] = [1, cell.words.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return cell.words.slice(0, parted(cell.words, low));
  };
  const partsOf = (cells: readonly Cell[], most: number): readonly (readonly Cell[])[] => {
    if (heightOf(cells) <= most) return [cells];
    const first = cells.map((cell) => ({ ...cell, words: startOf(cell, most) }));
    const rest = cells.map((cell, i) => ({
      ...cell,
      words: cell.words.slice(first[i]?.words.length ?? 0),
    }));
    return [first, ...partsOf(rest, most)];
  };
  const place = (cell: Cell, y: number) => {
    sheet.set(cell.words || ' ', { x: cell.x, y: y + PADDING, width: cell.width });
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
  sheet.face('plain', SIZE);
  const top = doc.page.margins.top;
  for (const cells of rows.flatMap((words) =>
    partsOf(cellsOf(words, 'plain'), sheet.floor - top - titleHeight),
  )) {
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
