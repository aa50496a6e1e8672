import { describe, expect, it } from '@jest/globals';
import { evolveParticipation } from './evolve.js';
import { ballot, Membership, reminded, remindedOfCibs } from './testing.js';

describe('PM-10: one missed vote on a DIS, FDIS or review', () => {
  it('warns when the ballot closes (T46) and tells the TMB secretariat when ISO/CS does not remind (T48)', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.until('2027-03-26');
    expect(m.dated('EarlyWarningRaised')).toEqual(['EarlyWarningRaised 2027-03-11']);
    // Ten business days after 11 March (T48).
    expect(m.dated('ParticipationAlerted')).toEqual(['ParticipationAlerted 2027-03-26']);
  });

  it('does not warn of a vote that was cast, nor of a Guide', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.does('ISO_CS', 'RecordBallotFact', { ...ballot('F2', 'DIS', '2027-03-10'), guide: true });
    m.does('OWN_REP', 'RecordVoteFact', { ballot: 'F1', choice: 'ABSTAIN' });
    m.until('2027-04-01');
    expect(m.dated('EarlyWarningRaised')).toEqual([]);
  });

  it('closes the case when the vote turns out to have been cast', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.until('2027-03-12');
    expect(m.does('ISO_CS', 'RecordVoteFact', { ballot: 'F1', choice: 'YES' })).toEqual([
      'VoteRecorded',
      'InactivityCaseClosed',
    ]);
    expect(m.refuses('ISO_CS', 'SendStatusReminder', { rule: 'PM-10' }).refused).toBe(
      'CASE_NOT_OPEN',
    );
  });

  it.each(['REMINDED', 'ANSWERED', 'UNSATISFACTORY'] as const)(
    'closes a case that is %s when the result shows the vote: nothing is downgraded',
    (stage) => {
      const m = reminded();
      if (stage !== 'REMINDED') {
        m.does('OWN_REP', 'AnswerReminder', { rule: 'PM-10', text: 'We have voted.' });
      }
      if (stage === 'UNSATISFACTORY') {
        const judged = { rule: 'PM-10', satisfactory: false, reasons: 'Not in the result' };
        m.does('ISO_CS', 'RecordReminderResponse', judged);
      }
      expect(m.state.cases).toMatchObject([{ stage }]);
      expect(m.does('ISO_CS', 'RecordVoteFact', { ballot: 'F1', choice: 'YES' })).toEqual([
        'VoteRecorded',
        'InactivityCaseClosed',
      ]);
      m.until('2027-05-01');
      expect(m.dated('PStatusDowngraded')).toEqual([]);
      expect(m.refuses('ISO_CS', 'ConfirmDowngrade', { rule: 'PM-10' }).details).toMatchObject({
        missing: 'NO_CASE',
      });
    },
  );

  it('keeps the case while another vote of the rule is missed, in the next year too', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-12-20'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'DIS', '2028-01-10'));
    m.until('2028-01-15');
    expect(m.does('ISO_CS', 'RecordVoteFact', { ballot: 'F1', choice: 'YES' })).toEqual([
      'VoteRecorded',
    ]);
    expect(m.does('ISO_CS', 'RecordVoteFact', { ballot: 'F2', choice: 'NO' })).toEqual([
      'VoteRecorded',
      'InactivityCaseClosed',
    ]);
  });

  it('reads the votes again at the confirmation and when the time is over (T49)', () => {
    const m = reminded();
    // A log from before results closed reminded cases: the vote is on record and the case stands.
    const voted = { type: 'VoteRecorded', at: m.now } as const;
    const payload = { ballot: 'F1', choice: 'YES', source: 'RESULT' } as const;
    m.state = evolveParticipation(m.state, { ...voted, payload });
    expect(m.state.cases).toMatchObject([{ stage: 'REMINDED' }]);
    expect(m.refuses('ISO_CS', 'ConfirmDowngrade', { rule: 'PM-10' }).details).toMatchObject({
      missing: 'FACTS_CORRECTED',
    });
    m.until('2027-04-20');
    expect(m.dated('InactivityCaseClosed')).toEqual(['InactivityCaseClosed 2027-04-15']);
    expect(m.state).toMatchObject({ status: 'P', cases: [] });
  });

  it('without an answer the status changes 30 days after the reminder (T49)', () => {
    const m = reminded().until('2027-04-20');
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2027-04-15']);
    expect(m.state).toMatchObject({ status: 'O', pSince: null, cases: [] });
  });

  it('a satisfactory answer ends the case', () => {
    const m = reminded();
    m.does('OWN_REP', 'AnswerReminder', { rule: 'PM-10', text: 'Two voters are named now.' });
    expect(
      m.does('ISO_CS', 'RecordReminderResponse', {
        rule: 'PM-10',
        satisfactory: true,
        reasons: 'Voters registered',
      }),
    ).toEqual(['ReminderResponseJudged', 'InactivityCaseClosed']);
    expect(m.until('2027-08-01').state.status).toBe('P');
  });

  it('an answer that nobody judges never changes the status: ISO/CS is alerted weekly', () => {
    const m = reminded();
    m.does('OWN_REP', 'AnswerReminder', { rule: 'PM-10', text: 'Two voters are named now.' });
    m.until('2027-04-30');
    expect(m.dated('ParticipationAlerted')).toEqual([
      'ParticipationAlerted 2027-04-15',
      'ParticipationAlerted 2027-04-22',
      'ParticipationAlerted 2027-04-29',
    ]);
    expect(m.state.status).toBe('P');
    expect(m.refuses('ISO_CS', 'ConfirmDowngrade', { rule: 'PM-10' }).details).toMatchObject({
      missing: 'ANSWER_NOT_JUDGED',
    });
    m.does('ISO_CS', 'RecordReminderResponse', {
      rule: 'PM-10',
      satisfactory: false,
      reasons: 'No voter registered',
    });
    expect(m.until('2027-05-01').state.status).toBe('O');
  });

  it('is never confirmed before the 30 days are over (F18)', () => {
    const m = reminded().until('2027-04-14');
    expect(m.refuses('ISO_CS', 'ConfirmDowngrade', { rule: 'PM-10' })).toMatchObject({
      refused: 'RULE_NOT_MET',
      details: { missing: 'ANSWER_PERIOD' },
    });
  });
});

