import { fill, spaced, type Values } from '../texts/fill.js';
import type { Language } from '../texts/language.js';
import { wordingIn } from '../texts/words.js';
import * as people from './texts.js';

const texts = { en: people.textsEn, fr: people.textsFr } as const;

/** The imperative by which a command on people is shown. */
export const labelOfPeopleCommand = (command: string, language: Language): string =>
  texts[language].commands[command] ?? command;

/** What happened among the people of a body, as one sentence. */
export const sentenceOfPeopleEvent = (
  event: { readonly type: string; readonly payload: object },
  language: Language,
): string =>
  fill(
    spaced(texts[language].events[event.type] ?? event.type, language),
    event.payload as Values,
    wordingIn(language, texts[language].commands),
  );
