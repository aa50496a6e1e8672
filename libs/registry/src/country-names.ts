import { fold } from './fold.js';

// The registry names countries in English and by code; the language data of the platform know all of them in French.
const A = 65;
const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(A + i));

interface Country {
  readonly code: string;
  readonly english: string;
  /** Folded. */
  readonly french: string;
}

let known: readonly Country[] | null = null;

function countries(): readonly Country[] {
  const namesIn = (language: string) =>
    new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const [english, french] = [namesIn('en'), namesIn('fr')];
  known ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const [inEnglish, inFrench] = [english.of(code), french.of(code)];
    return inEnglish === undefined || inFrench === undefined
      ? []
      : [{ code, english: inEnglish, french: fold(inFrench) }];
  });
  return known;
}

/**
 * Countries in whose French name a word begins as `word` does, accents and case aside: their codes (ISO 3166-1 alpha-2)
 * and their English names. A single letter names none.
 */
export function countriesCalled(word: string): {
  readonly codes: readonly string[];
  readonly english: readonly string[];
} {
  const wanted = fold(word);
  const begins = (name: string): boolean =>
    name.startsWith(wanted) || [' ', '-', "'", '('].some((gap) => name.includes(gap + wanted));
  const found = wanted.length < 2 ? [] : countries().filter(({ french }) => begins(french));
  return { codes: found.map(({ code }) => code), english: found.map(({ english }) => english) };
}
