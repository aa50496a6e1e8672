import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import type { JsonObject } from '../../kernel/schema.js';
import type { Agreement } from '../../kernel/state.js';
import type { Hash } from '../negotiation/documents.js';
import { asPrinted, waivedNow } from '../negotiation/in-force.js';
import type { Language } from '../negotiation/state.js';
import { leftToRight } from '../negotiation/demands.js';
import { templateOf } from '../negotiation/template.js';
import { figureFaults, hasWords, valueFaults } from '../negotiation/values.js';
import { REVISED } from './text-in-force.js';

/** What a revision says in words, as a partner sends it. */
export interface RevisedWords {
  readonly milestones?: JsonObject;
  readonly workPackages?: JsonObject;
  readonly tasks?: JsonObject;
  readonly language?: Language;
  /** The same parts in the other language. */
  readonly translation?: Omit<RevisedWords, 'language' | 'translation' | 'withoutTranslation'>;
  /** Both do without the translation of this revision: whoever agrees to it agrees to that. */
  readonly withoutTranslation?: boolean;
}

const otherThan = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

const PARTS = Object.entries(REVISED);

/** The clauses of a revision that lack a translation which both have not agreed to do without. */
export function untranslatedParts(
  state: Agreement,
  words: RevisedWords,
  hash: Hash,
): readonly string[] {
  const { language: authentic } = state.negotiation;
  const { language = authentic, translation = {}, withoutTranslation = false } = words;
  const other = otherThan(language);
  const { translations } = asPrinted(state, hash).negotiation;
  const standing = (clause: string) =>
    translations.some((t) => t.clause === clause && t.language === other);
  const required =
    templateOf(state).translations === 'REQUIRED' && !waivedNow(state).includes(other);
  // The authentic text is never done without; a translation that stands would contradict the new words.
  const owed = (clause: string) =>
    other === authentic || (!withoutTranslation && (required || standing(clause)));
  return PARTS.filter(
    ([clause, part]) => hasWords(words[part]) && translation[part] === undefined && owed(clause),
  ).map(([clause]) => clause);
}

/** The same of a proposal that waits for the other partner; of one that is withheld, or was not kept, nothing is known. */
export const untranslatedIn = (
  state: Agreement,
  { kind, content }: Agreement['jointActs'][string],
  hash: Hash,
): readonly string[] =>
  kind === 'RevisePlan' && content !== undefined
    ? // Only what passed the shape of the command was proposed.
      untranslatedParts(state, content, hash)
    : [];

/** A revision is agreed when its words stand in both languages, as every text of the two partners (rules.md 3.2). */
export function translationsOwed(
  state: Agreement,
  words: RevisedWords,
  ctx: Context,
): Refusal | null {
  const clauses = untranslatedParts(state, words, ctx.hash);
  return clauses.length === 0 ? null : refuse('TRANSLATION_OUTDATED', 'rules 3.2', { clauses });
}

/** A translation says the same as what it translates, and the authentic text is never done without. */
export function translationFits(state: Agreement, words: RevisedWords): Refusal | null {
  const { language: authentic } = state.negotiation;
  const { language = authentic, translation = {}, withoutTranslation = false } = words;
  const faults = PARTS.flatMap(([clause, part]) => {
    const value = translation[part];
    const pointer = `/translation/${part}`;
    if (value === undefined) return [];
    const source = words[part];
    return source === undefined
      ? [{ pointer, expected: 'a part that is revised' }]
      : [
          ...valueFaults({ id: clause }, value, pointer),
          ...leftToRight(state, value, pointer),
          ...figureFaults(source, value, pointer),
        ];
  });
  const all =
    withoutTranslation && language !== authentic
      ? [
          ...faults,
          { pointer: '/withoutTranslation', expected: 'a translation into the authentic language' },
        ]
      : faults;
  return all.length === 0
    ? null
    : refuse('CLAUSE_INVALID', 'rules 3.2', { faults: all.map((f) => ({ ...f })) });
}
