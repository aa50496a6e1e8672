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
