import { describe, expect, it } from '@jest/globals';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { day } from '../../calendar/day.js';
import { event } from '../../kernel/events.js';
import { confirmedDraft, inForceUntil } from './given.js';

const basis = { reference: 'TMB resolution 12/2027', decidedOn: '2027-01-04' };
const underReview = (): Story => {
  const s = inForceUntil();
  s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
  return s;
};
const levels = (s: Story) => s.state.oversight.escalations.map((e) => e.stage);

describe('DecideEscalation', () => {
  it('closes every open item with one decision, which can be appealed (D14)', () => {
    const s = underReview();
    s.does(cast.tmbSec, 'BringToTmb', { text: 'No report.' });
    const events = s.does(cast.tmbSec, 'DecideEscalation', { action: 'CONTINUE', ...basis });
    expect(events).toMatchObject([
      { type: 'TmbActionDecided', payload: { action: 'CONTINUE', items: ['E1', 'E2'] } },
    ]);
    expect(levels(s)).toEqual(['DECIDED', 'DECIDED']);
    expect(s.status).toBe('ACTIVE');
    expect(s.state.ending.decisions.at(-1)).toMatchObject({ kind: 'TMB_ACTION', final: false });
  });

  it('lays dated actions on the partners', () => {
    const s = underReview();
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CONTINUE_WITH_ACTIONS',
      actions: [{ side: 'BOTH', text: 'Meet monthly.', dueOn: '2027-03-01' }],
      ...basis,
    });
    expect(s.state.oversight.actions).toMatchObject([{ id: 'C1', side: 'BOTH' }]);
  });

  it('cancels the agreement', () => {
    const s = underReview();
    const events = s.does(cast.tmbSec, 'DecideEscalation', { action: 'CANCEL', ...basis });
    expect(typesOf(events)).toEqual([
      'TmbActionDecided',
      'ArrangementCancelled',
      'CommitteeNotified',
    ]);
    expect(s.status).toBe('CANCELLED');
    expect(s.state.ending.ended).toMatchObject({ how: 'CANCELLED', on: '2027-01-04' });
  });

  it('suspends until a day at most 180 days ahead', () => {
    const s = underReview();
    const until = (on: string) => ({ action: 'SUSPEND', until: on, ...basis });
    expect(s.refuses(cast.tmbSec, 'DecideEscalation', until('2027-07-04'))).toMatchObject({
      refused: 'UNTIL_REQUIRED',
      details: { latest: '2027-07-03' },
    });
    s.does(cast.tmbSec, 'DecideEscalation', until('2027-07-03'));
    expect(s.status).toBe('SUSPENDED');
    expect(s.state.execution.causes).toMatchObject([{ cause: 'TMB_ORDER', subject: 'TMB' }]);
  });

  it('waives a broken rule until a day: the agreement runs on', () => {
    const s = inForceUntil().given(
      event('PrerequisiteBroken', {
        rule: 'NOT_P_MEMBER_LEAD',
        side: 'LEAD',
        since: day('2027-01-04'),
        reference: null,
      }),
    );
    expect(s.status).toBe('SUSPENDED');
    s.does(cast.tmbSec, 'BringToTmb', { text: 'Status lost.' });
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CONTINUE_WITH_WAIVER',
      rule: 'NOT_P_MEMBER_LEAD',
      until: '2027-06-30',
      ...basis,
    });
    expect(s.status).toBe('ACTIVE');
    expect(s.state.oversight.waivers).toMatchObject([{ rule: 'NOT_P_MEMBER_LEAD' }]);
  });

  it('waives nothing that is not broken now, of that side', () => {
    const s = inForceUntil().given(
      event('PrerequisiteBroken', {
        rule: 'NOT_P_MEMBER_LEAD',
        side: 'LEAD',
        since: day('2027-01-04'),
        reference: null,
      }),
    );
    s.does(cast.tmbSec, 'BringToTmb', { text: 'Status lost.' });
    const waiver = { action: 'CONTINUE_WITH_WAIVER', until: '2027-06-30', ...basis };
    for (const rule of ['NOT_P_MEMBER_TWINNED', 'TWINNED:NOT_P_MEMBER_LEAD', 'Everything']) {
      expect(s.refuses(cast.tmbSec, 'DecideEscalation', { ...waiver, rule })).toMatchObject({
        refused: 'INVALID_INPUT',
        details: { faults: [{ pointer: '/rule', expected: 'a prerequisite that is broken now' }] },
      });
    }
    s.does(cast.tmbSec, 'DecideEscalation', { ...waiver, rule: 'LEAD:NOT_P_MEMBER_LEAD' });
    expect(s.status).toBe('ACTIVE');
  });

  it('is refused without a reference, with a date to come, and when nothing is under review', () => {
    const s = underReview();
    const ask = (payload: object) => s.refuses(cast.tmbSec, 'DecideEscalation', payload).refused;
    expect(ask({ action: 'CONTINUE', decidedOn: '2027-01-04' })).toBe('REFERENCE_REQUIRED');
    expect(ask({ action: 'CONTINUE', ...basis, decidedOn: '2027-01-05' })).toBe('BACKDATED');
    expect(ask({ action: 'CONTINUE_WITH_ACTIONS', ...basis })).toBe('INVALID_INPUT');
    expect(
      inForceUntil().refuses(cast.tmbSec, 'DecideEscalation', { action: 'CONTINUE', ...basis })
        .refused,
    ).toBe('WRONG_STATUS');
  });

  it('dated before the end and recorded after it, is noted without effect (D7)', () => {
    const s = underReview();
    s.until('2030-02-01');
    expect(s.status).toBe('EXPIRED');
    expect(levels(s)[0]).toBe('MOOT');
    const events = s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CANCEL',
      reference: 'TMB resolution 1/2030',
      decidedOn: '2030-01-02',
    });
    expect(typesOf(events)).toEqual(['TmbActionNoted']);
    expect(s.status).toBe('EXPIRED');
  });
});

describe('the end of the agreement', () => {
  it('makes open items moot and leaves them readable (D8)', () => {
    const s = confirmedDraft();
    s.does(cast.lead, 'RaiseProblem', { text: 'Unclear.' });
    const events = s.does(cast.twinned, 'Withdraw');
    expect(typesOf(events)).toEqual(['ArrangementWithdrawn', 'EscalationMooted']);
    expect(s.state.oversight.escalations[0]).toMatchObject({ open: false, text: 'Unclear.' });
  });

  it('overtakes an open review and an open TMB item', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    s.does(cast.tpm, 'BringToTmb', { text: 'No meetings.' });
    s.does(cast.lead, 'TerminateByMutualConsent');
    const events = s.does(cast.twinned, 'TerminateByMutualConsent');
    expect(typesOf(events)).toContain('AnnualReviewOvertaken');
    expect(s.state.oversight.escalations.every((e) => !e.open)).toBe(true);
  });
});
