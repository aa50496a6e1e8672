import { describe, expect, it } from '@jest/globals';
import { day } from '../../calendar/day.js';
import { duties } from '../../kernel/views.js';
import { event } from '../../kernel/events.js';
import { cast } from '../../testing/people.js';
import { typesOf, type Story } from '../../testing/story.js';
import { firedBy, inForceUntil, registered } from './given.js';

const part = { year: 2028, rating: 4, text: 'On course.' };
const file = (s: Story): void => {
  s.does(cast.lead, 'SubmitAnnualAssessment', part);
  s.does(cast.twinned, 'SubmitAnnualAssessment', part);
};
const days = (s: Story, timer: string) => firedBy(s, timer).map((f) => f.deadline.due);
const openLevels = (s: Story) =>
  s.state.oversight.escalations.filter((e) => e.open).map((e) => e.level);

describe('T27 opens the annual review', () => {
  it('thirty days before the anniversary', () => {
    const s = inForceUntil();
    s.until('2027-12-05T09:00:00Z');
    expect(firedBy(s, 'T27').flatMap((f) => typesOf(f.events))).toEqual(['AnnualReviewOpened']);
    expect(days(s, 'T27')).toEqual(['2027-12-04T23:00:00.000Z']);
    expect(s.state.oversight.reviews[0]).toMatchObject({ year: 2028, dueOn: '2028-01-04' });
  });

  it('not for an anniversary after the end date, but for one on it', () => {
    const before = inForceUntil('2028-01-03');
    before.until('2028-01-03');
    expect(firedBy(before, 'T27')).toEqual([]);
    const on = inForceUntil('2028-01-04');
    on.until('2028-01-03');
    expect(firedBy(on, 'T27')).toHaveLength(1);
  });

  it('thirty days after a late activation for an anniversary that was over by then (D19)', () => {
    const s = registered();
    s.until('2027-03-01');
    s.given(
      event('ArrangementActivated', {
        start: day('2026-03-10'),
        end: day('2029-01-03'),
        reviewDates: [],
        meetingDates: [],
      }),
    );
    s.until('2027-03-01T10:00:00Z');
    expect(s.state.oversight.reviews[0]).toMatchObject({ year: 2027, dueOn: '2027-03-31' });
  });
});

describe('T28 waits for both partners’ parts', () => {
  it('reminds on the day and brings the review to the TMB after thirty days of grace', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    s.does(cast.lead, 'SubmitAnnualAssessment', part);
    s.until('2028-02-04');
    const [reminded, missing] = firedBy(s, 'T28');
    expect(reminded?.events).toMatchObject([{ payload: { to: 'TWINNED' } }]);
    expect(missing?.deadline).toMatchObject({ lastDay: '2028-02-03' });
    expect(missing?.events).toMatchObject([
      { type: 'AnnualReviewMissing', payload: { year: 2028, side: 'TWINNED' } },
      { type: 'EscalatedToTmb', payload: { trigger: 'T28' } },
    ]);
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('comes due on its day in a suspension too (D19)', () => {
    const s = inForceUntil();
    s.until('2027-12-20');
    s.does(cast.cs, 'RecordPrerequisiteFact', {
      ...{ rule: 'NOT_P_MEMBER_LEAD', side: 'LEAD', broken: true, since: '2027-12-20' },
      reference: 'import 12',
    });
    s.until('2028-02-03');
    expect(s.status).toBe('SUSPENDED');
    expect(s.state.oversight.reviews[0]).toMatchObject({ year: 2028, dueOn: '2028-01-04' });
    expect(firedBy(s, 'T28').flatMap((f) => typesOf(f.events))).toEqual([
      'ReminderRaised',
      'ReminderRaised',
    ]);
    s.until('2028-02-04');
    expect(firedBy(s, 'T28').at(-1)?.events[0]).toMatchObject({ type: 'AnnualReviewMissing' });
    expect(s.status).toBe('UNDER_TMB_REVIEW');
  });

  it('does nothing when both parts are filed', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    file(s);
    s.until('2028-02-10');
    expect(firedBy(s, 'T28')).toEqual([]);
  });

  it('is overtaken by an end date inside the grace, and the TMB secretariat is told (D19)', () => {
    const s = inForceUntil('2028-01-20');
    s.until('2028-02-10');
    expect(s.status).toBe('EXPIRED');
    expect(s.state.oversight.reviews[0]?.stage).toBe('OVERTAKEN');
    expect(openLevels(s)).toEqual([]);
    expect(s.history).toContainEqual(
      event('ReminderRaised', { timer: 'T28', step: 'overtaken', to: 'TMB_SEC', subject: '2028' }),
    );
  });
});

