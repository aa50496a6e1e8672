import { LANGUAGES } from './i18n/language.js';

const isLanguage = (word: string): boolean => (LANGUAGES as readonly string[]).includes(word);

/** Whether two keys of resources ask for the same in two languages: what is shown stays until the other language is there. */
export function isSameButLanguage(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [one.split(' '), other.split(' ')];
  return (
    a.length === b.length &&
    a.every((word, n) => word === b[n] || (isLanguage(word) && isLanguage(b[n] ?? '')))
  );
}
