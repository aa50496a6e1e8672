import { describe, expect, it } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import type { Story } from '../../testing/story.js';
import { PAPERS, reviewedEvaluation, twinningInForce } from './testing.js';

const P = { status: 'P' } as const;
const first = (story: Story) => story.state.evaluation.evaluations[0];

/** `T53.remind` with the day (UTC) on which it fired, for the timers of this phase. */
const firedBy = (story: Story, timer: string): readonly string[] =>
  story.fired
    .filter((f) => f.deadline.timer === timer)
    .map((f) => `${f.deadline.step} ${f.deadline.due}`);

describe('T53: thirty days for evidence', () => {
  it('reminds a week before and then reviews what is there', () => {
    const story = twinningInForce();
    story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    story.until('2027-11-05');
    expect(firedBy(story, 'T53')).toEqual([
      'remind 2027-10-23T22:00:00.000Z',
      'review 2027-10-31T23:00:00.000Z',
    ]);
    expect(first(story)).toMatchObject({
      stage: 'READINESS_REVIEWED',
      review: { score: 0, recommended: false },
    });
    expect(first(story)?.review?.missing).toHaveLength(16);
  });

  it('stops when all parts are closed', () => {
    const story = reviewedEvaluation('O_TO_P');
    story.until('2027-11-05');
    expect(firedBy(story, 'T53')).toEqual([]);
  });
});

describe('T54: the twinned body’s move after the review', () => {
  it('is reminded after 30 days and withdrawn after 90', () => {
    const story = reviewedEvaluation('O_TO_P');
    expect(duties(story.state).map((d) => d.id)).toContain('own-decision:EV1');
    story.until('2028-01-05');
    expect(firedBy(story, 'T54')).toEqual([
      'remind 2027-10-31T23:00:00.000Z',
      'withdraw 2027-12-30T23:00:00.000Z',
    ]);
    expect(story.history).toContainEqual(
      expect.objectContaining({
        type: 'TransitionWithdrawn',
        payload: { evaluation: 'EV1', reason: 'NO_DECISION' },
      }),
    );
  });

  it('counts from the due instant of T53, however late the worker was (D4)', () => {
    const story = twinningInForce();
    story.does(cast.lead, 'OpenEvaluation', { kind: 'O_TO_P' });
    story.until('2028-03-01');
    // Reviewed at 00:00 of 1 November: ninety days later is 30 January.
    expect(firedBy(story, 'T54').at(-1)).toBe('withdraw 2028-01-30T23:00:00.000Z');
  });
});

describe('T55: the body’s decision', () => {
  const submitted = (level: 'TC' | 'SC') => {
    const story = reviewedEvaluation('CHAIR', { type: 'CHAIR', twinned: P, level });
    const body = level === 'TC' ? 'TMB' : 'TC';
    story.does(cast.twinned, 'SubmitToBody', { evaluation: 'EV1', body, papers: PAPERS });
    return story;
  };

  it('a committee is reminded after 28 days; after 56 the TMB secretariat is told, weekly', () => {
    const story = submitted('SC');
    story.until('2027-12-10');
    expect(firedBy(story, 'T55')).toEqual([
      'remind 2027-10-29T22:00:00.000Z',
      'escalate 2027-11-26T23:00:00.000Z',
      'escalate 2027-12-03T23:00:00.000Z',
    ]);
    expect(story.state.oversight.escalations.filter((e) => e.trigger === 'T55')).toMatchObject([
      { level: 'L3' },
    ]);
  });

  it('the TMB has 28 days', () => {
    const story = submitted('TC');
    story.until('2027-11-01');
    expect(firedBy(story, 'T55')).toEqual(['escalate 2027-10-29T22:00:00.000Z']);
  });

  it('a decision ends the task it raised', () => {
    const story = submitted('TC');
    story.until('2027-11-01');
    story.does(cast.tmbSec, 'RecordBodyDecision', {
      evaluation: 'EV1',
      approved: false,
      resolution: 'TMB 88/2027',
      decidedOn: '2027-10-30',
    });
    expect(story.state.oversight.escalations.some((e) => e.trigger === 'T55' && e.open)).toBe(
      false,
    );
    expect(duties(story.state).map((d) => d.id)).not.toContain('body-decision:EV1');
  });

  it('runs on after the agreement has ended', () => {
    const story = submitted('TC');
    story.given(
      event('ArrangementTerminated', { reason: 'MUTUAL', by: null, on: '2027-10-02' as never }),
    );
    story.until('2027-11-10');
    expect(firedBy(story, 'T55')).toHaveLength(2);
    expect(first(story)?.stage).toBe('BODY_DECISION');
  });
});

describe('T56: ISO/CS answers a request under New Rights', () => {
  it('within 15 business days, then the TMB secretariat is told, weekly', () => {
    const story = reviewedEvaluation('O_TO_P', {
      twinned: { category: 'CORRESPONDENT', newRights: true },
    });
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    story.until('2027-10-31');
    expect(firedBy(story, 'T56')).toEqual([
      'escalate 2027-10-22T22:00:00.000Z',
      'escalate 2027-10-29T22:00:00.000Z',
    ]);
  });
});

describe('T57: P is seen in the registry', () => {
  it('is asked for after 30 and 60 days; after 180 days nobody waits any more', () => {
    const story = reviewedEvaluation('O_TO_P');
    story.does(cast.twinned, 'DecideOwnStatus', { evaluation: 'EV1', decision: 'DECLARE_P' });
    story.until('2028-04-10');
    expect(firedBy(story, 'T57')).toEqual([
      'remind 2027-10-31T23:00:00.000Z',
      'remind 2027-11-30T23:00:00.000Z',
      'withdraw 2028-03-29T22:00:00.000Z',
    ]);
    expect(story.history).toContainEqual(
      expect.objectContaining({ payload: { evaluation: 'EV1', reason: 'NOT_CONFIRMED' } }),
    );
  });
});

describe('T58: the notice of the lead', () => {
  it('runs out after twelve months', () => {
    const story = twinningInForce({ type: 'SECRETARIAT', twinned: P });
    story.does(cast.lead, 'GiveRelinquishNotice');
    story.until('2028-10-01');
    expect(firedBy(story, 'T58')).toEqual(['reached 2028-09-30T22:00:00.000Z']);
  });
});

describe('T59: the change of office is overdue', () => {
  it('ISO/CS is alerted ten business days after the effective day, weekly, until it is confirmed', () => {
    const story = reviewedEvaluation('CONVENOR', { type: 'CONVENOR', twinned: P });
    story.does(cast.twinned, 'SubmitToBody', {
      evaluation: 'EV1',
      body: 'COMMITTEE',
      papers: PAPERS,
    });
    story.does(cast.manager, 'RecordBodyDecision', {
      evaluation: 'EV1',
      approved: true,
      resolution: 'Resolution 5',
      yes: 8,
      no: 0,
      decidedOn: '2027-10-01',
      effectiveOn: '2027-11-01',
    });
    story.until('2027-11-23');
    expect(firedBy(story, 'T59')).toEqual([
      'alert 2027-11-15T23:00:00.000Z',
      'alert 2027-11-22T23:00:00.000Z',
    ]);
    story.does(cast.cs, 'ConfirmEffective', { evaluation: 'EV1', since: '2027-11-02' });
    story.until('2027-12-23');
    expect(firedBy(story, 'T59')).toHaveLength(2);
  });
});