describe('T29 and T30 wait for the desks', () => {
  it('a late TPM section goes to the TMB secretariat, again every week, and never to the TMB', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    file(s);
    s.until('2028-01-20');
    const fired = firedBy(s, 'T29');
    expect(fired[0]?.events).toMatchObject([
      { type: 'EscalationRaised', payload: { level: 'L3', trigger: 'T29' } },
    ]);
    expect(fired.slice(1).flatMap((f) => typesOf(f.events))).toEqual([
      'ReminderRaised',
      'ReminderRaised',
    ]);
    expect(s.status).toBe('ACTIVE');
  });

  it('the section resolves the item that its delay raised', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    file(s);
    s.until('2028-01-10');
    s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey: null });
    const events = s.does(cast.tpm, 'CompleteTpmSection', { year: 2028, text: 'Good.' });
    expect(typesOf(events)).toEqual(['TpmAssessmentSectionCompleted', 'EscalationResolved']);
  });

  it('a complete review that is not concluded alerts the TMB secretariat every week', () => {
    const s = inForceUntil();
    s.until('2027-12-10');
    file(s);
    s.does(cast.tpm, 'RecordPMemberFeedback', { year: 2028, survey: null });
    s.does(cast.tpm, 'CompleteTpmSection', { year: 2028, text: 'Good.' });
    s.until('2028-01-20');
    expect(days(s, 'T30')).toEqual([
      '2028-01-03T23:00:00.000Z',
      '2028-01-10T23:00:00.000Z',
      '2028-01-17T23:00:00.000Z',
    ]);
    expect(duties(s.state).map((d) => d.id)).toContain('review-conclusion:2028');
  });
});

describe('T31 watches corrective actions', () => {
  const ordered = (): Story => {
    const s = inForceUntil();
    s.until('2027-12-10');
    s.given(
      event('AnnualReviewOpened', { year: 2028, dueOn: day('2028-01-04') }),
      event('AnnualReviewFiled', {
        year: 2028,
        outcome: 'SATISFACTORY_WITH_ACTIONS',
        comment: null,
        actions: [{ id: 'C1', side: 'TWINNED', text: 'Train.', dueOn: day('2027-12-15') }],
      }),
    );
    return s;
  };

  it('reminds when the date is over and goes to the TPM ten business days later', () => {
    const s = ordered();
    s.until('2028-01-03');
    expect(firedBy(s, 'T31').map((f) => f.deadline.step)).toEqual(['reminder', 'escalate']);
    expect(s.state.oversight.escalations).toContainEqual(
      expect.objectContaining({ level: 'L2', trigger: 'T31:C1', open: true }),
    );
  });

  it('stops when the TPM has confirmed', () => {
    const s = ordered();
    s.does(cast.tpm, 'CompleteCorrectiveAction', { action: 'C1' });
    s.until('2028-01-03');
    expect(firedBy(s, 'T31')).toEqual([]);
  });
});

describe('T34 ends a suspension that the TMB has ordered', () => {
  it('by bringing the agreement before the TMB again', () => {
    const s = inForceUntil();
    s.does(cast.tmbSec, 'BringToTmb', { text: 'Problem.' });
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'SUSPEND',
      reference: 'TMB 3/2027',
      decidedOn: '2027-01-04',
      until: '2027-03-01',
    });
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-03-01');
    expect(s.status).toBe('SUSPENDED');
    s.until('2027-03-02');
    expect(s.status).toBe('UNDER_TMB_REVIEW');
    s.does(cast.tmbSec, 'DecideEscalation', {
      action: 'CONTINUE',
      reference: 'TMB 9/2027',
      decidedOn: '2027-03-02',
    });
    expect(s.status).toBe('ACTIVE');
  });
});

