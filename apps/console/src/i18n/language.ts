export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'twinning.language';

const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((language) => language === value);

/** The language that was chosen before, else the first of the browser's that we speak. */
export function firstLanguage(kept: string | null, preferred: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** A browser may refuse to keep anything: then the choice lasts for this page. */
export function keptLanguage(): string | null {
  try {
    return window.localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export function keepLanguage(language: Language): void {
  try {
    window.localStorage.setItem(KEPT, language);
  } catch {
    // The page goes on in this language.
  }
}
