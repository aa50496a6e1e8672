/** Pixels of an inch in the pictures: a point is then half a pixel. */
export const DPI = 36;
const MARGIN_PIXELS = 18;
const INK = 200;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Buffer;
}
export interface Word {
  readonly text: string;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** The pictures that `pdftoppm -gray` writes one after the other: "P5", width, height and depth, then the bytes. */
export function picturesIn(stream: Buffer): readonly Picture[] {
  const pictures: Picture[] = [];
  for (let at = 0; at < stream.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(
      stream.subarray(at, at + 40).toString('latin1'),
    );
    if (head === null) throw new Error(`No picture at ${String(at)}.`);
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    pictures.push({ width, height, grey: stream.subarray(from, at) });
  }
  return pictures;
}

/** How many dark pixels a picture has, and how many of them lie in its margin. */
export function inkOf({ width, height, grey }: Picture): {
  readonly all: number;
  readonly margin: number;
} {
  let [all, margin] = [0, 0];
  grey.forEach((value, index) => {
    if (value > INK) return;
    const [x, y] = [index % width, Math.floor(index / width)];
    const inside =
      x >= MARGIN_PIXELS &&
      x < width - MARGIN_PIXELS &&
      y >= MARGIN_PIXELS &&
      y < height - MARGIN_PIXELS;
    all += 1;
    if (!inside) margin += 1;
  });
  return { all, margin };
}

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** What `pdftotext -bbox` says: every word of every page with its place, in points. */
export function wordsIn(xml: string): readonly Page[] {
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const found = page.matchAll(
        /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)<\/word>/g,
      );
      return {
        width: Number(width),
        height: Number(height),
        words: [...found].map(([, l, t, r, b, text = '']) => ({
          text: unescaped(text),
          box: [Number(l), Number(t), Number(r), Number(b)] as const,
        })),
      };
    });
}

/** Words that stand outside of the page, or so that one covers the half of another. */
export function misplaced({ width, height, words }: Page): readonly string[] {
  const outside = words
    .filter(({ box: [l, t, r, b] }) => l < 0 || t < 0 || r > width || b > height)
    .map(({ text }) => `outside: ${text}`);
  // A page has hundreds of words: each is looked at only beside those that begin above its foot.
  const downwards = [...words].sort((a, b) => a.box[1] - b.box[1]);
  const covered: string[] = [];
  for (const [i, word] of downwards.entries()) {
    for (let k = i + 1; k < downwards.length; k += 1) {
      const other = downwards[k] as Word;
      if (other.box[1] >= word.box[3]) break;
      if (covers(word, other)) covered.push(`${word.text} and ${other.text}`);
    }
  }
  return [...outside, ...covered];
}

function covers({ box: [l, t, r, b] }: Word, { box: [ol, ot, or, ob] }: Word): boolean {
  const across = Math.min(r, or) - Math.max(l, ol);
  if (across <= Math.min(r - l, or - ol) / 2) return false;
  const down = Math.min(b, ob) - Math.max(t, ot);
  return down > Math.min(b - t, ob - ot) / 2;
}
