import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyAgreement, evolve } from '../kernel/evolve.js';
import { TWINNING_TYPES } from '../kernel/vocabulary.js';
import { broken } from './broken.js';
import { brokenBy } from './checks.js';
import { everyStepOf } from './every-step.js';
import { plots, RandomStory } from './random-story.js';
import { runs } from './runs.js';

describe('whatever anybody does, at whatever time', () => {
  everyStepOf(['P_MEMBER', 'CONVENOR']);

  it(
    'long stories keep the invariants too',
    () => {
      fc.assert(
        fc.property(plots(40), (plot) => {
          expect(broken(new RandomStory(plot).tell())).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    },
    60_000 * runs(1),
  );

  it.each(TWINNING_TYPES)(
    'the way that the stories of a %s begin on keeps them as well',
    (type) => {
      for (const ruleset of ['brochure-2021', 'annex-st-2020'] as const) {
        const told = new RandomStory({ type, ruleset, ahead: 60, seeds: [] });
        expect(told.commits.flatMap(brokenBy)).toEqual([]);
        expect(told.events.reduce(evolve, emptyAgreement(told.state.id))).toEqual(told.state);
      }
    },
  );

  it('states and refusals are plain JSON (F1, F23)', () => {
    fc.assert(
      fc.property(plots(25), (plot) => {
        const { state, refusals } = new RandomStory(plot).tell();
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        for (const { refusal } of refusals) {
          expect(JSON.parse(JSON.stringify(refusal.details))).toEqual(refusal.details);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
