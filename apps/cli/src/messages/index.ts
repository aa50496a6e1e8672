import { en, type Messages } from './en.js';
import { fr } from './fr.js';

export type { Messages } from './en.js';
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const messages: Readonly<Record<Language, Messages>> = { en, fr };

/** A sentence in whichever language the reader has. */
export type Sentence = (messages: Messages) => string;

/**
 * The language of one call: `--language` if it names one, else that of the terminal
 * (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.
 */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findLastIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const given = args[at]?.split('=')[1] ?? (at === -1 ? undefined : args[at + 1]);
  const asked = LANGUAGES.find((language) => language === given);
  if (asked !== undefined) return asked;
  // An empty variable counts as absent, as in every other program that reads the locale.
  const terminal = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((v) => v !== undefined && v !== '');
  return terminal?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
}
