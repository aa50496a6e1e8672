import { useConsole } from '../console.js';
import { setIn } from './catalogue.js';
import type { Language } from './language.js';

const made = new WeakMap<object, Partial<Record<Language, unknown>>>();

/** The words of a part that is loaded on request: they travel with it, in both languages, and not with the first page. */
export function useTexts<T>(of: Readonly<Record<Language, T>>): T {
  const { language } = useConsole();
  const known = made.get(of) ?? {};
  made.set(of, known);
  return (known[language] ??= setIn(of[language], language)) as T;
}
