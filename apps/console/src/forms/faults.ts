import type { Texts } from '../i18n/en.js';
import type { FieldFault } from './typed.js';

/** The id of a field's input: an error summary leads to it. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

/** What to do about a fault: the same words at the field and in the summary. */
export function faultText(t: Texts, { code, min, max, expected }: FieldFault): string {
  switch (code) {
    case 'MISSING':
      return t.form.missing;
    case 'TOO_LONG':
      return t.form.tooLong(max ?? 0);
    case 'NOT_A_NUMBER':
      return t.form.notANumber;
    case 'OUT_OF_RANGE':
      return t.form.outOfRange(min ?? 0, max ?? 0);
    case 'COUNT':
      return t.form.count(min ?? 0, max ?? 0);
    case 'INVALID':
      return expected === undefined ? t.form.invalid : `${t.form.invalid} (${expected})`;
  }
}
