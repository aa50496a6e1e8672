import { useConsole } from '../console.js';
import type { Language } from './language.js';

/** The words of a part that is loaded on request: they travel with it, in both languages, and not with the first page. */
export function useTexts<T>(of: Readonly<Record<Language, T>>): T {
  return of[useConsole().language];
}
