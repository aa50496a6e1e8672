import { diffArrays, diffWordsWithSpace } from 'diff';

/** What happened to a run of words: a sentence that stands elsewhere now has moved, it was not deleted and written anew. */
export type PieceKind = 'SAME' | 'DELETED' | 'INSERTED' | 'MOVED_AWAY' | 'MOVED_HERE';

export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Shorter sentences ("Yes.", "3.") are alike by chance. */
const MOVABLE_WORDS = 3;

/** Beyond this many changed words two texts are simply different: the search would only cost time. */
const MAX_CHANGED_WORDS = 600;

/** The sentences of a text with the blanks that follow them: together they are the text. */
export const sentencesOf = (text: string): readonly string[] =>
  [...SENTENCES.segment(text)].map(({ segment }) => segment);

export const isMovable = (sentence: string): boolean =>
  sentence.trim().split(/\s+/).length >= MOVABLE_WORDS;

const same = (a: string, b: string): boolean => a.trim() === b.trim();

/**
 * The word-level difference of two texts. `gone` and `come` are sentences (trimmed) that left the text for another
 * place, or came from one. The SAME, INSERTED and MOVED_HERE pieces are the new text, the others with SAME the old one.
 */
export function differenceOfTexts(
  before: string,
  after: string,
  gone: ReadonlySet<string> = new Set(),
  come: ReadonlySet<string> = new Set(),
): readonly Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'SAME', text: before }];
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  // The blank behind a last sentence comes with the next one: the sentence itself stands where it stood.
  const runs = diffArrays([...was], [...is], {
    maxEditLength: MAX_CHANGED_WORDS,
    comparator: (a, b) => a.trimEnd() === b.trimEnd(),
  });
  if (runs === undefined) return wordsOf(before, after);
  const removed = runs.filter((r) => r.removed).flatMap((r) => r.value);
  const added = runs.filter((r) => r.added).flatMap((r) => r.value);
  const movedAway = (s: string) =>
    isMovable(s) && (gone.has(s.trim()) || added.some((a) => same(a, s)));
  const movedHere = (s: string) =>
    isMovable(s) && (come.has(s.trim()) || removed.some((r) => same(r, s)));

  const pieces: Piece[] = [];
  const old: string[] = [];
  const fresh: string[] = [];
  const flush = () => {
    pieces.push(...wordsOf(old.join(''), fresh.join('')));
    old.length = 0;
    fresh.length = 0;
  };
  let [i, j] = [0, 0];
  for (const run of runs) {
    for (const sentence of run.value) {
      const [passed, met] = [run.added ? '' : (was[i] ?? ''), run.removed ? '' : (is[j] ?? '')];
      i += run.added ? 0 : 1;
      j += run.removed ? 0 : 1;
      if (!run.added && !run.removed && passed !== met) {
        flush();
        pieces.push(...sameButBlanks(passed, met));
        continue;
      }
      if (run.removed && !movedAway(sentence)) old.push(sentence);
      else if (run.added && !movedHere(sentence)) fresh.push(sentence);
      else {
        flush();
        const kind = run.removed ? 'MOVED_AWAY' : run.added ? 'MOVED_HERE' : 'SAME';
        pieces.push({ kind, text: sentence });
      }
    }
  }
  flush();
  return joined(pieces);
}

function sameButBlanks(before: string, after: string): readonly Piece[] {
  const sentence = before.trimEnd();
  return [
    piece('SAME', sentence),
    piece('DELETED', before.slice(sentence.length)),
    piece('INSERTED', after.slice(sentence.length)),
  ].filter((p) => p.text !== '');
}

function wordsOf(before: string, after: string): readonly Piece[] {
  if (before === '' && after === '') return [];
  const words = diffWordsWithSpace(before, after, { maxEditLength: MAX_CHANGED_WORDS });
  return words === undefined
    ? [piece('DELETED', before), piece('INSERTED', after)].filter((p) => p.text !== '')
    : words.map((w) => piece(w.added ? 'INSERTED' : w.removed ? 'DELETED' : 'SAME', w.value));
}

const piece = (kind: PieceKind, text: string): Piece => ({ kind, text });

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const next of pieces) {
    const last = all.at(-1);
    if (last?.kind === next.kind) all[all.length - 1] = piece(next.kind, last.text + next.text);
    else all.push(next);
  }
  return all;
}

/** The text before, put together again from its difference; `after` is the other one. */
export const textBefore = (pieces: readonly Piece[]): string =>
  textWithout(pieces, ['INSERTED', 'MOVED_HERE']);
export const textAfter = (pieces: readonly Piece[]): string =>
  textWithout(pieces, ['DELETED', 'MOVED_AWAY']);

const textWithout = (pieces: readonly Piece[], kinds: readonly PieceKind[]): string =>
  pieces
    .filter((p) => !kinds.includes(p.kind))
    .map((p) => p.text)
    .join('');
