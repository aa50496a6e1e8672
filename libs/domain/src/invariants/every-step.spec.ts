import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from '../calendar/day.js';
import { emptyAgreement, evolve } from '../kernel/evolve.js';
import { REFUSAL_CODES } from '../kernel/refusals.js';
import { brokenBy } from './checks.js';
import { plots, RandomStory } from './random-story.js';

const RUNS = 150;

describe('whatever anybody does, at whatever time', () => {
  it('every commit keeps the invariants of the lifecycle (F1–F5, F8, F9, F13, F16, F17)', () => {
    fc.assert(
      fc.property(plots(40), (plot) => {
        const { commits } = new RandomStory(plot).tell();
        expect(
          commits.flatMap((c) =>
            brokenBy(c).map((b) => `${b} by ${c.by?.type ?? c.timer?.deadline.timer ?? ''}`),
          ),
        ).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('the state is the fold of its events, and plain JSON (F1)', () => {
    fc.assert(
      fc.property(plots(25), (plot) => {
        const told = new RandomStory(plot).tell();
        const folded = told.events.reduce(evolve, emptyAgreement(told.state.id));
        expect(folded).toEqual(told.state);
        expect(JSON.parse(JSON.stringify(folded))).toEqual(folded);
      }),
      { numRuns: 60 },
    );
  });

  it('every refusal has a code of the list and changes nothing (F23)', () => {
    expect(isDay('2027-01-04')).toBe(true);
    fc.assert(
      fc.property(plots(30), (plot) => {
        const told = new RandomStory(plot).tell();
        for (const { refusal } of told.refusals) {
          expect(REFUSAL_CODES).toContain(refusal.refused);
          expect(refusal.clause).not.toBe('');
          expect(JSON.parse(JSON.stringify(refusal.details))).toEqual(refusal.details);
        }
      }),
      { numRuns: 60 },
    );
  });
});
