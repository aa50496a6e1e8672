import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { deadlines } from '../../kernel/due.js';
import { event } from '../../kernel/events.js';
import { duties } from '../../kernel/views.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { confirmedDraft, firedBy, inForceUntil, registered } from '../oversight/given.js';

/** Expired on 1 March 2027 at 00:00 Zurich. */
const expired = (): Story => {
  const s = inForceUntil('2027-02-28');
  s.until('2027-03-01');
  return s;
};
const report = (s: Story): void => {
  s.does(cast.lead, 'FileClosureReport', { text: 'All aims met.' });
  s.does(cast.twinned, 'FileClosureReport', { text: 'All aims met.' });
};
const closed = (): Story => {
  const s = expired();
  report(s);
  s.does(cast.cs, 'ConfirmGdRolesRemoved');
  return s;
};
const days = (s: Story, timer: string, step?: string) =>
  firedBy(s, timer)
    .filter((f) => step === undefined || f.deadline.step === step)
    .map((f) => f.deadline.due.slice(0, 10));

describe('the last day of an arrangement', () => {
  it('is its end date, when the end date ends it', () => {
    expect(expired().state.ending.ended).toMatchObject({
      at: '2027-02-28T23:00:00.000Z',
      on: '2027-02-28',
    });
  });

  it('is the last day of the notice, when the notice ends it', () => {
    const s = inForceUntil('2028-02-28');
    s.does(cast.lead, 'GiveNoticeOfWithdrawal');
    const effective = s.state.execution.notice?.effectiveOn;
    s.until('2027-12-01');
    expect(s.state.ending.ended).toMatchObject({ how: 'TERMINATED', on: effective });
  });
});

describe('FileClosureReport', () => {
  it('takes each partner’s own part', () => {
    const s = expired();
    expect(s.does(cast.lead, 'FileClosureReport', { text: 'Done.' })).toEqual([
      { type: 'ClosureReportFiled', payload: { side: 'LEAD', text: 'Done.' } },
    ]);
    expect(duties(s.state).map((d) => d.id)).toEqual(['gd-removal', 'closure-report:TWINNED']);
  });

  it('is refused while the arrangement is in force', () => {
    const ask = { text: 'Done.' };
    expect(inForceUntil().refuses(cast.lead, 'FileClosureReport', ask).refused).toBe(
      'WRONG_STATUS',
    );
  });

  it('stays quiet when the same part comes again', () => {
    const s = expired();
    s.does(cast.lead, 'FileClosureReport', { text: 'Done.' });
    expect(s.does(cast.lead, 'FileClosureReport', { text: 'Done.' })).toEqual([]);
  });
});

describe('ConfirmGdRolesRemoved', () => {
  it('closes the arrangement when both reports are filed', () => {
    const s = expired();
    report(s);
    expect(typesOf(s.does(cast.cs, 'ConfirmGdRolesRemoved'))).toEqual([
      'GdRolesRemoved',
      'ArrangementClosed',
    ]);
    expect(s.status).toBe('CLOSED');
  });

  it('is owed after a lapse or a withdrawal of a registered arrangement', () => {
    const s = registered();
    s.does(cast.lead, 'Withdraw');
    s.does(cast.twinned, 'Withdraw');
    expect(duties(s.state).map((d) => d.id)).toEqual(['gd-removal']);
    s.does(cast.tpm, 'ConfirmGdRolesRemoved');
    expect(duties(s.state)).toEqual([]);
    expect(s.status).toBe('WITHDRAWN');
  });

  it('is refused when the roles are out, or were never registered', () => {
    const s = expired();
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    expect(s.refuses(cast.cs, 'ConfirmGdRolesRemoved').refused).toBe('ALREADY_REMOVED');
    const draft = confirmedDraft();
    draft.does(cast.twinned, 'Withdraw');
    expect(draft.refuses(cast.cs, 'ConfirmGdRolesRemoved').refused).toBe('ALREADY_REMOVED');
  });
});

describe('CloseWithoutReport', () => {
  it('waives a report that is overdue', () => {
    const s = expired();
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    s.until('2027-05-01');
    expect(typesOf(s.does(cast.tpm, 'CloseWithoutReport', { reason: 'No answer.' }))).toEqual([
      'ClosureReportWaived',
      'ArrangementClosed',
    ]);
  });

  it('is refused before the sixty days are over, and when both parts are there', () => {
    const s = expired();
    s.until('2027-04-30T20:00:00Z');
    const ask = { reason: 'No answer.' };
    expect(s.refuses(cast.tpm, 'CloseWithoutReport', ask)).toMatchObject({
      refused: 'REPORT_NOT_DUE',
      details: { dueOn: '2027-04-30' },
    });
    report(s);
    s.until('2027-05-01');
    expect(s.refuses(cast.tpm, 'CloseWithoutReport', ask).refused).toBe('REPORT_NOT_DUE');
  });

  it('stays quiet when the report is waived already', () => {
    const s = expired();
    s.until('2027-05-01');
    s.does(cast.tpm, 'CloseWithoutReport', { reason: 'No answer.' });
    expect(s.does(cast.tpm, 'CloseWithoutReport', { reason: 'Again.' })).toEqual([]);
  });
});

