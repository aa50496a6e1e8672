import { event, type AgreementEvent, type KernelEvents } from './events.js';
import type { Agreement } from './state.js';
import type { Desk } from './vocabulary.js';

/** Something goes to desks for information; nothing leaves the product during the entry of the past (D22). */
export const copySent = (
  { catchUp }: Pick<Agreement, 'catchUp'>,
  about: KernelEvents['CopySent']['about'],
  to: readonly Desk[],
): readonly AgreementEvent[] =>
  to.length === 0 || catchUp?.open === true ? [] : [event('CopySent', { about, to })];
