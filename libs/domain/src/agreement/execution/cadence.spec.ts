import { describe, it, expect } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, together } from './given.js';

const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T25');
const meeting = (on: string) => ({ on, mode: 'REMOTE', text: `Minutes of ${on}` });

describe('T25, the quarterly meeting', () => {
  it('is missed when the fifteenth day after the planned day is over', () => {
    const s = inForce();
    s.until('2027-10-16T21:59:00Z');
    expect(fired(s)).toEqual([]);
    s.until('2027-10-16T22:00:00Z');
    expect(fired(s).map((f) => f.events)).toMatchObject([
      [
        {
          type: 'QuarterlyMeetingMissed',
          payload: { planned: '2027-10-01', lastDay: '2027-10-16' },
        },
      ],
    ]);
  });

  it('is not missed when a meeting was held in the window', () => {
    const s = inForce();
    s.until('2027-09-20');
    s.does(cast.lead, 'RecordMeeting', meeting('2027-09-16'));
    s.until('2027-10-20');
    expect(fired(s)).toEqual([]);
  });

  it('is missed after all when the record of that meeting is struck', () => {
    const s = inForce();
    s.until('2027-09-20');
    s.does(cast.lead, 'RecordMeeting', meeting('2027-09-16'));
    s.does(cast.lead, 'CorrectRecord', { of: 'R1', reason: 'Did not take place', struck: true });
    s.until('2027-10-20');
    expect(fired(s)).toHaveLength(1);
  });

  it('counts months from the start, clamped to the end of the month', () => {
    const s = inForce();
    s.until('2028-11-01');
    expect(fired(s).map((f) => f.deadline.subject)).toEqual([
      '2027-10-01',
      '2028-01-01',
      '2028-04-01',
      '2028-07-01',
      '2028-10-01',
    ]);
  });

  it('skips windows over before a late start of force', () => {
    const s = inForce({ activated: '2027-11-01T09:00:00Z' });
    s.until('2028-01-20');
    expect(fired(s).map((f) => f.deadline.subject)).toEqual(['2028-01-01']);
  });

  it('skips windows that touch a suspension', () => {
    const s = inForce();
    s.until('2027-10-15');
    s.given(event('ArrangementSuspended', { causes: [] }));
    s.until('2027-10-18');
    s.given(event('ArrangementResumed', { causes: [] }));
    s.until('2028-01-20');
    expect(fired(s).map((f) => f.deadline.subject)).toEqual(['2028-01-01']);
  });

  it('follows the days of a revised plan', () => {
    const s = inForce();
    together(s, 'RevisePlan', { reason: 'Plenary week', meetingDates: ['2027-11-10'] });
    s.until('2027-12-01');
    expect(fired(s).map((f) => f.deadline.subject)).toEqual(['2027-11-10']);
  });

  it('stands in the inbox of both partners', () => {
    expect(duties(inForce().state)).toContainEqual(
      expect.objectContaining({
        id: 'meeting:2027-10-01',
        desk: 'BOTH',
        due: '2027-10-16T22:00:00.000Z',
      }),
    );
  });
});

describe('T26, the cadence', () => {
  it('tells the TPM at the second miss in a row', () => {
    const s = inForce();
    s.until('2028-01-20');
    const [first, second] = fired(s);
    expect(typesOf(first?.events ?? [])).toEqual(['QuarterlyMeetingMissed']);
    expect(second?.events).toMatchObject([
      { type: 'QuarterlyMeetingMissed' },
      { type: 'EscalationRaised', payload: { level: 'L2', trigger: 'T26', owner: 'TPM' } },
    ]);
  });

  it('counts anew after a meeting held in its window', () => {
    const s = inForce();
    s.until('2028-01-05');
    s.does(cast.lead, 'RecordMeeting', meeting('2028-01-04'));
    s.until('2028-05-01');
    expect(fired(s).flatMap((f) => typesOf(f.events))).toEqual([
      'QuarterlyMeetingMissed',
      'QuarterlyMeetingMissed',
    ]);
  });
});