describe('RecordFollowUp', () => {
  it('is taken from eleven months after the end on, and leaves the status', () => {
    const s = closed();
    s.until('2028-01-28');
    expect(s.does(cast.twinned, 'RecordFollowUp', { text: 'Still a P-member.' })).toEqual([
      { type: 'FollowUpRecorded', payload: { side: 'TWINNED', text: 'Still a P-member.' } },
    ]);
    expect(s.status).toBe('CLOSED');
  });

  it('is refused earlier', () => {
    const s = closed();
    s.until('2028-01-27');
    expect(s.refuses(cast.lead, 'RecordFollowUp', { text: 'Fine.' })).toMatchObject({
      refused: 'TOO_EARLY',
      details: { earliest: '2028-01-28' },
    });
  });

  it('stays quiet when the same record comes again', () => {
    const s = closed();
    s.until('2028-02-01');
    s.does(cast.lead, 'RecordFollowUp', { text: 'Fine.' });
    expect(s.does(cast.lead, 'RecordFollowUp', { text: 'Fine.' })).toEqual([]);
  });
});

describe('T67 watches the roles in the Global Directory', () => {
  it('alerts ISO/CS daily after five business days and goes to L3 after twenty', () => {
    const s = expired();
    s.until('2027-04-01');
    expect(days(s, 'T67', 'alert').slice(0, 3)).toEqual(['2027-03-08', '2027-03-09', '2027-03-10']);
    expect(days(s, 'T67', 'escalate')).toEqual(['2027-03-31']);
    expect(s.state.oversight.escalations.at(-1)).toMatchObject({ level: 'L3', trigger: 'T67' });
    expect(typesOf(s.does(cast.cs, 'ConfirmGdRolesRemoved'))).toEqual([
      'GdRolesRemoved',
      'EscalationResolved',
    ]);
  });

  it('is quiet when nothing was registered', () => {
    const s = confirmedDraft();
    s.does(cast.twinned, 'Withdraw');
    expect(deadlines(s.state)).toEqual([]);
  });
});

describe('T68 waits for the closure report', () => {
  it('reminds after sixty days, then every thirty, and waives it after 180', () => {
    const s = expired();
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    s.until('2027-09-30');
    expect(days(s, 'T68', 'reminder')).toEqual([
      '2027-04-30',
      '2027-05-30',
      '2027-06-29',
      '2027-07-29',
    ]);
    expect(days(s, 'T68', 'waive')).toEqual(['2027-08-28']);
    expect(s.status).toBe('CLOSED');
  });

  it('stops when both parts are filed', () => {
    const s = expired();
    report(s);
    s.until('2027-09-30');
    expect(days(s, 'T68')).toEqual([]);
    expect(s.status).toBe('EXPIRED');
  });
});

describe('T70 invites to the follow-up', () => {
  it('once, twelve months after the end; then nothing is left to wait for', () => {
    const s = closed();
    s.until('2027-12-01');
    expect(deadlines(s.state).map((d) => d.timer)).toEqual(['T70']);
    s.until('2028-04-01');
    expect(firedBy(s, 'T70').map((f) => f.deadline)).toEqual([
      expect.objectContaining({ due: '2028-02-28T23:00:00.000Z', lastDay: '2028-02-28' }),
    ]);
    expect(deadlines(s.state)).toEqual([]);
  });

  it('not again where the invitation went out on another count of the day', () => {
    const s = closed();
    const before = s.state.fired;
    s.given({
      ...event('ReminderRaised', {
        ...{ timer: 'T70', step: 'invite', to: 'BOTH', subject: 'follow-up' },
      }),
      timer: 'T70/invite/follow-up/2028-02-29T23:00:00.000Z',
    });
    expect(Object.keys(s.state.fired)).toHaveLength(Object.keys(before).length + 1);
    expect(deadlines(s.state).map((d) => d.timer)).not.toContain('T70');
  });

  it('not when the follow-up is there', () => {
    const s = closed();
    s.until('2028-02-01');
    s.does(cast.lead, 'RecordFollowUp', { text: 'Fine.' });
    s.until('2028-04-01');
    expect(days(s, 'T70')).toEqual([]);
  });
});

describe('a cancelled arrangement', () => {
  it('closes only when the cancellation is final', () => {
    const s = inForceUntil().given(
      event('ArrangementCancelled', {
        reason: 'TMB',
        reference: 'TMB 5/2027',
        decidedOn: day('2027-01-04'),
      }),
    );
    report(s);
    s.does(cast.cs, 'ConfirmGdRolesRemoved');
    s.until('2027-03-29');
    expect(s.status).toBe('CANCELLED');
    s.until('2027-03-30');
    expect(s.status).toBe('CLOSED');
  });
});
