import type { Schemas } from '../api.js';

type History = Schemas['ClauseHistory'];
/** A text in one language. */
export type Text = Pick<History['versions'][number], 'value' | 'language'>;

/** The wording that holds now, and its translation where there is one of it. */
export function textsNow({
  versions,
  translations,
}: {
  readonly versions: readonly (Text & Pick<History['versions'][number], 'hash' | 'standing'>)[];
  readonly translations: readonly (Text &
    Pick<History['translations'][number], 'ofHash' | 'waived'>)[];
}): readonly Text[] {
  const current = versions.findLast(({ standing }) => standing === 'CURRENT');
  if (current === undefined) return [];
  const translation = translations.findLast(({ language }) => language !== current.language);
  const stands = translation?.ofHash === current.hash && !translation.waived;
  return stands ? [current, translation] : [current];
}

/** The texts within a clause's value, in reading order: its one text, or each text of each item. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .flatMap(([, part]) => textsIn(part));
}

/** The sentences of a clause, each once; what is shorter than three words names nothing and is left out. */
export function sentencesOf(value: unknown, language: 'en' | 'fr'): readonly string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = textsIn(value)
    .flatMap((text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence.split(/\s+/).length >= 3);
  return [...new Set(sentences)];
}
