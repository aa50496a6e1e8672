export type Vocabulary = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the word for a value of a field is looked up first. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  body: ['body', 'desk'],
  decision: ['choice', 'outcome'],
  desk: ['desk', 'side'],
  gate: ['evidence'],
  initiatorSide: ['side'],
  item: ['evidence'],
  owner: ['desk', 'side'],
  side: ['side'],
  stage: ['status'],
  to: ['desk', 'status'],
  whose: ['desk', 'side'],
};

/** The word for a value: of the field's own kind, else of the first kind that has it; null when there is none. */
export function wordFor(vocabulary: Vocabulary, value: string, field: string): string | null {
  const first = [field, ...(KINDS[field] ?? [])];
  const kinds = [...first, ...Object.keys(vocabulary)];
  for (const kind of kinds) {
    const word = vocabulary[kind]?.[value];
    if (word !== undefined) return word;
  }
  return null;
}
