import { evolve } from '../kernel/evolve.js';
import { REFUSAL_CODES } from '../kernel/refusals.js';
import { brokenBy } from './checks.js';
import type { RandomStory, Refused } from './random-story.js';

const wrongRefusals = (refusals: readonly Refused[]): readonly string[] =>
  refusals
    .filter(({ refusal }) => !REFUSAL_CODES.includes(refusal.refused) || refusal.clause === '')
    .map(({ type, refusal }) => `F23: ${type} refused as ${JSON.stringify(refusal)}`);

/** What a story broke by its own steps, as sentences. */
export function broken(told: RandomStory): readonly string[] {
  const own = told.commits.slice(told.way.commits);
  const folded = told.events.slice(told.way.events).reduce(evolve, told.way.state);
  return [
    ...own.flatMap((c) =>
      brokenBy(c).map((b) => `${b} by ${c.by?.type ?? c.timer?.deadline.timer ?? ''}`),
    ),
    ...(JSON.stringify(folded) === JSON.stringify(told.state)
      ? []
      : ['F1: the fold of the events is another state']),
    ...wrongRefusals(told.refusals),
  ];
}
