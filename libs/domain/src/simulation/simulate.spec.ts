import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inForce } from '../agreement/execution/given.js';
import { negotiating } from '../agreement/negotiation/testing.js';
import { day } from '../calendar/day.js';
import { dayAt, endOf, instant, startOf } from '../calendar/zurich.js';
import { plots, RandomStory } from '../invariants/random-story.js';
import { runs } from '../invariants/runs.js';
import { statusOf } from '../kernel/state.js';
import { ASI, cast, COMMITTEE, usualFacts } from '../testing/people.js';
import { Story, testHash } from '../testing/story.js';
import { courseOf, latestUntil, type Scenario } from './scenarios.js';
import { simulate, type Simulation } from './simulate.js';
import type { Supposed } from './supposed.js';

const around = ({ now, facts, claims }: Story) => ({ now, facts, claims, hash: testHash });

const course = (story: Story, scenario: Scenario, on = '2028-03-01'): Simulation => {
  const { supposed, until } = courseOf(scenario, story.state, story.now, day(on));
  return simulate(story.state, supposed, until, around(story));
};

/** A lapsed twinning whose roles nobody takes out of the Global Directory: an alert each day for years (T67). */
const lapsing = (): Story => negotiating();

const happened = ({ moments }: Simulation): readonly string[] =>
  moments.flatMap((m) => m.events.map((e) => e.type));

const started = (): Story => {
  const story = new Story('2027-01-04T09:00:00Z', usualFacts);
  story.does(cast.lead, 'StartDraft', { side: 'LEAD', type: 'P_MEMBER', committee: COMMITTEE });
  return story;
};

describe('what if nobody acts', () => {
  it('a draft is reminded of after 60 days and withdrawn after 180 (T1)', () => {
    const told = course(started(), 'NOBODY_ACTS');
    expect(told.moments.map((m) => [dayAt(m.at), m.status])).toEqual([
      ['2027-03-06', 'DRAFT'],
      ['2027-07-04', 'WITHDRAWN'],
    ]);
    expect(told.ended).toBe('NOTHING_LEFT');
  });

  it('an arrangement in force misses its meetings and its review, and comes before the TMB', () => {
    const told = course(inForce(), 'NOBODY_ACTS');
    expect(happened(told)).toEqual(
      expect.arrayContaining([
        'QuarterlyMeetingMissed',
        'AnnualReviewOpened',
        'AnnualReviewMissing',
        'EscalatedToTmb',
        'ArrangementExpired',
      ]),
    );
  });

  it('an alert that comes every week is one moment that says how often', () => {
    const alert = course(inForce(), 'NOBODY_ACTS').moments.find(
      (m) => m.because.kind === 'DEADLINE' && m.because.deadline.timer === 'T45',
    );
    expect(alert?.again).toBeGreaterThan(10);
    expect(alert !== undefined && alert.lastAt > alert.at).toBe(true);
  });
});

describe('what if nobody takes the roles out of the Global Directory', () => {
  const story = lapsing();
  const until = latestUntil(story.now);
  const told = simulate(story.state, [], until, around(story));

  it('the alert of each day is one moment that counts them all', () => {
    const alert = told.moments.find(
      (m) => m.because.kind === 'DEADLINE' && m.because.deadline.timer === 'T67' && m.again > 0,
    );
    expect(alert?.at).toBe(endOf(day('2027-12-08')));
    expect(alert?.lastAt).toBe(until);
    const days = Math.round((Date.parse(until) - Date.parse(alert?.at ?? '')) / 86_400_000);
    expect(alert?.again).toBe(days);
    expect(told.moments.length).toBeLessThan(12);
  });

  it('it is what happens when nobody does', () => {
    const real = lapsing();
    real.until(until);
    expect(told.state).toEqual(real.state);
  });

  it('the agreement that was asked about stays as it is', () => {
    expect(story.state.fired).toEqual({});
    expect(statusOf(story.state)).toBe('AGREEMENT_PENDING');
  });
});