describe('an item moves up the ladder', () => {
  const raised = (): Story => {
    const s = inForceUntil();
    s.does(cast.lead, 'RaiseProblem', { text: 'No answer from the partner.' });
    return s;
  };

  it('T42 reminds the owner and the next level after five business days without acknowledgement', () => {
    const s = raised();
    s.until('2027-01-12');
    expect(firedBy(s, 'T42')[0]?.events).toMatchObject([
      { payload: { to: 'TPM' } },
      { payload: { to: 'TMB_SEC' } },
    ]);
  });

  it('T42 does not remind of an item that was acknowledged', () => {
    const s = raised();
    s.does(cast.tpm, 'AcknowledgeEscalation', { escalation: 'E1' });
    s.until('2027-01-20');
    expect(firedBy(s, 'T42')).toEqual([]);
  });

  it('T42 reminds the TMB secretariat of an item before the TMB, until it is acknowledged', () => {
    const s = inForceUntil();
    s.does(cast.tpm, 'BringToTmb', { text: 'Problem.' });
    s.until('2027-01-12');
    expect(firedBy(s, 'T42').map((f) => f.events)).toMatchObject([
      [{ payload: { to: 'TMB_SEC' } }],
    ]);
    const owed = () => duties(s.state).map((d) => [d.id, d.commands]);
    expect(owed()).toContainEqual(['acknowledgement:E1', ['AcknowledgeEscalation']]);
    s.does(cast.tmbSec, 'AcknowledgeEscalation', { escalation: 'E1' });
    const left = owed().map(([id]) => id);
    expect(left).toContain('tmb-decision:E1');
    expect(left).not.toContain('acknowledgement:E1');
    const other = inForceUntil();
    other.does(cast.tpm, 'BringToTmb', { text: 'Problem.' });
    other.does(cast.tmbSec, 'AcknowledgeEscalation', { escalation: 'E1' });
    other.until('2027-01-20');
    expect(firedBy(other, 'T42')).toEqual([]);
  });

  const handedOver = (): Story => {
    const s = raised();
    s.until('2027-01-26');
    return s;
  };

  it('T43 hands an unresolved L2 item to the TMB secretariat after fifteen business days', () => {
    const s = handedOver();
    expect(firedBy(s, 'T43')).toHaveLength(1);
    expect(s.state.oversight.escalations[0]).toMatchObject({ level: 'L3', owner: 'TMB_SEC' });
  });

  it('T44 alerts the TMB secretariat of an L3 item fifteen business days later, and every week', () => {
    const s = handedOver();
    s.until('2027-03-01');
    expect(days(s, 'T44')).toEqual(['2027-02-16T23:00:00.000Z', '2027-02-23T23:00:00.000Z']);
  });

  it.each([
    ['it is resolved', 'ResolveEscalation', { escalation: 'E1', outcome: 'Agreed.' }],
    ['it is brought to the TMB', 'BringToTmb', { escalation: 'E1' }],
  ])('T44 stops when %s', (_, command, payload) => {
    const s = handedOver();
    s.until('2027-02-18');
    expect(days(s, 'T44')).toHaveLength(1);
    s.does(cast.tmbSec, command, payload);
    s.until('2027-03-20');
    expect(days(s, 'T44')).toHaveLength(1);
  });

  it('T45 alerts the TMB secretariat weekly when the TMB has not decided in twenty-eight days', () => {
    const s = inForceUntil();
    s.does(cast.tpm, 'BringToTmb', { text: 'Problem.' });
    s.until('2027-02-10');
    expect(days(s, 'T45')).toEqual(['2027-02-01T23:00:00.000Z', '2027-02-08T23:00:00.000Z']);
  });
});
