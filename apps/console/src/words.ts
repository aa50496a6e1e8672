import { answered, useResource } from './api.js';
import { useConsole } from './console.js';
import { wordFor } from './word-for.js';

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
