/** Letters that Unicode does not take apart into a base letter and a mark. */
const SINGLE: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
  '’': "'",
};

/** The text without accents and case, for search: `Côte d’Ivoire` and `COTE D'IVOIRE` fold alike. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[æœøłđðþßı’]/g, (letter) => SINGLE[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();

/** What is stored for search: the parts folded, and each also without blanks (`tc34/sc18`). */
export const searchText = (...parts: readonly (string | null)[]): string =>
  parts
    .flatMap((part) => (part === null || part === '' ? [] : [fold(part)]))
    .flatMap((part) =>
      part.length < 40 && part.includes(' ') ? [part, part.replace(/ /g, '')] : part,
    )
    .join(' | ');
