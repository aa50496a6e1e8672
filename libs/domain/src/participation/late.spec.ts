import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { rulesetById } from '../rulesets/index.js';
import { evaluateInactivity } from './inactivity.js';
import { foldParticipation } from './evolve.js';
import { ballot, Membership, reminded } from './testing.js';
import { day } from '../calendar/day.js';

const rules = rulesetById('annex-st-2020');

afterEach(() => {
  jest.restoreAllMocks();
});

/** Internal ballots of 2027 that are told in 2028; of each the member voted or not. */
function told(m: Membership, from: number, ...voted: readonly boolean[]): void {
  for (const [index, cast] of voted.entries()) {
    const id = `L${String(from + index)}`;
    const closes = `2027-05-${String(10 + from + index)}`;
    m.does('COMMITTEE_MANAGER', 'RecordBallotFact', ballot(id, 'CIB', closes));
    if (cast) m.does('COMMITTEE_MANAGER', 'RecordVoteFact', { ballot: id, choice: 'YES' });
  }
}

describe('ballots of a year that was judged already (T47)', () => {
  it('are judged when their day is over: a year that fails by them opens the case', () => {
    const m = new Membership().until('2028-03-10');
    expect(m.dated('YearEvaluated')).toEqual(['YearEvaluated 2028-01-01']);
    told(m, 0, false, false, true);
    expect(m.state.cases).toEqual([]);
    m.until('2028-03-11');
    expect(m.dated('YearEvaluated').at(-1)).toBe('YearEvaluated 2028-03-11');
    expect(m.state.cases).toMatchObject([{ rule: 'PM-8(b)', year: 2027, stage: 'FOUND' }]);
    expect(m.state.late).toEqual({});
    m.until('2028-03-20');
    expect(m.dated('YearEvaluated')).toHaveLength(2);
    expect(foldParticipation('annex-st-2020', m.history)).toEqual(m.state);
  });

  it('change nothing when the results of the same day show the votes', () => {
    const m = new Membership().until('2028-03-10');
    told(m, 0, true, true, true);
    m.until('2028-03-11');
    expect(m.state.cases).toEqual([]);
  });

  it('open no second case for what the body has answered for', () => {
    const m = new Membership();
    told(m, 0, false, false);
    m.until('2028-01-05');
    const rule = 'PM-8(b)';
    m.does('COMMITTEE_MANAGER', 'NotifySecretaryGeneral', { rule });
    m.does('ISO_CS', 'SendStatusReminder', { rule });
    m.does('ISO_CS', 'RecordReminderResponse', { rule, satisfactory: true, reasons: 'Staff ill' });
    m.until('2028-02-10');
    told(m, 5, true);
    m.until('2028-02-12');
    expect(m.dated('YearEvaluated').at(-1)).toBe('YearEvaluated 2028-02-11');
    expect(m.state.cases).toEqual([]);
    told(m, 8, false);
    m.until('2028-02-14');
    expect(m.state.cases).toMatchObject([{ rule, year: 2027, stage: 'FOUND' }]);
  });

  it('of years before the first record are history', () => {
    const m = new Membership().until('2027-03-10');
    m.does('ISO_CS', 'RecordBallotFact', ballot('OLD', 'CIB', '2026-05-10'));
    expect(m.state.late).toBeUndefined();
  });
});

describe('an answer found wanting', () => {
  const rule = 'PM-10';
  const judged = (satisfactory: boolean) => ({ rule, satisfactory, reasons: 'Read.' });

  it('leaves the thirty days open for a better one', () => {
    const m = reminded();
    m.does('OWN_REP', 'AnswerReminder', { rule, text: 'We were away.' });
    m.does('ISO_CS', 'RecordReminderResponse', judged(false));
    m.until('2027-04-10');
    expect(m.does('OWN_REP', 'AnswerReminder', { rule, text: 'Two voters are named.' })).toEqual([
      'ReminderAnswered',
    ]);
    // Answered in time: the silence of ISO/CS ends nothing.
    m.until('2027-05-20');
    expect(m.state).toMatchObject({ status: 'P', cases: [{ stage: 'ANSWERED' }] });
    expect(m.does('ISO_CS', 'RecordReminderResponse', judged(true))).toEqual([
      'ReminderResponseJudged',
      'InactivityCaseClosed',
    ]);
  });

  it('may be judged otherwise inside the thirty days, and ends with them', () => {
    const m = reminded();
    m.does('ISO_CS', 'RecordReminderResponse', judged(false));
    m.does('ISO_CS', 'RecordReminderResponse', judged(false));
    m.until('2027-04-15');
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2027-04-15']);
    expect(m.refuses('OWN_REP', 'AnswerReminder', { rule, text: 'Late.' }).refused).toBe(
      'CASE_NOT_OPEN',
    );
  });
});

