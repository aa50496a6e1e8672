import type { Day } from '../calendar/day.js';
import { statusOf, type Agreement } from '../kernel/state.js';
import type { Section } from '../policy/views.js';
import { dayInWords, fill } from './fill.js';
import type { Language } from './language.js';
import type { Label } from './vocabulary.js';
import { label } from './words.js';

/** The agreed first day that an accepted agreement waits for; `on` is null for a reader who is not told the terms. */
export interface StartAhead {
  readonly on: Day | null;
}

/** What is waited for once the TPM has accepted the documents (T22); null before that, and from the start on. */
export function startAhead({ stage, negotiation }: Agreement): StartAhead | null {
  const { acceptedAt, agreedDates } = negotiation;
  return stage === 'AGREEMENT_IN_REVIEW' && acceptedAt !== null
    ? { on: agreedDates?.start ?? null }
    : null;
}

/** The same as it is told to who reads these sections: the day is one of the terms. */
export function startAheadFor(
  { sections }: { readonly sections: readonly Section[] },
  state: Agreement,
): StartAhead | null {
  const ahead = startAhead(state);
  return ahead === null || sections.includes('negotiation') ? ahead : { on: null };
}

const ACCEPTED: Label = {
  en: 'Agreement and plan accepted, not begun yet',
  fr: 'Accord et plan acceptés, pas encore commencé',
};
const BEGINS: Label = {
  en: 'Agreement and plan accepted, begins on {on}',
  fr: 'Accord et plan acceptés, commence le {on}',
};

/** A status as a person reads it: after the check of the documents it says which day is waited for. */
export function statusText(status: string, ahead: StartAhead | null, language: Language): string {
  if (ahead === null) return label('status', status, language);
  return ahead.on === null
    ? ACCEPTED[language]
    : fill(BEGINS[language], { on: dayInWords(ahead.on, language) ?? ahead.on });
}

/** The same of an agreement whose terms the reader may read. */
export const standingText = (state: Agreement, language: Language): string =>
  statusText(statusOf(state), startAhead(state), language);
