import { hasRightToLeft } from '@twinning/domain';
import bidiPackage, { type Bidi } from 'bidi-js';

// Its description says an ES module, the file is CommonJS: the function is the default itself.
const bidi = (bidiPackage as unknown as () => Bidi)();

/** A line that is set piece by piece, from its left end: every piece runs in one direction. */
export interface Line {
  readonly pieces: readonly string[];
  /** Whether the paragraph begins at the right margin. */
  readonly fromRight: boolean;
}

/** How wide a piece is as the typeface sets it, in points. */
export type WidthOf = (text: string) => number;

const TRAILING = /\s+$/u;
const OF_A_SCRIPT = /[^\p{Script=Common}\p{Script=Inherited}\p{Script=Unknown}]/u;

/**
 * The lines of words of which some are written from right to left (Unicode Standard Annex 9): broken in the order in which
 * they are read, then each line in the order in which it is seen. Words from left to right alone are PDFKit's to break.
 */
export function linesOf(words: string, width: number, widthOf: WidthOf): readonly Line[] {
  return words.split(/\r?\n/).flatMap((paragraph) => {
    const { levels, paragraphs } = bidi.getEmbeddingLevels(paragraph, 'auto');
    const fromRight = ((paragraphs[0]?.level ?? 0) & 1) === 1;
    return brokenAt(paragraph, width, widthOf).map(([start, end]) => ({
      pieces: seen(paragraph, levels, start, end),
      fromRight,
    }));
  });
}

/** Where the lines begin and end, without the blanks at their ends. */
function brokenAt(
  text: string,
  width: number,
  widthOf: WidthOf,
): readonly (readonly [start: number, end: number])[] {
  const lines: (readonly [number, number])[] = [];
  let start = 0;
  let end = 0;
  const fits = (to: number) => widthOf(text.slice(start, to).replace(TRAILING, '')) <= width;
  const close = (next: number) => {
    const line = text.slice(start, end).replace(TRAILING, '');
    lines.push([start, start + line.length]);
    start = next;
    end = next;
  };
  for (const { 0: word, index } of text.matchAll(/\s*\S+\s*/gu)) {
    const after = index + word.length;
    if (end > start && !fits(after)) close(index);
    // A word that is wider than the line is broken where the line ends.
    for (const char of fits(after) ? '' : word) {
      if (end > start && !fits(end + char.length)) close(end);
      end += char.length;
    }
    end = after;
  }
  close(text.length);
  return lines;
}

/** What stands from left to right on the line: rule L2, run by run, and within a run from right to left word by word. */
function seen(text: string, levels: Uint8Array, start: number, end: number): readonly string[] {
  const runs: { level: number; from: number; to: number }[] = [];
  for (let at = start; at < end; at += 1) {
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.level === level) last.to = at + 1;
    else runs.push({ level, from: at, to: at + 1 });
  }
  for (let level = Math.max(0, ...runs.map((r) => r.level)); level > 0; level -= 1) {
    for (let at = 0; at < runs.length; at += 1) {
      let next = at;
      while ((runs[next]?.level ?? -1) >= level) next += 1;
      if (next > at + 1) runs.splice(at, next - at, ...runs.slice(at, next).reverse());
      at = next;
    }
  }
  return runs.flatMap(({ level, from, to }) => {
    const run = text.slice(from, to);
    if ((level & 1) === 0) return [directed(run, false)];
    return run
      .split(/(\s+)/u)
      .filter((part) => part !== '')
      .reverse()
      .map((part) => directed(mirrored(part), true));
  });
}

const mirrored = (text: string): string =>
  [...text].map((char) => bidi.getMirroredCharacter(char) ?? char).join('');

// The typeface turns a piece round whose first letter is of a script from right to left, and no other.
function directed(piece: string, rightToLeft: boolean): string {
  const [letter = ''] = OF_A_SCRIPT.exec(piece) ?? [];
  return hasRightToLeft(letter) === rightToLeft ? piece : [...piece].reverse().join('');
}
