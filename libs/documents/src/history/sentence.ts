import { partsOf } from '../difference/clauses.js';
import type { ClauseHistory, ClauseVersionTold } from './clause.js';

type Translation = ClauseHistory['translations'][number];

/** Where a sentence of a clause comes from: who proposed it, when, in answer to what; null when it never stood there. */
export interface SentenceOrigin {
  readonly sentence: string;
  readonly stands: boolean;
  /** Of a translated sentence, the version that it translates. */
  readonly proposed: ClauseVersionTold;
  /** Who wrote the sentence, where it stands in a translation and in no version. */
  readonly translated: Translation | null;
  /** The version that its proposal answered or replaced. */
  readonly inAnswerTo: ClauseVersionTold | null;
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const says = ({ value }: Pick<ClauseVersionTold, 'value'>, sentence: string): boolean =>
  partsOf(value).some((part) => plain(part.text).includes(sentence));

const byHash = (versions: readonly ClauseVersionTold[], hash: string | null) =>
  versions.findLast((v) => v.hash === hash) ?? null;

/** The latest time the sentence came in: what was struck out and written again is the later writer's. */
function proposedAt(versions: readonly ClauseVersionTold[], sentence: string): number {
  return versions.findLastIndex((version, index) => {
    const before = byHash(versions.slice(0, index), version.replaces);
    return says(version, sentence) && (before === null || !says(before, sentence));
  });
}

/** The translation that the sentence came in with; the next one of another version that kept it is not its writer's. */
function translatedBy({ translations }: ClauseHistory, sentence: string): Translation | undefined {
  return translations.findLast((translation, index) => {
    const before = translations
      .slice(0, index)
      .findLast(({ language }) => language === translation.language);
    return says(translation, sentence) && (before === undefined || !says(before, sentence));
  });
}

function stands({ versions, translations }: ClauseHistory, sentence: string): boolean {
  const current = versions.find((v) => v.standing === 'CURRENT');
  if (current === undefined) return false;
  const translation = translations.findLast(({ language }) => language !== current.language);
  return (
    says(current, sentence) ||
    (translation !== undefined &&
      !translation.waived &&
      translation.ofHash === current.hash &&
      says(translation, sentence))
  );
}

/** Who wrote a sentence of a clause, in whichever of its languages. */
export function originOfSentence(history: ClauseHistory, asked: string): SentenceOrigin | null {
  const sentence = plain(asked);
  if (sentence === '') return null;
  const { versions } = history;
  const said = proposedAt(versions, sentence);
  const translated = said === -1 ? (translatedBy(history, sentence) ?? null) : null;
  const at =
    translated === null ? said : versions.findLastIndex((v) => v.hash === translated.ofHash);
  const proposed = versions[at];
  if (proposed === undefined) return null;
  const answered = versions.slice(0, at).findLast((v) => v.proposal === proposed.answersTo);
  return {
    sentence,
    stands: stands(history, sentence),
    proposed,
    translated,
    inAnswerTo: answered ?? byHash(versions.slice(0, at), proposed.replaces),
  };
}