describe('PM-8(a) and a corrected meeting', () => {
  const meeting = (on: string, contributed: boolean) => ({
    meeting: `M ${on}`,
    on,
    contributed,
    reference: 'N 9',
  });
  const declared = (): Membership => {
    const m = new Membership().until('2027-10-01');
    for (const on of ['2027-03-01', '2027-09-01']) {
      m.does('COMMITTEE_MANAGER', 'RecordMeetingFact', meeting(on, false));
    }
    m.does('COMMITTEE_MANAGER', 'DeclareInactivity', { reasons: 'No answer since 2026' });
    return m;
  };

  it('the case is closed when the body turns out to have contributed', () => {
    const m = declared();
    expect(m.does('COMMITTEE_MANAGER', 'RecordMeetingFact', meeting('2027-09-01', true))).toEqual([
      'MeetingRecorded',
      'InactivityCaseClosed',
    ]);
    expect(m.history.at(-1)?.payload).toEqual({ rule: 'PM-8(a)', reason: 'FACTS_CORRECTED' });
    expect(m.state).toMatchObject({ cases: [], declaredInactive: false });
  });

  it('so it is by a meeting between the two that nobody had recorded', () => {
    const m = declared();
    expect(m.does('COMMITTEE_MANAGER', 'RecordMeetingFact', meeting('2027-06-01', true))).toEqual([
      'MeetingRecorded',
      'InactivityCaseClosed',
    ]);
  });

  it('a meeting after the declaration does not undo it, nor an expert named since', () => {
    const m = declared().until('2027-11-20');
    const expert = { expert: 'E-1', active: true, reference: 'N 4' };
    expect(m.does('COMMITTEE_MANAGER', 'RecordExpertFact', expert)).toEqual(['ExpertRecorded']);
    expect(m.does('COMMITTEE_MANAGER', 'RecordMeetingFact', meeting('2027-11-10', true))).toEqual([
      'MeetingRecorded',
    ]);
    expect(m.state.cases).toHaveLength(1);
  });
});

describe('PM-10: each missed vote is reminded of', () => {
  const rule = 'PM-10';
  const vote = (id: string) => ({ ballot: id, choice: 'YES' });

  it('in one reminder when it is still to be sent', () => {
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'FDIS', '2027-03-10'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'DIS', '2027-03-12'));
    m.until('2027-03-15');
    expect(m.state.cases).toMatchObject([{ stage: 'NOTIFIED', ballots: ['F1', 'F2'] }]);
    m.does('ISO_CS', 'RecordVoteFact', vote('F1'));
    expect(m.state.cases).toHaveLength(1);
    expect(m.does('ISO_CS', 'RecordVoteFact', vote('F2'))).toEqual([
      'VoteRecorded',
      'InactivityCaseClosed',
    ]);
  });

  const missedAnother = (): Membership => {
    const m = reminded();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F2', 'DIS', '2027-03-20'));
    return m.until('2027-03-22');
  };

  it('in one of its own when the first was sent before it', () => {
    const m = missedAnother();
    expect(m.state.cases).toMatchObject([{ ballots: ['F1'], later: ['F2'] }]);
    m.does('ISO_CS', 'RecordReminderResponse', { rule, satisfactory: true, reasons: 'Staff ill' });
    expect(m.state.cases).toMatchObject([
      { stage: 'NOTIFIED', ballots: ['F2'], remindedOn: null, respondBy: null },
    ]);
    m.until('2027-04-20');
    expect(m.state.status).toBe('P');
    m.does('ISO_CS', 'SendStatusReminder', { rule });
    expect(m.until('2027-05-21').state.status).toBe('O');
  });

  it('and not by the reminder of a vote that turns out to have been cast', () => {
    const m = missedAnother();
    expect(m.does('ISO_CS', 'RecordVoteFact', vote('F1'))).toEqual([
      'VoteRecorded',
      'InactivityCaseClosed',
    ]);
    expect(m.state.cases).toMatchObject([{ stage: 'NOTIFIED', ballots: ['F2'] }]);
    expect(m.until('2027-04-20').state.status).toBe('P');
    expect(m.refuses('ISO_CS', 'ConfirmDowngrade', { rule }).details).toMatchObject({
      missing: 'NO_REMINDER',
    });
  });

  it('but not when its own result has come by then', () => {
    const m = missedAnother();
    m.does('ISO_CS', 'RecordVoteFact', vote('F2'));
    m.does('ISO_CS', 'RecordReminderResponse', { rule, satisfactory: true, reasons: 'Staff ill' });
    expect(m.state.cases).toEqual([]);
  });

  it('a row from before the ballots of a case were kept is judged by the votes of its years', () => {
    const m = reminded();
    const [open] = m.state.cases;
    if (open === undefined) throw new Error('no case');
    const { ballots: _, foundOn: __, ...old } = open;
    m.state = { ...m.state, cases: [old] };
    expect(m.does('ISO_CS', 'RecordVoteFact', vote('F1'))).toEqual([
      'VoteRecorded',
      'InactivityCaseClosed',
    ]);
  });
});