describe('PM-8(b): the calendar year is judged on 1 January (T47)', () => {
  it('asks the committee manager to notify, then ISO/CS to remind', () => {
    const m = remindedOfCibs();
    expect(m.dated('YearEvaluated')).toEqual(['YearEvaluated 2028-01-01']);
    expect(m.state.cases).toMatchObject([{ rule: 'PM-8(b)', year: 2027, stage: 'REMINDED' }]);
  });

  it('notifies nothing that the rule does not bear out', () => {
    expect(
      new Membership().refuses('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule: 'PM-8(b)' })
        .refused,
    ).toBe('RULE_NOT_MET');
  });

  it('without a further failing the body is watched, and the next vote cures it', () => {
    const m = remindedOfCibs().until('2028-03-01');
    expect(m.dated('InactivityWatched')).toEqual(['InactivityWatched 2028-02-10']);
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('D1', 'CIB', '2028-03-20'));
    m.does('OWN_REP', 'RecordVoteFact', { ballot: 'D1', choice: 'YES' });
    m.until('2028-03-25');
    expect(m.dated('InactivityCaseClosed')).toEqual(['InactivityCaseClosed 2028-03-21']);
    expect(m.state.status).toBe('P');
  });

  it('a result that corrects the year ends the case, watched or not, before any further failing', () => {
    for (const at of ['2028-01-20', '2028-03-01']) {
      const m = remindedOfCibs().until(at);
      expect(m.does('ISO_CS', 'RecordVoteFact', { ballot: 'C0', choice: 'NO' })).toEqual([
        'VoteRecorded',
        'InactivityCaseClosed',
      ]);
      m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('D1', 'CIB', '2028-03-20'));
      expect(m.until('2028-03-25').state.status).toBe('P');
    }
  });

  it('a watched body that misses the next vote is downgraded when it closes', () => {
    const m = remindedOfCibs().until('2028-03-01');
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('D1', 'CIB', '2028-03-20'));
    m.until('2028-03-25');
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2028-03-21']);
  });

  it('a watched body is downgraded by a meeting without contribution, cured by one with', () => {
    const meeting = { meeting: 'M1', on: '2028-03-10', contributed: false, reference: 'N 8' };
    const failing = remindedOfCibs().until('2028-03-15');
    expect(failing.does('COMMITTEE_MANAGER', 'RecordMeetingFact', meeting)).toEqual([
      'MeetingRecorded',
      'PStatusDowngraded',
    ]);
    const cured = remindedOfCibs().until('2028-03-15');
    expect(
      cured.does('COMMITTEE_MANAGER', 'RecordMeetingFact', { ...meeting, contributed: true }),
    ).toEqual(['MeetingRecorded', 'InactivityCaseClosed']);
  });

  it('a further failing between reminder and answer date downgrades at once', () => {
    const m = remindedOfCibs();
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot('D1', 'CIB', '2028-01-20'));
    m.until('2028-02-11');
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2028-02-10']);
  });
});

describe('PM-8(a): persistent inactivity is declared', () => {
  const missed = (m: Membership, ...days: readonly string[]) => {
    for (const on of days) {
      const fact = { meeting: `M ${on}`, on, contributed: false, reference: 'N 9' };
      m.does('COMMITTEE_MANAGER', 'RecordMeetingFact', fact);
    }
  };

  it('only when two meetings were missed and there is no expert', () => {
    const m = new Membership().until('2027-10-01');
    missed(m, '2027-03-01');
    const declare = { reasons: 'No answer since 2026' };
    expect(m.refuses('COMMITTEE_MANAGER', 'DeclareInactivity', declare).refused).toBe(
      'RULE_NOT_MET',
    );
    missed(m, '2027-09-01');
    expect(m.does('COMMITTEE_MANAGER', 'DeclareInactivity', declare)).toEqual([
      'PersistentInactivityDeclared',
    ]);
    expect(m.does('COMMITTEE_MANAGER', 'DeclareInactivity', declare)).toEqual([]);
    m.until('2027-10-20');
    // Ten business days for the notification (T48).
    expect(m.dated('ParticipationAlerted')).toEqual(['ParticipationAlerted 2027-10-16']);
    expect(m.does('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule: 'PM-8(a)' })).toEqual([
      'InactivityNotified',
    ]);
  });
});
