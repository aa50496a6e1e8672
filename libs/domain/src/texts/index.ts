import * as approval from '../agreement/approval/texts.js';
import * as ending from '../agreement/ending/texts.js';
import * as evaluation from '../agreement/evaluation/texts.js';
import * as execution from '../agreement/execution/texts.js';
import * as negotiation from '../agreement/negotiation/texts.js';
import * as oversight from '../agreement/oversight/texts.js';
import * as proposal from '../agreement/proposal/texts.js';
import type { Refusal } from '../kernel/decision.js';
import type { Duty, Texts } from '../kernel/definition.js';
import * as kernel from '../kernel/texts.js';
import type { slices } from '../kernel/slices.js';
import type { Deadline } from '../kernel/timers.js';
import { fill, spaced, type Values, type Wording } from './fill.js';
import type { Language } from './language.js';
import { refusals, wordingIn } from './words.js';

export { EXPECTED, expectedIn } from './expected.js';
export { phrasesInFrench, type Phrase } from './phrases.js';
export { dayInWords, fill, placeholders, spaced } from './fill.js';
export { LANGUAGES, preferredLanguage, type Language } from './language.js';
export { named, numbersIn, type Called } from './named.js';
export { standingText, startAhead, startAheadFor, statusText, type StartAhead } from './status.js';
export { label, LABEL_KINDS, vocabularyIn, type LabelKind } from './words.js';

interface SliceTexts {
  readonly textsEn: Texts;
  readonly textsFr: Texts;
}

/** The texts of each phase, by the name of its slice. */
export const textsOfSlices: Readonly<Record<keyof typeof slices, SliceTexts>> = {
  kernel,
  proposal,
  approval,
  negotiation,
  execution,
  oversight,
  evaluation,
  ending,
};

const merged = (language: Language): Texts => {
  const all = Object.values(textsOfSlices).map((t) => (language === 'en' ? t.textsEn : t.textsFr));
  const part = (name: keyof Texts) =>
    Object.fromEntries(
      all.flatMap((t) => Object.entries(t[name])).map(([k, v]) => [k, spaced(v, language)]),
    );
  return {
    commands: part('commands'),
    events: part('events'),
    timers: part('timers'),
    duties: part('duties'),
  };
};

const texts: Readonly<Record<Language, Texts>> = { en: merged('en'), fr: merged('fr') };
const wordings: Readonly<Record<Language, Wording>> = {
  en: wordingIn('en', texts.en.commands),
  fr: wordingIn('fr', texts.fr.commands),
};

/** Every sentence of a language: commands, events, timers and duties of all phases. */
export const textsOf = (language: Language): Texts => texts[language];

/** A name to show instead of an id, e.g. the acronym of `member` 1234; undefined shows the id. */
export type NameOf = (field: string, id: string | number) => string | undefined;

const said = (
  template: string,
  values: Values,
  language: Language,
  nameOf: NameOf = () => undefined,
): string =>
  fill(
    template,
    values,
    (field, value) => nameOf(field, value) ?? wordings[language](field, value),
  );

/** What was wrong and what to do, with the details of the refusal filled in. */
export function refusalText(
  refusal: Pick<Refusal, 'refused' | 'details'>,
  language: Language,
  nameOf?: NameOf,
): { readonly title: string; readonly help: string } {
  const { title, help } = refusals[language][refusal.refused];
  const told = (template: string) =>
    said(spaced(template, language), refusal.details, language, nameOf);
  return { title: told(title), help: told(help) };
}

/** A code that a field takes, as one reads it; a code without words is shown as it is. */
export const codeInWords = (field: string, code: string, language: Language): string =>
  wordings[language](field, code) ?? code;

/** What happened, as one sentence with the reason that was given; an event without a sentence is named as it is. */
export const sentenceOfEvent = (
  event: { readonly type: string; readonly payload: object },
  language: Language,
  nameOf?: NameOf,
): string => {
  const values = event.payload as Values;
  const sentence = said(texts[language].events[event.type] ?? event.type, values, language, nameOf);
  const { why } = values;
  return typeof why !== 'string' || why === ''
    ? sentence
    : `${sentence.replace(/\.$/, '')}${COLON[language]} ${why}`;
};

/** What happens at the deadline if nobody acts. */
export const sentenceOfDeadline = (
  deadline: Pick<Deadline, 'timer' | 'step' | 'subject'>,
  language: Language,
): string => {
  const key = `${deadline.timer}.${deadline.step}`;
  return said(texts[language].timers[key] ?? key, { subject: deadline.subject }, language);
};

/** What the desk of a duty owes, as an imperative. */
export const sentenceOfDuty = (duty: Pick<Duty, 'id'>, language: Language): string => {
  const [key = '', subject = ''] = duty.id.split(':');
  const { duties, commands } = texts[language];
  const text = duties[key] ?? key;
  // A proposal is named: two of them may wait at once.
  const proposed = key === 'joint-act' ? commands[subject] : undefined;
  return proposed === undefined ? text : `${text}${COLON[language]} ${proposed}`;
};

const COLON: Readonly<Record<Language, string>> = { en: ':', fr: '\u00a0:' };
