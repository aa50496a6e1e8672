import { answered, useResource } from './api.js';
import { useConsole } from './console.js';

type Vocabulary = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Where the word for a value of a field is looked up first. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  body: ['body', 'desk'],
  decision: ['choice', 'outcome'],
  desk: ['desk', 'side'],
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

/** `NATIONAL_PLAN` as `National plan`, where no catalogue has a word. */
export const humanised = (name: string): string => {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
};

/** The service's own words in the person's language: `word('TMB_SEC', 'desk')`. */
export function useWords(): (value: string, field: string) => string {
  const { client, language } = useConsole();
  const { data } = useResource(`words ${language}`, () => answered(client.GET('/v1/words')));
  return (value, field) => wordFor(data ?? {}, value, field) ?? humanised(value);
}
