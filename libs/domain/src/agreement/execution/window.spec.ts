import { describe, it, expect } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, together } from './given.js';

const fired = (s: Story, timer: string) => s.fired.filter((f) => f.deadline.timer === timer);

describe('T64, the window', () => {
  it('opens three months before the end of a P-member twinning', () => {
    const s = inForce({ end: '2028-12-31' });
    s.until('2028-09-29');
    expect(s.status === 'ENDING').toBe(false);
    s.until('2028-09-30');
    expect(fired(s, 'T64')[0]?.events[0]).toEqual({
      ...event('EndingWindowOpened', {
        opensOn: '2028-09-30' as never,
        end: '2028-12-31' as never,
      }),
      timer: 'T64/open/2028-12-31/2028-09-29T22:00:00.000Z',
    });
  });

  it('opens twelve months before the end of a leadership twinning', () => {
    const s = inForce({ type: 'CHAIR', end: '2028-12-31' });
    s.until('2028-01-02');
    expect(fired(s, 'T64')[0]?.deadline.due).toBe('2027-12-30T23:00:00.000Z');
  });

  it('is open from the first day of an agreement no longer than it', () => {
    const s = inForce({ end: '2027-08-31' });
    s.until('2027-07-01');
    expect(s.status).toBe('ENDING');
  });

  it('opens on its date under suspension; the status follows when that ends (D18)', () => {
    const s = inForce({ end: '2027-12-31' });
    const lost = {
      rule: 'MEMBER_NOT_ACTIVE',
      side: 'LEAD',
      broken: true,
      since: '2027-07-01',
      reference: 'Council 4/2027',
    };
    s.until('2027-09-20');
    s.does(cast.cs, 'RecordPrerequisiteFact', lost);
    s.until('2027-10-02');
    expect(fired(s, 'T64')).toHaveLength(1);
    expect(s.status).toBe('SUSPENDED');
    s.does(cast.cs, 'RecordPrerequisiteFact', { ...lost, broken: false, since: '2027-10-01' });
    expect(s.status).toBe('ENDING');
  });

  it('opens at once when an amendment moves the end into it', () => {
    const s = inForce();
    s.until('2027-07-02');
    together(s, 'AmendAgreement', { reason: 'Goals met', end: '2027-08-31' });
    const hash = s.state.execution.amendments[0]?.hash;
    s.does(cast.leadSignatory, 'SignAmendment', { hash });
    expect(typesOf(s.does(cast.twinnedSignatory, 'SignAmendment', { hash }))).toContain(
      'EndingWindowOpened',
    );
    expect(s.status).toBe('ENDING');
  });
});

describe('T65, the reminders of the end', () => {
  it('come twelve, six and three months and thirty days before it', () => {
    const s = inForce({ end: '2029-06-30' });
    s.until('2029-06-30');
    expect(fired(s, 'T65').map((f) => [f.deadline.subject, f.deadline.due])).toEqual([
      ['P12M', '2028-06-29T22:00:00.000Z'],
      ['P6M', '2028-12-29T23:00:00.000Z'],
      ['P3M', '2029-03-29T22:00:00.000Z'],
      ['P30D', '2029-05-30T22:00:00.000Z'],
    ]);
  });

  it('are skipped when they were past at the start of force', () => {
    const s = inForce({ end: '2027-10-15' });
    s.until('2027-10-15');
    expect(fired(s, 'T65').map((f) => f.deadline.subject)).toEqual(['P3M', 'P30D']);
  });
});

describe('T66, the end date', () => {
  it('expires the agreement at midnight after the last day', () => {
    const s = inForce({ end: '2028-06-30' });
    s.until('2028-06-30T21:59:00Z');
    expect(s.state.stage).toBe('FORCE');
    s.until('2028-06-30T22:00:00Z');
    expect(fired(s, 'T66')[0]?.events[0]).toMatchObject({
      type: 'ArrangementExpired',
      payload: { endDate: '2028-06-30', usedDays: 366 },
    });
    expect(s.status).toBe('EXPIRED');
  });

  it.each([
    ['ACTIVE', null],
    ['ENDING', null],
    ['SUSPENDED', event('SuspensionCauseAdded', { cause: 'TMB_ORDER', subject: '-' })],
    [
      'UNDER_TMB_REVIEW',
      event('EscalatedToTmb', { id: 'E1', trigger: 'PROBLEM', text: null, dueOn: null }),
    ],
  ] as const)(
    'wins over every status of force, %s too, and over a notice that runs (D7)',
    (status, told) => {
      const s = inForce({ end: '2027-12-31' });
      s.until(status === 'ENDING' ? '2027-11-15' : '2027-09-15');
      if (told !== null) s.given(told);
      expect(s.status).toBe(status);
      if (status === 'ENDING') s.does(cast.twinned, 'GiveNoticeOfWithdrawal');
      s.until('2028-01-01');
      expect(s.status).toBe('EXPIRED');
      s.until('2028-03-01');
      expect(typesOf(s.history)).not.toContain('ArrangementTerminated');
    },
  );

  it('never lets a five-year term pass its last day', () => {
    const s = inForce();
    s.until('2032-07-01');
    expect(fired(s, 'T66')[0]?.events[0]).toMatchObject({ payload: { usedDays: 1827 } });
  });
});
