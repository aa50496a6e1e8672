import { partsOf } from '../difference/clauses.js';
import type { ClauseHistory, ClauseVersionTold } from './clause.js';

/** Where a sentence of a clause comes from: who proposed it, when, in answer to what; null when it never stood there. */
export interface SentenceOrigin {
  readonly sentence: string;
  readonly stands: boolean;
  readonly proposed: ClauseVersionTold;
  /** The version that its proposal answered or replaced. */
  readonly inAnswerTo: ClauseVersionTold | null;
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const says = (version: ClauseVersionTold, sentence: string): boolean =>
  partsOf(version.value).some((part) => plain(part.text).includes(sentence));

/** The latest time the sentence came in: what was struck out and written again is the later writer's. */
export function originOfSentence(
  { versions }: ClauseHistory,
  asked: string,
): SentenceOrigin | null {
  const sentence = plain(asked);
  const byHash = (hash: string | null, below: number) =>
    versions.slice(0, below).findLast((v) => v.hash === hash) ?? null;
  const at = versions.findLastIndex((version, index) => {
    const before = byHash(version.replaces, index);
    return says(version, sentence) && (before === null || !says(before, sentence));
  });
  const proposed = sentence === '' ? undefined : versions[at];
  if (proposed === undefined) return null;
  const current = versions.find((v) => v.standing === 'CURRENT');
  const answered = versions.slice(0, at).findLast((v) => v.proposal === proposed.answersTo);
  return {
    sentence,
    stands: current !== undefined && says(current, sentence),
    proposed,
    inAnswerTo: answered ?? byHash(proposed.replaces, at),
  };
}
