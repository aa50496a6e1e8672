import { describe, it, expect } from '@jest/globals';
import { event } from '../../kernel/events.js';
import { day } from '../../calendar/day.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { inForce, registered, together } from './given.js';

const fired = (s: Story) => s.fired.filter((f) => f.deadline.timer === 'T39');

function noticed(given: Parameters<typeof inForce>[0] = {}): Story {
  const s = inForce(given);
  s.until('2027-07-01T09:00:00Z');
  s.does(cast.twinned, 'GiveNoticeOfWithdrawal', { reason: 'Other priorities' });
  return s;
}

describe('GiveNoticeOfWithdrawal', () => {
  it('runs for sixty days', () => {
    expect(noticed().history.at(-1)).toEqual(
      event('WithdrawalNoticeGiven', {
        by: 'TWINNED',
        effectiveOn: day('2027-08-30'),
        reason: 'Other priorities',
      }),
    );
  });

  it('never runs past the end date', () => {
    expect(noticed({ end: '2027-07-31' }).state.execution.notice?.effectiveOn).toBe('2027-07-31');
  });

  it('is refused while a notice of either side runs', () => {
    const refused = noticed().refuses(cast.lead, 'GiveNoticeOfWithdrawal');
    expect(refused.refused).toBe('NOTICE_RUNNING');
  });

  it('is no matter for a third body', () => {
    expect(inForce().refuses(cast.third, 'GiveNoticeOfWithdrawal').refused).toBe('NOT_FOUND');
  });
});

describe('T39', () => {
  it('terminates when the last day is over', () => {
    const s = noticed();
    s.until('2027-08-30T21:59:00Z');
    expect(s.status).toBe('ACTIVE');
    s.until('2027-08-30T22:00:00Z');
    expect(fired(s)[0]?.events[0]).toMatchObject({
      type: 'ArrangementTerminated',
      payload: { reason: 'NOTICE', by: 'TWINNED', on: '2027-08-30' },
    });
  });

  it('withdraws before the start of force', () => {
    const s = registered();
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    s.until('2027-08-01');
    expect(fired(s)[0]?.events[0]).toMatchObject({
      type: 'ArrangementWithdrawn',
      payload: { reason: 'NOTICE', by: 'LEAD' },
    });
    expect(s.status).toBe('WITHDRAWN');
  });

  it('runs on through suspension (D8)', () => {
    const s = noticed();
    s.until('2027-07-10');
    s.does(cast.cs, 'RecordPrerequisiteFact', {
      ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: true, since: '2027-07-10' },
      reference: 'import 12',
    });
    s.until('2027-08-30');
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-08-31');
    expect(s.status).toBe('TERMINATED');
  });

  it('runs on through TMB review (D8)', () => {
    const s = noticed();
    s.given(event('EscalatedToTmb', { id: 'E1', trigger: 'PROBLEM', text: null, dueOn: null }));
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    s.until('2027-08-31');
    expect(s.status).toBe('TERMINATED');
  });

  it('gives way to the end date on the same day', () => {
    const s = noticed({ end: '2027-07-31' });
    s.until('2027-08-01');
    expect(s.status).toBe('EXPIRED');
    expect(fired(s)).toEqual([]);
  });
});

describe('RetractNotice', () => {
  it('needs both partners', () => {
    const s = noticed();
    expect(typesOf(s.does(cast.twinned, 'RetractNotice'))).toEqual(['JointActProposed']);
    expect(typesOf(s.does(cast.lead, 'RetractNotice'))).toEqual([
      'JointActAgreed',
      'WithdrawalNoticeRetracted',
    ]);
    s.until('2027-09-30');
    expect(s.status).toBe('ACTIVE');
  });

  it('is refused when no notice runs', () => {
    expect(inForce().refuses(cast.lead, 'RetractNotice').refused).toBe('NO_NOTICE');
  });

  it('is quiet when repeated by the same side', () => {
    const s = noticed();
    s.does(cast.lead, 'RetractNotice');
    expect(s.does(cast.lead, 'RetractNotice')).toEqual([]);
  });
});

describe('TerminateByMutualConsent', () => {
  it('ends the agreement at once with the second consent, under TMB review too', () => {
    const s = inForce();
    s.until('2027-09-01');
    s.given(event('EscalatedToTmb', { id: 'E1', trigger: 'PROBLEM', text: null, dueOn: null }));
    expect(together(s, 'TerminateByMutualConsent').slice(0, 2)).toEqual([
      expect.objectContaining({ type: 'JointActAgreed' }),
      event('ArrangementTerminated', { reason: 'MUTUAL', by: null, on: day('2027-09-01') }),
    ]);
    expect(s.status).toBe('TERMINATED');
  });

  it('is refused with other words than the other side’s', () => {
    const s = inForce();
    s.does(cast.lead, 'TerminateByMutualConsent', { reason: 'Done' });
    const refused = s.refuses(cast.twinned, 'TerminateByMutualConsent', { reason: 'Failed' });
    expect(refused.refused).toBe('CONSENT_CONTENT_DIFFERS');
  });

  it('is refused WRONG_STATUS once another ending was first, and quiet when repeated (D8)', () => {
    const s = noticed();
    s.does(cast.lead, 'TerminateByMutualConsent');
    expect(s.does(cast.lead, 'TerminateByMutualConsent')).toEqual([]);
    s.until('2027-08-31');
    expect(s.refuses(cast.twinned, 'TerminateByMutualConsent').refused).toBe('WRONG_STATUS');
  });
});
