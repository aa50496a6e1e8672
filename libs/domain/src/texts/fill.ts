import type { Language } from './language.js';

/** Values of the placeholders of a sentence; a payload or the details of a refusal. */
export type Values = Readonly<Record<string, unknown>>;

/** How a value reads: the words for it, or undefined to show it as it is. */
export type Wording = (field: string, value: string | number) => string | undefined;

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ],
  fr: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
    ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
};

/** A civil date in words, e.g. `1 May 2027`, `1er mai 2027`; anything else is undefined. */
export function dayInWords(value: string, language: Language): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const name = MONTHS[language][Number(month) - 1];
  if (year === undefined || name === undefined) return undefined;
  const number = language === 'fr' && day === '01' ? '1er' : String(Number(day));
  return `${number} ${name} ${year}`;
}

const ABSENT = '–';
const NO_BREAK = '\u00a0';

/** French puts a space that does not break before `: ; ? !` and inside guillemets. */
export const spaced = (sentence: string, language: Language): string =>
  language === 'en'
    ? sentence
    : sentence.replace(/ (?=[:;?!»%])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);

function inWords(field: string, value: unknown, wording: Wording): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? ABSENT : value.map((v) => inWords(field, v, wording)).join(', ');
  }
  if (value === '') return ABSENT;
  if (typeof value === 'string' || typeof value === 'number') {
    return wording(field, value) ?? String(value);
  }
  return typeof value === 'boolean'
    ? (wording(field, String(value)) ?? String(value))
    : (pointerOf(value) ?? ABSENT);
}

/** A fault of the input is named by where it is. */
const pointerOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'pointer' in value
    ? typeof value.pointer === 'string' && value.pointer !== ''
      ? value.pointer
      : undefined
    : undefined;

const asItIs: Wording = () => undefined;

/** Puts the values into the `{field}` placeholders of a sentence; an absent value becomes `–`. */
export const fill = (template: string, values: Values, wording: Wording = asItIs): string =>
  template.replace(/\{(\w+)\}/g, (_, field: string) => inWords(field, values[field], wording));

/** The placeholders of a sentence, sorted. */
export const placeholders = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map(([, field = '']) => field).sort();
