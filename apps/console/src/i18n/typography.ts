type Words = { readonly [key: string]: unknown } | readonly unknown[];

const NARROW = '\u202f';
const WIDE = '\u00a0';

/**
 * French spacing: a narrow no-break space before `;`, `!` and `?`, a no-break space before `:` and inside guillemets,
 * and `1er` never torn from its month. Times (`12:30`) and addresses stay as they are.
 */
export const french = (text: string): string =>
  text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${WIDE}$1`)
    .replace(/« /g, `«${WIDE}`)
    .replace(/\b1er /g, `1er${WIDE}`)
    .replace(/(\d) (?=[\p{L}%])/gu, `$1${WIDE}`);

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'à', e: 'ê', i: 'ï', o: 'ô', u: 'ü', c: 'ç', n: 'ñ', s: 'š', y: 'ÿ' },
  ...{ A: 'À', E: 'Ê', I: 'Ï', O: 'Ô', U: 'Ü', C: 'Ç', N: 'Ñ', S: 'Š', Y: 'Ÿ' },
};

/** A language that nobody speaks: longer, accented, in brackets. What stays plain was never in a catalogue. */
export const pseudo = (text: string): string =>
  text === ''
    ? ''
    : `[${text.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter)}${'~'.repeat(Math.ceil(text.length / 3))}]`;

/** A catalogue with every text changed, those that functions make too. */
export function mapTexts<T>(words: T, change: (text: string) => string): T {
  if (typeof words === 'string') return change(words) as T;
  if (typeof words === 'function') {
    const make = words as unknown as (...given: unknown[]) => unknown;
    return ((...given: unknown[]) => mapTexts(make(...given), change)) as T;
  }
  if (Array.isArray(words)) return words.map((word: unknown) => mapTexts(word, change)) as T;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(
    Object.entries(words as Words).map(([key, word]) => [key, mapTexts(word, change)]),
  ) as T;
}
