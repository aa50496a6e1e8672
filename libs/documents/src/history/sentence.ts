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

const isKept = ({ standing }: ClauseVersionTold): boolean => standing !== 'WITHDRAWN';

/**
 * The latest time the sentence came in: what was struck out and written again is the later writer's. What was withdrawn
 * changed nothing of what stands; it is asked only for what stood nowhere else.
 */
function proposedAt(versions: readonly ClauseVersionTold[], sentence: string): number {
  const kept = versions.filter(isKept);
  const came = kept.findLast((version, index) => {
    const before = kept[index - 1];
    return says(version, sentence) && (before === undefined || !says(before, sentence));
  });
  if (came !== undefined) return versions.indexOf(came);
  return versions.findLastIndex((version, index) => {
    const before = byHash(versions.slice(0, index), version.replaces);
    return says(version, sentence) && (before === null || !says(before, sentence));
  });
}

/** The translation that the sentence came in with; the next one of another version that kept it is not its writer's. */
const cameIn = (translations: readonly Translation[], sentence: string) =>
  translations.findLast((translation, index) => {
    const before = translations
      .slice(0, index)
      .findLast(({ language }) => language === translation.language);
    return says(translation, sentence) && (before === undefined || !says(before, sentence));
  });

const translatedBy = ({ translations }: ClauseHistory, sentence: string) =>
  cameIn(
    translations.filter((t) => !t.withdrawn),
    sentence,
  ) ?? cameIn(translations, sentence);

function stands({ versions, translations }: ClauseHistory, sentence: string): boolean {
  const current = versions.find((v) => v.standing === 'CURRENT');
  if (current === undefined) return false;
  const translation = translations.findLast(
    (t) => t.language !== current.language && t.ofHash === current.hash && !t.withdrawn,
  );
  return (
    says(current, sentence) ||
    (translation !== undefined && !translation.waived && says(translation, sentence))
  );
}

const translatedAt = (versions: readonly ClauseVersionTold[], hash: string): number => {
  const kept = versions.findLastIndex((v) => v.hash === hash && isKept(v));
  return kept !== -1 ? kept : versions.findLastIndex((v) => v.hash === hash);
};

/** Who wrote a sentence of a clause, in whichever of its languages. */
export function originOfSentence(history: ClauseHistory, asked: string): SentenceOrigin | null {
  const sentence = plain(asked);
  if (sentence === '') return null;
  const { versions } = history;
  const said = proposedAt(versions, sentence);
  const translated = said === -1 ? (translatedBy(history, sentence) ?? null) : null;
  const at = translated === null ? said : translatedAt(versions, translated.ofHash);
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
