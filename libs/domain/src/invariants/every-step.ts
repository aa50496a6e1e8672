import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve } from '../kernel/evolve.js';
import { REFUSAL_CODES } from '../kernel/refusals.js';
import type { TwinningType } from '../kernel/vocabulary.js';
import { brokenBy } from './checks.js';
import { plots, RandomStory, type Refused } from './random-story.js';
import { runs } from './runs.js';

/** Stories of each type that every run of the tests tells: four types make ten thousand. */
const STORIES = 2_500;

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

/** The ten thousand: so many short stories of a type, from every point of its way. */
export const everyStepOf = (types: readonly TwinningType[]): void => {
  it.each(types)(
    'every commit of a %s keeps the invariants, the fold of its events is the state, refusals are known (F1–F5, F8, F9, F13, F15, F16, F17, F23)',
    (type) => {
      fc.assert(
        fc.property(plots(8, [type]), (plot) => {
          expect(broken(new RandomStory(plot).tell())).toEqual([]);
        }),
        { numRuns: runs(STORIES) },
      );
    },
    120_000 * runs(1),
  );
};