describe('what if', () => {
  it('the review is not filed: the meetings are held, the review alone is missing (T28)', () => {
    const told = course(inForce(), 'REVIEW_NOT_FILED');
    expect(happened(told)).not.toContain('QuarterlyMeetingMissed');
    expect(told.moments.filter((m) => m.refusal !== null)).toEqual([]);
    const missing = told.moments.find((m) =>
      m.events.some((e) => e.type === 'AnnualReviewMissing'),
    );
    expect(missing?.at).toBe(endOf(day('2028-07-31')));
    expect(missing?.status).toBe('UNDER_TMB_REVIEW');
  });

  it('the lead loses P-status in March: suspended that day, before the TMB sixty days later (T32)', () => {
    const told = course(inForce(), 'LEAD_LOSES_P');
    const at = (type: string) =>
      told.moments.find((m) => m.events.some((e) => e.type === type))?.at;
    expect(at('ArrangementSuspended')).toBe(startOf(day('2028-03-01')));
    expect(at('EscalatedToTmb')).toBe(endOf(day('2028-04-30')));
  });

  it('a command is supposed that would be refused: the answer says why, and nothing happens', () => {
    const does = { as: 'TPM', command: 'RegisterInGD', payload: {} } as const;
    const story = inForce();
    const told = simulate(story.state, [{ on: dayAt(story.now), does }], story.now, around(story));
    expect(told.moments.map((m) => [m.refusal?.refused, m.events])).toEqual([['WRONG_STATUS', []]]);
    expect(told.state).toEqual(story.state);
  });

  it('both partners end it, each as itself', () => {
    const story = inForce();
    const ends = (as: 'LEAD_REP' | 'TWINNED_REP'): Supposed => ({
      on: day('2028-05-02'),
      does: { as, command: 'TerminateByMutualConsent', payload: {} },
    });
    const told = simulate(
      story.state,
      [ends('LEAD_REP'), ends('TWINNED_REP')],
      instant('2028-05-03T00:00:00Z'),
      around(story),
    );
    expect(statusOf(told.state)).toBe('TERMINATED');
  });

  it('the supposed order of days is kept, whatever order they are given in', () => {
    const story = inForce();
    const status = (on: string, p: 'P' | 'O'): Supposed => ({
      on: day(on),
      fact: { kind: 'MEMBERSHIP', side: 'LEAD', status: p },
    });
    const told = simulate(
      story.state,
      [status('2028-02-01', 'P'), status('2028-01-10', 'O')],
      instant('2028-02-02T00:00:00Z'),
      around(story),
    );
    expect(statusOf(told.state)).toBe('ACTIVE');
    expect(story.facts.members[ASI]?.status).toBe('P');
  });
});

describe('the simulation', () => {
  it('of nobody acting is what happens when nobody acts', () => {
    fc.assert(
      fc.property(plots(15), fc.integer({ min: 1, max: 400 }), (plot, days) => {
        const told = new RandomStory(plot).tell();
        const before = told.commits.length;
        const until = startOf(dayAfter(told.story.now, days));
        const foreseen = simulate(told.state, [], until, told.around);
        told.until(until);
        expect(foreseen.state).toEqual(told.state);
        const real = told.commits.slice(before).flatMap((c) => c.events);
        expect(foreseen.moments.reduce((n, m) => n + 1 + m.again, 0)).toBe(
          told.commits.length - before,
        );
        expect(real.filter((e) => e.type !== 'ReminderRaised')).toEqual(
          foreseen.moments.flatMap((m) => m.events.filter((e) => e.type !== 'ReminderRaised')),
        );
      }),
      { numRuns: runs(30) },
    );
  });
});

const dayAfter = (from: ReturnType<typeof instant>, days: number) =>
  dayAt(instant(new Date(Date.parse(from) + days * 86_400_000).toISOString()));
