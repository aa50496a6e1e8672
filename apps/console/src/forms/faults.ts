import type { Texts } from '../i18n/en.js';
import type { FieldFault } from './typed.js';

/** The id of a field's input: an error summary leads to it. */
export const fieldId = (pointer: string): string => `field${pointer.replaceAll('/', '-')}`;

/** What to do about a fault: the same words at the field and in the summary. */
export function faultText(t: Texts, fault: FieldFault): string {
  const { code, min, max, length, shape, expected, said } = fault;
  if (said !== undefined) return said;
  switch (code) {
    case 'MISSING':
      return t.form.missing;
    case 'TOO_LONG':
      return t.form.tooLong(length ?? 0, max ?? 0);
    case 'NOT_A_NUMBER':
      return t.form.notANumber;
    case 'OUT_OF_RANGE':
      return t.form.outOfRange(min ?? 0, max ?? 0);
    case 'COUNT':
      return t.form.count(min ?? 0, max ?? 0);
    case 'INVALID':
      if (expected !== undefined) return `${t.form.invalid} (${expected})`;
      return shape === undefined ? t.form.invalid : t.form.shapes[shape];
  }
}

/** The faults of a field and of parts of it that have no place of their own on the page. */
export const faultsWithin = (
  faults: readonly FieldFault[],
  pointer: string,
): readonly FieldFault[] =>
  faults.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));

/**
 * A date of which only a part is typed says nothing to the form, which would leave it out or call it missing: with the
 * faults of these, all in the order of the page.
 */
export function withHalfDates(
  faults: readonly FieldFault[],
  form: Element | null,
): readonly FieldFault[] {
  const dates = [...(form?.querySelectorAll<HTMLInputElement>('input[data-pointer]') ?? [])];
  const half = dates
    .filter(({ validity }) => validity.badInput)
    .map((input) => input.dataset['pointer'] ?? '');
  if (half.length === 0 || form === null) return faults;
  const ids = [...form.querySelectorAll('[id]')].map(({ id }) => id);
  const placeOf = ({ pointer }: FieldFault) => ids.indexOf(fieldId(pointer));
  return [
    ...faults.filter(({ pointer }) => !half.includes(pointer)),
    ...half.map((pointer): FieldFault => ({ pointer, code: 'INVALID', shape: 'DAY' })),
  ].sort((a, b) => placeOf(a) - placeOf(b));
}

const CONTROL =
  'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled), a[href], summary';

/**
 * Moves the focus to a field of a form: to its control, to the first one of its group, or to the closest group that is
 * on the page where the place itself is not.
 */
export function focusOn(form: Element, pointer: string, idOf = fieldId): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = form.querySelector<HTMLElement>(`#${CSS.escape(idOf(at))}`);
    if (place === null) continue;
    // What was picked stands as words: the button that changes it is beside them.
    const control = place.matches(CONTROL)
      ? place
      : (place.querySelector<HTMLElement>(CONTROL) ??
        place.closest('.field')?.querySelector<HTMLElement>(CONTROL) ??
        place);
    if (control === place && !place.matches(CONTROL)) place.tabIndex = -1;
    control.focus();
    return;
  }
  form.querySelector<HTMLElement>(CONTROL)?.focus();
}
