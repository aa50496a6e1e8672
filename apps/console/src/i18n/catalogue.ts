import type { Texts } from './en.js';
import type { Language } from './language.js';
import { french, mapTexts, pseudo } from './typography.js';

/** Shows which texts come from no catalogue; for those who write screens. */
const isPseudo = (): boolean => new URLSearchParams(window.location.search).has('pseudo');

/** Words as the language sets them: French spaces, and the language that nobody speaks where it is asked for. */
export function setIn<T>(words: T, language: Language): T {
  const set = language === 'fr' ? mapTexts(words, french) : words;
  return isPseudo() ? mapTexts(set, pseudo) : set;
}

/** The words of every page. Each language is loaded alone. */
export async function catalogue(language: Language): Promise<Texts> {
  return setIn(
    language === 'fr' ? (await import('./fr.js')).fr : (await import('./en.js')).en,
    language,
  );
}