describe('modes of the ruleset (OQ-11, OQ-12)', () => {
  it('STRICT changes the status when the ballot closes, without a reminder', () => {
    const { p_member_compliance: p } = rules;
    const strict = { ...p.missed_dis_fdis_sr_mode, value: 'STRICT' };
    jest.replaceProperty(p, 'missed_dis_fdis_sr_mode', strict);
    const m = new Membership();
    m.does('ISO_CS', 'RecordBallotFact', ballot('F1', 'SR', '2027-03-10'));
    m.does('ISO_CS', 'RecordBallotFact', ballot('C1', 'CIB', '2027-03-08'));
    m.until('2027-03-11');
    expect(m.dated('EarlyWarningRaised')).toHaveLength(2);
    expect(m.dated('PStatusDowngraded')).toEqual(['PStatusDowngraded 2027-03-11']);
    expect(m.state).toMatchObject({ status: 'O', cases: [] });
  });

  it('is off: a reminder comes first', () => {
    expect(rules.p_member_compliance.missed_dis_fdis_sr_mode.value).toBe('REMINDER_FIRST');
  });

  /** Missed ballots by day, of as many as one a day from 1 October 2027 on. */
  const rolling = (...missed: readonly string[]) => {
    const days = ['2027-10', '2027-11', '2027-12', '2028-01', '2028-02'].flatMap((month) =>
      ['03', '09', '15', '21', '27'].map((d) => `${month}-${d}`),
    );
    const ballots = days.map((closesOn) => ({
      ...{ id: closesOn, kind: 'CIB' as const, closesOn: day(closesOn), guide: false },
      voted: !missed.includes(closesOn),
    }));
    return (asOf: string) =>
      evaluateInactivity(
        {
          ...{ asOf: day(asOf), pSince: day('2020-01-01'), ballots, meetings: [] },
          ...{ experts: 1, persistentlyInactive: false },
        },
        2028,
        rules,
      ).findings[1];
  };

  it('a rolling year over the threshold warns where the calendar year does not', () => {
    const many = rolling(
      '2027-10-03',
      '2027-10-09',
      '2027-11-03',
      '2027-11-09',
      '2027-12-03',
      '2027-12-09',
    );
    expect(many('2028-02-29')).toEqual({ rule: 'PM-8(b)', verdict: 'WARN', due: 25, missed: 6 });
    expect(rolling('2027-10-03')('2028-02-29')).toMatchObject({
      verdict: 'OK',
      due: 10,
      missed: 0,
    });
  });

  it('only warns: nothing is notified by it, and what is older than it has gone', () => {
    const many = rolling(
      '2027-10-03',
      '2027-10-09',
      '2027-11-03',
      '2027-11-09',
      '2027-12-03',
      '2027-12-09',
    );
    expect(many('2028-12-31')).toMatchObject({ verdict: 'OK', due: 10 });
    expect(many('2029-01-01')).toMatchObject({ verdict: 'OK', due: 10, missed: 0 });
  });
});
