// What the launcher and the local servers say, in the language of the terminal. Node built-ins only.
import { en } from './en.mjs';
import { fr } from './fr.mjs';

/** 'fr' when the terminal asks for French, else 'en'. */
export const languageOf = (env) =>
  (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').toLowerCase().startsWith('fr') ? 'fr' : 'en';

/** The text of a code in a language, its {holes} filled. */
export function text(language, code, values = {}) {
  const template = (language === 'fr' ? fr : en)[code];
  if (template === undefined) throw new Error(`No message ${code}`);
  return template.replaceAll(/\{(\w+)\}/g, (hole, name) => String(values[name] ?? hole));
}

/** The text of a code in the terminal's language. */
export const say = (code, values) => text(languageOf(process.env), code, values);

/** An error meant for a person: its message says what to do, and no stack trace is shown. */
export class Fault extends Error {
  constructor(code, values) {
    super(say(code, values));
    this.name = 'Fault';
    this.code = code;
  }
}
