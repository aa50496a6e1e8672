import { fill, spaced, type Values } from '../texts/fill.js';
import type { Language } from '../texts/language.js';
import { wordingIn } from '../texts/words.js';
import * as participation from './texts.js';
import type { ParticipationDeadline } from './timers.js';

const texts = { en: participation.textsEn, fr: participation.textsFr } as const;

const told = (template: string, values: Values, language: Language): string =>
  fill(spaced(template, language), values, wordingIn(language, texts[language].commands));

/** The imperative by which a command of lifecycle.md B6 is shown; its name when there is none. */
export const labelOfParticipationCommand = (command: string, language: Language): string =>
  texts[language].commands[command] ?? command;

/** What happened in a participation, as one sentence; an event without a sentence is named as it is. */
export const sentenceOfParticipationEvent = (
  event: { readonly type: string; readonly payload: object },
  language: Language,
): string => {
  const values = event.payload as Values;
  const template = texts[language].events[event.type] ?? event.type;
  return told(template, { ...values, what: whatWasDue(values, language) }, language);
};

/** An alert says what its deadline had announced. */
const whatWasDue = ({ timer, step, subject }: Values, language: Language): string | null =>
  typeof timer === 'string' && typeof step === 'string'
    ? told(texts[language].timers[`${timer}.${step}`] ?? timer, { subject }, language)
    : null;

/** What happens to a participation at the deadline if nobody acts. */
export function sentenceOfParticipationDeadline(
  deadline: Pick<ParticipationDeadline, 'timer' | 'step' | 'subject'>,
  language: Language,
): string {
  const key = `${deadline.timer}.${deadline.step}`;
  return told(texts[language].timers[key] ?? key, { subject: deadline.subject }, language);
}
