import { templateFor } from '../agreement/negotiation/template.js';
import type { RefusalCode } from '../kernel/refusals.js';
import { TWINNING_TYPES } from '../kernel/vocabulary.js';
import { dayInWords, type Wording } from './fill.js';
import type { Language } from './language.js';
import { refusalsEn } from './refusals-en.js';
import { refusalsFr } from './refusals-fr.js';
import { choiceVocabulary } from './vocabulary-choices.js';
import { evaluationVocabulary } from './vocabulary-evaluation.js';
import { participationVocabulary } from './vocabulary-participation.js';
import { valueVocabulary } from './vocabulary-values.js';
import { vocabulary, type Label } from './vocabulary.js';
import type { RefusalWordings } from './wording.js';

/** Titles of the clauses of every type by their id. */
const clause: Readonly<Record<string, Label>> = Object.fromEntries(
  TWINNING_TYPES.flatMap(templateFor).map((c) => [c.id, c.title]),
);

const labels = {
  ...vocabulary,
  ...valueVocabulary,
  ...evaluationVocabulary,
  ...choiceVocabulary,
  ...participationVocabulary,
  clause,
} as const;
export type LabelKind = keyof typeof labels;
export const LABEL_KINDS = Object.keys(labels) as readonly LabelKind[];

export const refusals: Readonly<Record<Language, RefusalWordings>> = {
  en: refusalsEn,
  fr: refusalsFr,
};

const labelOf = (kind: LabelKind, value: string): Label | undefined => {
  const words: Readonly<Record<string, Label>> = labels[kind];
  return Object.hasOwn(words, value) ? words[value] : undefined;
};

/** The word for a value, e.g. `label('status', 'ACTIVE', 'fr')`; a value without a word is shown as it is. */
export const label = (kind: LabelKind, value: string, language: Language): string =>
  labelOf(kind, value)?.[language] ?? value;

/** Every word of the vocabulary in a language, by kind and value: for readers that show values themselves. */
export const vocabularyIn = (
  language: Language,
): Readonly<Record<string, Readonly<Record<string, string>>>> =>
  Object.fromEntries(
    Object.entries<Readonly<Record<string, Label>>>(labels).map(([kind, words]) => [
      kind,
      Object.fromEntries(Object.entries(words).map(([value, word]) => [value, word[language]])),
    ]),
  );

/** Where the words of a field's values are, first match first; the other fields are shown as they are. */
const KINDS_OF_FIELD: Readonly<Record<string, readonly LabelKind[]>> = {
  absent: ['side'],
  active: ['active'],
  about: ['about'],
  recipients: ['recipient'],
  action: ['action'],
  basis: ['basis'],
  body: ['body'],
  by: ['side', 'role', 'source'],
  cause: ['cause'],
  choice: ['choice'],
  clause: ['clause'],
  clauses: ['clause'],
  decision: ['decision', 'choice', 'outcome'],
  competent: ['body'],
  contributed: ['contributed'],
  desk: ['desk'],
  destination: ['body'],
  fact: ['fact'],
  gate: ['evidence'],
  gates: ['evidence'],
  item: ['evidence'],
  kind: ['kind'],
  language: ['language'],
  level: ['body'],
  missing: ['field', 'hold'],
  field: ['field'],
  mode: ['mode'],
  outcome: ['outcome'],
  owner: ['desk'],
  part: ['part', 'desk'],
  parts: ['parts'],
  reason: ['reason'],
  satisfactory: ['satisfactory'],
  side: ['side', 'desk'],
  source: ['source', 'basis'],
  stage: ['caseStage'],
  status: ['status'],
  target: ['target'],
  to: ['desk', 'status', 'party', 'ruleset'],
  type: ['type'],
  verdict: ['verdict'],
};

const inASentence = (title: string): string =>
  title.slice(0, 1).toLowerCase() + title.slice(1).replace(/\.$/, '');

const refusalTitle = (code: string, language: Language): string | undefined =>
  Object.hasOwn(refusals[language], code)
    ? inASentence(refusals[language][code as RefusalCode].title)
    : undefined;

/** `SUBJECT:SIDE` and `SIDE:SUBJECT`: a check or a broken rule with the side it is about. */
function withSide(value: string, language: Language): string | undefined {
  const parts = value
    .split(':')
    .map(
      (part) =>
        labelOf('check', part)?.[language] ??
        labelOf('side', part)?.[language] ??
        refusalTitle(part, language),
    );
  return parts.every((part) => part !== undefined) ? parts.join(' – ') : undefined;
}

const RULE_FIELDS = ['rule', 'codes', 'breaks', 'check', 'checks', 'subject'];

/** How the values of events and refusals read in a language: dates, enumerations, rules; ids stay as they are. */
export const wordingIn =
  (language: Language, commands: Readonly<Record<string, string>>): Wording =>
  (field, value) => {
    if (typeof value !== 'string') return undefined;
    const day = dayInWords(value, language);
    if (day !== undefined) return day;
    if (RULE_FIELDS.includes(field)) return withSide(value, language);
    const kind = KINDS_OF_FIELD[field]?.find((k) => labelOf(k, value) !== undefined);
    if (kind !== undefined) return label(kind, value, language);
    return field === 'kind' && Object.hasOwn(commands, value) ? commands[value] : undefined;
  };
