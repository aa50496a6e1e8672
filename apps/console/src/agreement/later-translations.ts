import type { Clause } from './model.js';

/** The translations of the text that stands, and the languages in which one is owed. */
export function translationsOf(
  clause: Pick<Clause, 'later' | 'language' | 'translations' | 'untranslated'>,
  waived: readonly string[],
): Pick<Clause, 'language' | 'translations' | 'untranslated'> {
  const last = clause.later.at(-1);
  // Amendments are part of the document that is shown; revisions of the plan stand beside it.
  if (last?.amendment !== null) return clause;
  const other = last.language === 'en' ? 'fr' : 'en';
  const translations = (last.translations ?? []).map((each) => ({ ...each, current: true }));
  const isOwed = translations.length === 0 && last.withoutTranslation !== true;
  return {
    language: last.language,
    translations,
    untranslated: isOwed && !waived.includes(other) ? [other] : [],
  };
}
