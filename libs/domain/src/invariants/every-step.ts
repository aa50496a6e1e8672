import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TwinningType } from '../kernel/vocabulary.js';
import { broken } from './broken.js';
import { plots, RandomStory } from './random-story.js';
import { runs } from './runs.js';

/** Stories of each type that every run of the tests tells: four types make ten thousand. */
const STORIES = 2_500;

/** The ten thousand: so many short stories of a type, from every point of its way. */
export const everyStepOf = (types: readonly TwinningType[]): void => {
  it.each(types)(
    'every commit of a %s keeps the invariants, the fold of its events is the state, refusals are known (F1–F6, F8, F9, F13, F15–F17, F23)',
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
