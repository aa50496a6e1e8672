import type { Schemas } from '../api.js';
import { useWords } from '../words.js';

type Version = Schemas['ClauseHistory']['versions'][number];

/** By name and side: who wrote, accepted or rejected. */
export function useWriter(): (by: Pick<Version, 'person' | 'side'>) => string {
  const word = useWords();
  return ({ person, side }) =>
    [person, side === null ? null : word(side, 'side')].filter((part) => part !== null).join(', ');
}
