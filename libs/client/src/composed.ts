/**
 * Text in Unicode normalization form C, the only one that the service takes. Keyboards and files of some systems give letters
 * and accents apart: what looks alike is sent alike. Whoever sends to the service composes by this, and nowhere else.
 */
export const composed = (text: string): string => text.normalize('NFC');

/** The same for each text of a JSON value, as `JSON.parse` and `JSON.stringify` ask for it. */
export const composedPart = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? composed(value) : value;
